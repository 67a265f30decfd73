import type { JsonSchema } from "../../lib/platform/json_schema.ts";
import type {
  ApiOperation,
  ApiResponse,
  HttpMethod,
  MediaType,
  OpenApiDocument,
  Parameter,
  PathItem,
} from "../../lib/platform/openapi_types.ts";
import { findSchemaBreaks } from "./schema_breaks.ts";

/**
 * What a caller of the old document could do and cannot do any more, or cannot count on any more:
 * one line each, always the same for the same change.
 */
export function findBreaks(before: OpenApiDocument, after: OpenApiDocument): string[] {
  const scope = new Comparison(before, after);
  const calls = pairs(before.paths, after.paths, (method, path) => `${method} ${path}`);
  const events = pairs(before.webhooks ?? {}, after.webhooks ?? {}, (_, name) => `event ${name}`);
  return [
    ...calls.flatMap(({ name, old, now }) =>
      now ? scope.ofOperation(name, old, now) : `${name}: removed`
    ),
    ...events.flatMap(({ name, old, now }) =>
      now
        ? scope.ofContent(name, old.requestBody?.content, now.requestBody?.content, "answer")
        : `${name}: removed`
    ),
  ].sort();
}

/** Those that no line of the accepted list names. A line that begins with # is a comment. */
export function unacceptedBreaks(breaks: readonly string[], accepted: string): string[] {
  const lines = new Set(accepted.split("\n").map((line) => line.trim()));
  return breaks.filter((one) => !lines.has(one));
}

interface Pair {
  readonly name: string;
  readonly old: ApiOperation;
  readonly now: ApiOperation | undefined;
}

function pairs(
  before: Record<string, PathItem>,
  after: Record<string, PathItem>,
  nameOf: (method: string, path: string) => string,
): Pair[] {
  return Object.entries(before).flatMap(([path, item]) =>
    Object.entries(item).map(([method, old]) => ({
      name: nameOf(method.toUpperCase(), path),
      old,
      now: after[path]?.[method as HttpMethod],
    }))
  );
}

class Comparison {
  readonly #before: OpenApiDocument;
  readonly #after: OpenApiDocument;

  constructor(before: OpenApiDocument, after: OpenApiDocument) {
    this.#before = before;
    this.#after = after;
  }

  ofOperation(name: string, old: ApiOperation, now: ApiOperation): string[] {
    return [
      ...ofSecurity(old, now).map((what) => `${name}: ${what}`),
      ...this.#ofParameters(name, old, now),
      ...this.#ofBody(name, old, now),
      ...this.#ofAnswers(name, old, now),
    ];
  }

  #ofParameters(name: string, old: ApiOperation, now: ApiOperation): string[] {
    const before = parametersOf(old, this.#before);
    const after = parametersOf(now, this.#after);
    const changed = [...before].flatMap(([key, one]) => {
      const other = after.get(key);
      if (!other) return [`${name}: ${key} removed`];
      return [
        ...(other.required && !one.required ? [`${name}: ${key} must be given`] : []),
        ...this.#ofSchemas(`${name}: ${key}`, one.schema, other.schema, "input"),
      ];
    });
    const added = [...after].filter(([key, one]) => one.required && !before.has(key))
      .map(([key]) => `${name}: ${key} must be given`);
    return [...changed, ...added];
  }

  #ofBody(name: string, old: ApiOperation, now: ApiOperation): string[] {
    if (!old.requestBody) return now.requestBody?.required ? [`${name}: body must be given`] : [];
    if (!now.requestBody) return [`${name}: body removed`];
    return [
      ...(now.requestBody.required && !old.requestBody.required
        ? [`${name}: body must be given`]
        : []),
      ...this.ofContent(name, old.requestBody.content, now.requestBody.content, "input"),
    ];
  }

  #ofAnswers(name: string, old: ApiOperation, now: ApiOperation): string[] {
    return Object.entries(old.responses).flatMap(([status, response]) => {
      if ("$ref" in response || Number(status) >= 400) return [];
      const other = now.responses[status] as ApiResponse | undefined;
      if (!other) return [`${name}: ${status} removed`];
      return this.ofContent(`${name} ${status}`, response.content, other.content, "answer");
    });
  }

  ofContent(
    name: string,
    old: Record<string, MediaType> = {},
    now: Record<string, MediaType> = {},
    direction: "input" | "answer",
  ): string[] {
    return Object.entries(old).flatMap(([type, { schema }]) => {
      const other = now[type];
      if (!other) return [`${name}: ${type} removed`];
      return this.#ofSchemas(`${name}: ${direction}`, schema, other.schema, direction);
    });
  }

  #ofSchemas(
    at: string,
    old: JsonSchema,
    now: JsonSchema,
    direction: "input" | "answer",
  ): string[] {
    const find = (document: OpenApiDocument) => (schema: JsonSchema) =>
      schema.$ref
        ? document.components.schemas[schema.$ref.slice("#/components/schemas/".length)] ?? {}
        : schema;
    return findSchemaBreaks({ at, direction, old, now }, find(this.#before), find(this.#after));
  }
}

/** Each way in that there was has to be there still. */
function ofSecurity(old: ApiOperation, now: ApiOperation): string[] {
  const ways = (now.security ?? []).map((one) => JSON.stringify(one));
  const isOpen = (security: ApiOperation["security"] = []) =>
    security.length === 0 || security.some((one) => Object.keys(one).length === 0);
  if (isOpen(now.security)) return [];
  if (isOpen(old.security)) return ["asks for a token"];
  return (old.security ?? []).map((one) => JSON.stringify(one))
    .filter((one) => !ways.includes(one)).map((one) => `${one} lets nobody in any more`);
}

function parametersOf(
  { parameters = [] }: ApiOperation,
  { components }: OpenApiDocument,
): Map<string, Parameter> {
  const all = parameters.flatMap((one) =>
    "$ref" in one
      ? components.parameters[one.$ref.slice("#/components/parameters/".length)] ?? []
      : one
  );
  return new Map(all.map((one) => [`${one.in} ${one.name}`, one]));
}
