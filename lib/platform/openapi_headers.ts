import type { AnyOperation } from "./endpoint.ts";
import type { Header, Parameter, Ref } from "./openapi_types.ts";

/** The headers of answers, each once. */
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
  "Deprecation": {
    description: "Since when the operation should not be used (RFC 9745)",
    schema: { type: "string" },
  },
  "Sunset": { description: "When the operation goes (RFC 8594)", schema: { type: "string" } },
};

/** The headers of requests that several operations take. */
export const PARAMETERS: Record<string, Parameter> = {
  "Idempotency-Key": {
    name: "Idempotency-Key",
    in: "header",
    description: "Makes the call repeatable: for 24 hours the first answer is given again",
    schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[!-~]+$" },
  },
};

/** The headers that an operation takes. */
export function parametersOf(method: string, operation: AnyOperation): Ref[] {
  return isRepeatable(method, operation)
    ? [{ $ref: "#/components/parameters/Idempotency-Key" }]
    : [];
}

function isRepeatable(method: string, { repeat }: AnyOperation): boolean {
  return method === "POST" && repeat !== "none";
}

/** The headers of an operation's answers. */
export function responseHeaders(
  method: string,
  operation: AnyOperation,
): Record<string, Ref> {
  const { deprecated } = operation;
  const names = [
    "X-Request-Id",
    ...(isRepeatable(method, operation) ? ["Idempotency-Replayed"] : []),
    ...(deprecated ? ["Deprecation"] : []),
    ...(deprecated?.sunset ? ["Sunset"] : []),
  ];
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
