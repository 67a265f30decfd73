import type { z } from "zod";
import { createDocument } from "zod-openapi";
import type { AnyOperation } from "./operation.ts";
import type { JsonSchema } from "./json_schema.ts";
import { errorResponses, PROBLEM_SCHEMA, problemResponses, problemsOf } from "./openapi_errors.ts";
import { addExamples } from "./openapi_examples.ts";
import { hasEtag, HEADERS, PARAMETERS, parametersOf, responseHeaders } from "./openapi_headers.ts";
import { toOpenSchema, toPublicSchema } from "./openapi_schema.ts";
import type {
  ApiOperation,
  ApiResponse,
  HttpMethod,
  MediaType,
  OpenApiDocument,
  Parameter,
  PathItem,
} from "./openapi_types.ts";
import { toSnake } from "./snake_case.ts";

/** An operation and where it is, below the API's own path: `/jobs/{id}/resumes`. */
export interface PlacedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: AnyOperation;
}

/** Something that we tell a receiver of ours. */
export interface WebhookEvent {
  readonly summary: string;
  readonly payload: z.ZodType;
}

/** What the document says beside its operations. */
export interface ApiDescription {
  readonly title: string;
  readonly version: string;
  /** Markdown. */
  readonly description: string;
  /** The path that all operations are below. */
  readonly base: string;
  /** Subjects with what they are, in order. */
  readonly tags: Readonly<Record<string, string>>;
  readonly securitySchemes: Readonly<Record<string, Record<string, unknown>>>;
  /** What lets a caller do what asks for `may`: the names of schemes, with scopes. */
  readonly securityOf: (operation: AnyOperation) => Record<string, string[]>[];
  readonly webhooks?: Readonly<Record<string, WebhookEvent>>;
}

/**
 * Writes the OpenAPI 3.1 document of operations. Names are as the API has them, and so is the
 * order, so that the same operations always give the same text.
 *
 * @throws {RangeError} If an operation has no tag, or one that nobody knows.
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export function openApiDocument(
  api: ApiDescription,
  operations: readonly PlacedOperation[],
): OpenApiDocument {
  const { components = {}, paths, webhooks } = describeSchemas(api, operations);
  const document: OpenApiDocument = {
    openapi: "3.1.1",
    info: { title: api.title, version: api.version, description: api.description },
    servers: [{ url: api.base }],
    tags: Object.entries(api.tags).map(([name, description]) => ({ name, description })),
    paths: {},
    components: {
      schemas: {},
      parameters: PARAMETERS,
      headers: HEADERS,
      responses: problemResponses(),
      securitySchemes: { ...api.securitySchemes },
    },
  };
  for (const placed of operations) {
    const method = placed.method.toLowerCase() as HttpMethod;
    const raw = paths?.[placed.path]?.[method] as RawOperation;
    (document.paths[placed.path] ??= {})[method] = describe(api, placed, raw);
  }
  document.components.schemas = {
    Problem: PROBLEM_SCHEMA,
    ...publicSchemas(components.schemas ?? {}, document),
  };
  if (webhooks) document.webhooks = describeWebhooks(api, webhooks as Record<string, RawItem>);
  addExamples(document, operations);
  return document;
}

interface RawOperation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Record<string, MediaType> };
  readonly responses: Record<string, { readonly content?: Record<string, MediaType> }>;
}

interface RawItem {
  readonly post: RawOperation;
}

/** Lets zod-openapi write the schemas; names are still those of the code. */
function describeSchemas(api: ApiDescription, operations: readonly PlacedOperation[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path, operation } of operations) {
    (paths[path] ??= {})[method.toLowerCase()] = {
      requestParams: {
        ...(operation.path ? { path: operation.path } : {}),
        ...(operation.query ? { query: operation.query } : {}),
      },
      ...(operation.body ? { requestBody: { content: bodyTypes(operation) } } : {}),
      responses: Object.fromEntries(
        Object.entries(answersOf(operation)).map(([status, schema]) => [
          status,
          schema
            ? { description: "", content: { "application/json": { schema } } }
            : { description: "" },
        ]),
      ),
    };
  }
  const webhooks = Object.fromEntries(
    Object.entries(api.webhooks ?? {}).map(([name, { payload }]) => [name, {
      post: {
        requestBody: { content: { "application/json": { schema: payload } } },
        responses: { 200: { description: "" } },
      },
    }]),
  );
  return createDocument({
    openapi: "3.1.1",
    info: { title: api.title, version: api.version },
    paths: paths as never,
    ...(api.webhooks ? { webhooks: webhooks as never } : {}),
  });
}

/** What an operation answers when it succeeds, by status. */
export function answersOf(operation: AnyOperation): Record<number, z.ZodType | undefined> {
  const { answer, status = answer ? 200 : 204, otherAnswers = {} } = operation;
  return { [status]: answer, ...otherAnswers };
}

/** Whether a call without a body is refused: the same question that the endpoint asks. */
function needsBody({ body }: AnyOperation): boolean {
  return body !== undefined && !(body as z.ZodType).safeParse(undefined).success;
}

/** How a body can be sent. Where the file of a form may be left out, JSON is taken too. */
function bodyTypes(
  { body, bodyType = "json", form }: AnyOperation,
): Record<string, unknown> {
  const schema = body as z.ZodObject;
  if (form) return { "application/json": { schema }, "multipart/form-data": { schema: form } };
  if (bodyType === "json") return { "application/json": { schema } };
  if (bodyType === "form") return { "application/x-www-form-urlencoded": { schema } };
  const files = Object.entries(schema.shape).filter(([, field]) => isFile(field as z.ZodType));
  if (files.some(([, field]) => !(field as z.ZodType).safeParse(undefined).success)) {
    return { "multipart/form-data": { schema } };
  }
  const withoutFiles = schema.omit(
    Object.fromEntries(files.map(([name]) => [name, true])) as Record<string, true>,
  );
  return {
    "application/json": { schema: withoutFiles },
    "multipart/form-data": { schema },
  };
}

function isFile(field: z.ZodType): boolean {
  const { type, innerType, element } = field.def as {
    type: string;
    innerType?: z.ZodType;
    element?: z.ZodType;
  };
  const inner = innerType ?? element;
  return type === "file" || (inner !== undefined && isFile(inner));
}

function describe(
  api: ApiDescription,
  { method, path, operation }: PlacedOperation,
  raw: RawOperation,
): ApiOperation {
  const { summary, description, tag, deprecated } = operation;
  if (!tag || !Object.hasOwn(api.tags, tag)) {
    throw new RangeError(`${method} ${path} needs a tag of those that there are: ${tag}`);
  }
  const parameters = [
    ...(raw.parameters ?? []).map(toPublicParameter),
    ...parametersOf(method, operation),
  ];
  return {
    operationId: operationIdOf(method, path),
    summary,
    ...(description ? { description } : {}),
    tags: [tag],
    ...(deprecated ? { deprecated: true } : {}),
    security: api.securityOf(operation),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(raw.requestBody
      ? {
        requestBody: {
          required: needsBody(operation),
          content: publicContent(raw.requestBody.content),
        },
      }
      : {}),
    responses: {
      ...errorResponses(problemsOf(method, operation)),
      ...successes(method, operation, raw),
      ...(hasEtag(method, operation)
        ? { 304: { description: "The same as in `If-None-Match`" } }
        : {}),
    },
  };
}

/** `GET /jobs/{id}/resumes` as `getJobsByIdResumes`. */
function operationIdOf(method: string, path: string): string {
  const words = path.split("/").filter(Boolean)
    .map((step) => step.startsWith("{") ? `by_${step.slice(1, -1)}` : step.replace(".", "_"));
  return [method.toLowerCase(), ...words].join("_")
    .replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function successes(
  method: string,
  operation: AnyOperation,
  raw: RawOperation,
): Record<string, ApiResponse> {
  return Object.fromEntries(
    Object.keys(answersOf(operation)).map((status) => {
      const schema = raw.responses[status]?.content?.["application/json"]?.schema;
      const response: ApiResponse = {
        description: SUCCESS[Number(status)] ?? "Success",
        headers: responseHeaders(method, operation),
        ...(schema ? { content: answerContent(operation, schema) } : {}),
      };
      return [status, response];
    }),
  );
}

const SUCCESS: Readonly<Record<number, string>> = {
  200: "OK",
  201: "Made",
  202: "Taken; the work goes on afterwards",
  204: "Done; there is nothing to answer",
  503: "A part is away",
};

/** What answers with many values say of the schema of one; OpenAPI 3.1 has no word for it. */
const STREAMS: Readonly<Record<string, string>> = {
  "text/event-stream": "A stream of server-sent events, each with such `data`",
  "application/x-ndjson": "Lines, each of which is such an object and ends with a line feed",
};

function answerContent(
  { answerType }: AnyOperation,
  schema: JsonSchema,
): Record<string, MediaType> {
  const shown = toOpenSchema(toPublicSchema(schema));
  if (!answerType) return { "application/json": { schema: shown } };
  const description = STREAMS[answerType];
  if (!description) {
    return { [answerType]: { schema: { type: "string", contentMediaType: answerType } } };
  }
  return {
    [answerType]: {
      schema: {
        type: "string",
        description,
        contentMediaType: "application/json",
        contentSchema: shown,
      },
    },
  };
}

function publicContent(content: Record<string, MediaType>): Record<string, MediaType> {
  return Object.fromEntries(
    Object.entries(content).map(([type, { schema }]) => [type, { schema: toPublicSchema(schema) }]),
  );
}

/** The named schemas; those that no request has are answers, which may get more fields. */
function publicSchemas(schemas: object, { paths }: OpenApiDocument): Record<string, JsonSchema> {
  const all = Object.entries(schemas as Record<string, JsonSchema>)
    .map(([name, schema]) => [name, toPublicSchema(schema)] as const)
    .sort(([a], [b]) => a < b ? -1 : 1);
  const requests = Object.values(paths).flatMap((item) => Object.values(item))
    .map(({ parameters, requestBody }) => ({ parameters, requestBody }));
  const sent = reachable(requests, new Map(all));
  return Object.fromEntries(
    all.map(([name, schema]) => [name, sent.has(name) ? schema : toOpenSchema(schema)]),
  );
}

/** The names of the schemas that something refers to, by way of others too. */
function reachable(from: unknown, schemas: ReadonlyMap<string, JsonSchema>): Set<string> {
  const found = new Set<string>();
  const walk = (text: string) => {
    for (const [, name = ""] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (found.has(name)) continue;
      found.add(name);
      walk(JSON.stringify(schemas.get(name) ?? {}));
    }
  };
  walk(JSON.stringify(from));
  return found;
}

function toPublicParameter({ name, schema, ...parameter }: Parameter): Parameter {
  return { ...parameter, name: toSnake(name), schema: toPublicSchema(schema) };
}

function describeWebhooks(
  { webhooks = {} }: ApiDescription,
  raw: Record<string, RawItem>,
): Record<string, PathItem> {
  return Object.fromEntries(
    Object.entries(webhooks).map(([name, { summary }]) => {
      const content = raw[name]?.post.requestBody?.content ?? {};
      const operation: ApiOperation = {
        operationId: `on_${name.replaceAll(".", "_")}`
          .replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
        summary,
        tags: ["Webhooks"],
        security: [],
        requestBody: {
          content: Object.fromEntries(
            Object.entries(content).map(([type, { schema }]) => [
              type,
              { schema: toOpenSchema(toPublicSchema(schema)) },
            ]),
          ),
        },
        responses: { "2XX": { description: "Taken; anything else is tried again" } },
      };
      return [name, { post: operation }];
    }),
  );
}
