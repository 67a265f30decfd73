import type { AnyOperation } from "./endpoint.ts";
import type { Header, Parameter, Ref } from "./openapi_types.ts";

/** The headers of answers, each once. */
export const HEADERS: Record<string, Header> = {
  "X-Request-Id": {
    description: "The id of this request, to quote when you ask us",
    schema: { type: "string" },
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
export const PARAMETERS: Record<string, Parameter> = {};

/** The headers that an operation takes. */
export function parametersOf(_method: string, _operation: AnyOperation): Ref[] {
  return [];
}

/** The headers of an operation's answers. */
export function responseHeaders(
  _method: string,
  { deprecated }: AnyOperation,
): Record<string, Ref> {
  const names = [
    "X-Request-Id",
    ...(deprecated ? ["Deprecation"] : []),
    ...(deprecated?.sunset ? ["Sunset"] : []),
  ];
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
