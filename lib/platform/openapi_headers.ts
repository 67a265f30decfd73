import type { AnyOperation } from "./operation.ts";
import type { Header, Parameter, Ref } from "./openapi_types.ts";
import type { RequestHeader } from "./operation_docs.ts";

/**
 * The headers of answers, each once. A browser hands these on to pages of other origins
 * (routes/(_middlewares)/allow_origins.ts).
 */
export const HEADERS: Record<string, Header> = {
  "X-Request-Id": {
    description: "The id of this request, to quote when you ask us",
    schema: { type: "string" },
  },
  "Idempotency-Replayed": {
    description: "`true` when this answer was given before to the same Idempotency-Key",
    schema: { type: "string", const: "true" },
  },
  "WWW-Authenticate": { description: "How to sign in (RFC 6750)", schema: { type: "string" } },
  "Retry-After": {
    description: "After how many seconds to come back",
    schema: { type: "integer", minimum: 0 },
  },
  "RateLimit-Policy": {
    description: "The limits on this operation (draft-ietf-httpapi-ratelimit-headers): " +
      '`"name";q=calls;w=seconds`, with commas between',
    schema: { type: "string" },
  },
  "RateLimit": {
    description: "How each stands: `r` calls are left, after `t` seconds the oldest counts no more",
    schema: { type: "string" },
  },
  "X-RateLimit-Limit": {
    description: "The limit with the fewest calls left",
    schema: { type: "integer", minimum: 1 },
  },
  "X-RateLimit-Remaining": {
    description: "How many are left of it",
    schema: { type: "integer", minimum: 0 },
  },
  "X-RateLimit-Reset": {
    description: "After how many seconds its oldest call counts no more",
    schema: { type: "integer", minimum: 0 },
  },
  "ETag": {
    description: "Of this answer; send it as `If-None-Match` to get 304 as long as it is the same",
    schema: { type: "string" },
  },
  "Deprecation": {
    description: "Since when the operation should not be used (RFC 9745)",
    schema: { type: "string" },
  },
  "Sunset": { description: "When the operation goes (RFC 8594)", schema: { type: "string" } },
  "Link": {
    description: 'Where it is said what to use instead: `rel="deprecation"`',
    schema: { type: "string" },
  },
  "Location": { description: "Where to ask what became of it", schema: { type: "string" } },
  "Content-Disposition": {
    description: "The name of the file (RFC 6266)",
    schema: { type: "string" },
  },
  "X-Cache": {
    description: "Outside production: whether the answer was kept",
    schema: { type: "string", enum: ["hit", "miss", "bypass"] },
  },
  "Allow": { description: "The methods that there are", schema: { type: "string" } },
  "Date": {
    description: "The server's time: what to go back from for `updated_since`",
    schema: { type: "string" },
  },
};

/** Of every answer. */
export const ALWAYS = [
  "X-Request-Id",
  "RateLimit-Policy",
  "RateLimit",
  "X-RateLimit-Limit",
  "X-RateLimit-Remaining",
  "X-RateLimit-Reset",
] as const;

/**
 * The headers of requests that the API reads, beside `Authorization` and `Content-Type`. A browser
 * lets pages of other origins send these (routes/(_middlewares)/allow_origins.ts).
 */
export const PARAMETERS: Record<RequestHeader, Parameter> = {
  "If-None-Match": {
    name: "If-None-Match",
    in: "header",
    description: "The `ETag` of an answer that is still there",
    schema: { type: "string" },
  },
  "Idempotency-Key": {
    name: "Idempotency-Key",
    in: "header",
    description: "Makes the call repeatable: for 24 hours the first answer is given again",
    schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[!-~]+$" },
  },
  "Cache-Control": {
    name: "Cache-Control",
    in: "header",
    description: "`no-cache`: the answer is made anew, not taken from the server's cache",
    schema: { type: "string" },
  },
  "Prefer": {
    name: "Prefer",
    in: "header",
    description: "`respond-async` (RFC 7240): answer at once, with where to ask",
    schema: { type: "string" },
  },
  "Last-Event-ID": {
    name: "Last-Event-ID",
    in: "header",
    description: "The `id` of the last event that arrived: the stream goes on behind it",
    schema: { type: "string" },
  },
  "Accept-Language": {
    name: "Accept-Language",
    in: "header",
    description: "The language of sentences, for who has chosen none: English or Dutch",
    schema: { type: "string" },
  },
  "X-Request-Id": {
    name: "X-Request-Id",
    in: "header",
    description: "The id that the answer, a problem and our log name this request by",
    schema: { type: "string", maxLength: 128, pattern: "^[!-~]+$" },
  },
};

/** The headers that an operation takes. */
export function parametersOf(method: string, operation: AnyOperation): Ref[] {
  const names = [
    ...(hasEtag(method, operation) ? ["If-None-Match"] : []),
    ...(operation.cache ? ["Cache-Control"] : []),
    ...(isRepeatable(method, operation) ? ["Idempotency-Key"] : []),
    ...(operation.headers ?? []),
  ];
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

/** Whether an operation answers 304 to who has its answer. */
export function hasEtag(method: string, { answer, answerType }: AnyOperation): boolean {
  return method === "GET" && answer !== undefined && answerType === undefined;
}

/** Whether an operation takes an Idempotency-Key. */
export function isRepeatable(method: string, { repeat }: AnyOperation): boolean {
  return method === "POST" && repeat !== "none";
}

/** The headers of an operation's answers. */
export function responseHeaders(
  method: string,
  operation: AnyOperation,
): Record<string, Ref> {
  const { deprecated } = operation;
  const names = [
    ...ALWAYS,
    ...(isRepeatable(method, operation) ? ["Idempotency-Replayed"] : []),
    ...(hasEtag(method, operation) ? ["ETag"] : []),
    ...(deprecated ? ["Deprecation"] : []),
    ...(deprecated?.sunset ? ["Sunset"] : []),
  ];
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
