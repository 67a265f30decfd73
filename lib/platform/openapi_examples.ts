import { answersOf, type PlacedOperation } from "./openapi.ts";
import type { JsonSchema } from "./json_schema.ts";
import type {
  ApiOperation,
  ApiResponse,
  HttpMethod,
  MediaType,
  OpenApiDocument,
} from "./openapi_types.ts";
import type { Example } from "./operation_docs.ts";
import { sampleOf } from "./sample_answer.ts";
import { toSnakeKeys } from "./snake_case.ts";

type AnyExample = Example<unknown, unknown, unknown, unknown>;

/** Writes the examples of the operations beside their parameters, bodies and answers. */
export function addExamples(
  document: OpenApiDocument,
  operations: readonly PlacedOperation[],
): void {
  for (const { method, path, operation } of operations) {
    const described = document.paths[path]?.[method.toLowerCase() as HttpMethod];
    if (!described) continue;
    const success = Number(Object.keys(answersOf(operation))[0]);
    for (const [name, example] of Object.entries(operation.examples ?? {})) {
      addRequest(described, name, example as AnyExample, operation.form !== undefined);
      addAnswer(document, described, name, { success, example: example as AnyExample });
    }
  }
}

function addRequest({ parameters = [], requestBody }: ApiOperation, name: string, {
  path,
  query,
  body,
}: AnyExample, hasOwnForm: boolean): void {
  const given = { ...toSnakeKeys(path ?? {}) as object, ...toSnakeKeys(query ?? {}) as object };
  for (const parameter of parameters) {
    if ("$ref" in parameter) continue;
    const value = (given as Record<string, unknown>)[parameter.name];
    if (value === undefined) continue;
    (parameter.examples ??= {})[name] = { value: typed(parameter.schema, value) };
  }
  if (!requestBody || body === undefined) return;
  for (const [type, media] of Object.entries(requestBody.content)) {
    const isForm = type === "multipart/form-data";
    const fits = hasFiles(body) ? isForm : !(isForm && hasOwnForm);
    if (fits) addTo(media, name, shown(body));
  }
}

/** A query is text in the code; in the document a number is one. */
function typed({ type }: JsonSchema, value: unknown): unknown {
  return type === "integer" || type === "number" ? Number(value) : value;
}

function hasFiles(body: unknown): boolean {
  return Object.values(body as object).flat().some((value) => value instanceof File);
}

/** A file is shown by its name. */
function shown(body: unknown): unknown {
  const plain = (value: unknown): unknown =>
    value instanceof File ? value.name : Array.isArray(value) ? value.map(plain) : value;
  if (!hasFiles(body)) return toSnakeKeys(body);
  return toSnakeKeys(
    Object.fromEntries(Object.entries(body as object).map(([key, value]) => [key, plain(value)])),
  );
}

function addAnswer(
  { components: { schemas } }: OpenApiDocument,
  { responses }: ApiOperation,
  name: string,
  { success, example }: { success: number; example: AnyExample },
): void {
  if (example.answer === undefined || (example.status ?? success) !== success) return;
  const response = responses[success] as ApiResponse | undefined;
  const media = response?.content?.["application/json"];
  if (!media) return;
  const find = (ref: string) => schemas[ref.slice("#/components/schemas/".length)] ?? {};
  addTo(media, name, sampleOf(media.schema, withCount(toSnakeKeys(example.answer)), find));
}

/** A list without a count has those that are shown. */
function withCount(excerpt: unknown): unknown {
  const { data } = excerpt as { data?: unknown };
  return Array.isArray(data) ? { total_count: data.length, ...excerpt as object } : excerpt;
}

function addTo(media: MediaType, name: string, value: unknown): void {
  (media.examples ??= {})[name] = { value };
}
