import Ajv2020 from "ajv/dist/2020.js";
import type { JsonSchema } from "../../lib/platform/json_schema.ts";
import type { ApiResponse, HttpMethod, OpenApiDocument } from "../../lib/platform/openapi_types.ts";

const FORMATS = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
  uri: (text: string) => URL.canParse(text),
  email: /@/,
  binary: true,
} as const;

/** An answer as the document is to be held against it. */
export interface GivenAnswer {
  readonly method: string;
  /** As the document writes it: `/jobs/{id}`. */
  readonly path: string;
  readonly status: number;
  /** Without parameters. */
  readonly type: string | undefined;
  /** Parsed, if it is JSON. */
  readonly body: unknown;
  /** Whether a list was asked for some `fields` of its items: then the others may be missing. */
  readonly isOfChosenFields?: boolean;
}

/** Tells what about values and answers is not as a document says. */
export interface Contract {
  faultOfValue(schema: JsonSchema, value: unknown): string | undefined;
  faultOfAnswer(answer: GivenAnswer): string | undefined;
}

/** Reads a document to hold answers against it. */
export function contractOf(document: OpenApiDocument): Contract {
  const ajv = new Ajv2020.default({ strict: false, allErrors: false, formats: { ...FORMATS } });
  ajv.addSchema({ $id: "api", components: document.components } as object);
  const compiled = new Map<JsonSchema, ReturnType<typeof ajv.compile>>();
  const faultOfValue = (schema: JsonSchema, value: unknown) => {
    let check = compiled.get(schema);
    if (!check) compiled.set(schema, check = ajv.compile(withRefs(schema) as object));
    return check(value) ? undefined : ajv.errorsText(check.errors);
  };
  const faultOfLines = ({ contentSchema }: JsonSchema, text: string) => {
    if (!contentSchema) return "no schema says what a line is";
    const lines = text.split("\n");
    if (lines.pop() !== "") return "the last line does not end";
    return lines.map((line) => faultOfValue(contentSchema, JSON.parse(line)))
      .find((fault) => fault !== undefined);
  };
  const partial = new Map<JsonSchema, JsonSchema>();
  const schemaOf = (schema: JsonSchema, isOfChosenFields: boolean) => {
    if (!isOfChosenFields) return schema;
    let fewer = partial.get(schema);
    if (!fewer) partial.set(schema, fewer = withFewerFields(document, schema));
    return fewer;
  };
  const faultOfAnswer = (
    { method, path, status, type, body, isOfChosenFields = false }: GivenAnswer,
  ) => {
    const operation = document.paths[path]?.[method.toLowerCase() as HttpMethod];
    if (!operation) return "is not in the document";
    const found = operation.responses[status];
    if (!found) return `${status} is not listed`;
    const { content } = "$ref" in found ? refersTo(document, found.$ref) : found;
    if (!content) return type && body !== "" ? `has a body of ${type}` : undefined;
    const media = content[type ?? ""] ?? content["*/*"];
    if (!media) return `${type} is not listed for ${status}`;
    const schema = schemaOf(media.schema, isOfChosenFields);
    if (type === "application/x-ndjson") return faultOfLines(media.schema, String(body));
    return type && /\bjson$/.test(type) ? faultOfValue(schema, body) : undefined;
  };
  return { faultOfValue, faultOfAnswer };
}

function refersTo({ components }: OpenApiDocument, ref: string): ApiResponse {
  const found = components.responses[ref.slice("#/components/responses/".length)];
  if (!found) throw new RangeError(`${ref} leads nowhere`);
  return found;
}

/** The schema of a list whose items need not have all that they require. */
function withFewerFields(document: OpenApiDocument, schema: JsonSchema): JsonSchema {
  const list = resolved(document, schema);
  const { data } = list.properties ?? {};
  if (!data?.items) return schema;
  const items = { ...resolved(document, data.items), required: [] };
  return { ...list, properties: { ...list.properties, data: { ...data, items } } };
}

function resolved({ components }: OpenApiDocument, schema: JsonSchema): JsonSchema {
  const name = schema.$ref?.slice("#/components/schemas/".length);
  return name === undefined ? schema : components.schemas[name] ?? {};
}

/** The schema with its references into the document that is known as `api`. */
function withRefs(schema: JsonSchema): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/'));
}
