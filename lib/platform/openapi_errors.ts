import type { AnyOperation } from "./operation.ts";
import type { JsonSchema } from "./json_schema.ts";
import { ALWAYS, isRepeatable } from "./openapi_headers.ts";
import type { ApiResponse, Ref } from "./openapi_types.ts";
import { type ProblemCode, PROBLEMS } from "./problem.ts";

/** A problem (RFC 9457) as every error of the API is one. */
export const PROBLEM_SCHEMA: JsonSchema = {
  type: "object",
  description: "RFC 9457. `type` is stable; tell errors apart by it.",
  required: ["type", "title", "status", "detail", "request_id"],
  properties: {
    type: { type: "string", enum: Object.keys(PROBLEMS).map((code) => `/problems/${code}`) },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string", description: "What was wrong and what to do" },
    request_id: { type: "string", description: "To quote when you ask us" },
    errors: {
      type: "array",
      description: "What is wrong with the input",
      items: {
        type: "object",
        required: ["pointer", "detail"],
        properties: {
          pointer: { type: "string", description: "JSON pointer (RFC 6901) into the input" },
          detail: { type: "string" },
        },
      },
    },
    used_bytes: {
      type: "integer",
      description: "With `storage_full`: what the files of the workspace have together",
    },
    allowed_bytes: {
      type: "integer",
      description: "With `storage_full`: what they may have together",
    },
  },
};

/** What each problem has in its headers beside what every answer has. */
const HEADERS: Partial<Record<ProblemCode, string>> = {
  unauthenticated: "WWW-Authenticate",
  second_factor_required: "WWW-Authenticate",
  too_many_requests: "Retry-After",
  unavailable: "Retry-After",
};

/** One response a code, by the name that `errorResponses()` refers to. */
export function problemResponses(): Record<string, ApiResponse> {
  const codes = Object.keys(PROBLEMS) as ProblemCode[];
  return Object.fromEntries(codes.map((code) => {
    const { status, title } = PROBLEMS[code];
    const header = HEADERS[code];
    const response: ApiResponse = {
      description: title,
      headers: Object.fromEntries(
        [...ALWAYS, ...(header ? [header] : [])].map((name) => [
          name,
          { $ref: `#/components/headers/${name}` },
        ]),
      ),
      content: {
        "application/problem+json": {
          schema: { $ref: "#/components/schemas/Problem" },
          examples: { [code]: { value: exampleOf(code, status, title) } },
        },
      },
    };
    return [code, response];
  }));
}

function exampleOf(code: ProblemCode, status: number, title: string) {
  const base = { type: `/problems/${code}`, title, status };
  const request_id = "req_8K2MD0V5Q1ZX";
  if (code === "storage_full") {
    const [used_bytes, allowed_bytes] = [53_687_000_000, 53_687_091_200];
    return { ...base, detail: `${title}.`, request_id, used_bytes, allowed_bytes };
  }
  if (code !== "invalid_input") return { ...base, detail: `${title}.`, request_id };
  return {
    ...base,
    detail: "The body cannot be taken",
    request_id,
    errors: [{ pointer: "/requirements/0/importance", detail: "must be at most 5" }],
  };
}

/** The problems that an operation can answer: those that follow from what it is, and its own. */
export function problemsOf(method: string, operation: AnyOperation): ProblemCode[] {
  const { may, path, body, errors = [] } = operation;
  const codes: ProblemCode[] = [
    ...(may === "anyone" ? [] : ["unauthenticated", "forbidden"] as const),
    ...(may === "superuser" ? ["second_factor_missing"] as const : []),
    ...(path ? ["not_found"] as const : []),
    ...(body ? ["too_large", "unsupported_type"] as const : []),
    // With an Idempotency-Key the body is read whatever the operation takes.
    ...(body || isRepeatable(method, operation) ? ["request_timeout"] as const : []),
    ...(method === "GET" ? [] : ["conflict"] as const),
    "invalid_input",
    "too_many_requests",
    "internal",
    "unavailable",
    ...errors,
  ];
  return [...new Set(codes)];
}

/** Responses by status; where several problems have one status, all are named. */
export function errorResponses(codes: readonly ProblemCode[]): Record<string, ApiResponse | Ref> {
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status);
  return Object.fromEntries([...byStatus].map(([status, those]) => {
    const [first = "internal"] = those;
    if (those.length === 1) return [status, { $ref: `#/components/responses/${first}` }];
    const all = problemResponses();
    return [status, {
      description: those.map((code) => PROBLEMS[code].title).join("; "),
      headers: Object.assign({}, ...those.map((code) => all[code]?.headers)),
      content: {
        "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
      },
    }];
  }));
}
