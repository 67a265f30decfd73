import { HttpError } from "fresh";
import { isDatabaseAway, isDeadlock, isOutOfRoom } from "./database_faults.ts";
import { AppError, type ErrorCode, InvalidInput, StorageFull, TooManyRequests } from "./errors.ts";
import { logger } from "./log.ts";

/** The codes of problems: those of our errors, and what the web server itself refuses with. */
export type ProblemCode = ErrorCode | "method_not_allowed" | "internal";

/** Status and title of each problem; docs/api.md lists them. */
export const PROBLEMS: Readonly<Record<ProblemCode, { status: number; title: string }>> = {
  unauthenticated: { status: 401, title: "Sign in first" },
  second_factor_required: { status: 401, title: "Give a code as well" },
  forbidden: { status: 403, title: "Not allowed" },
  second_factor_missing: { status: 403, title: "Set two-factor sign-in up first" },
  not_found: { status: 404, title: "Not found" },
  method_not_allowed: { status: 405, title: "Method not allowed" },
  conflict: { status: 409, title: "Conflict with the present state" },
  request_timeout: { status: 408, title: "Too slow" },
  too_large: { status: 413, title: "Too large" },
  unsupported_type: { status: 415, title: "Unsupported type" },
  invalid_input: { status: 422, title: "Invalid input" },
  too_many_requests: { status: 429, title: "Too many requests" },
  quota_exceeded: { status: 429, title: "Quota of the month used up" },
  storage_full: { status: 413, title: "No room for it in the workspace" },
  internal: { status: 500, title: "Something broke on our side" },
  unavailable: { status: 503, title: "Not available now" },
};

const log = logger("http");
const access = logger("access");

/**
 * Turns what was thrown into an answer (problem+json, RFC 9457). What we did not throw on purpose
 * is logged here, and says nothing of itself to the caller.
 */
export function toProblem(error: unknown, requestId: string): Response {
  const code = codeOf(error);
  if (code === "internal") log.error("Request {requestId} failed: {error}", { requestId, error });
  if (isOutOfRoom(error)) log.error("PostgreSQL has no room left on its disk: {error}", { error });
  logRefusal(code, requestId);
  const { status, title } = PROBLEMS[code];
  return Response.json(
    {
      type: `/problems/${code}`,
      title,
      status,
      detail: detailOf(error, code, requestId),
      request_id: requestId,
      ...membersOf(error),
    },
    {
      status,
      headers: {
        "content-type": "application/problem+json",
        "cache-control": "no-store",
        ...headersOf(error),
      },
    },
  );
}

const REFUSALS: ReadonlySet<ProblemCode> = new Set([
  "unauthenticated",
  "second_factor_required",
  "second_factor_missing",
  "forbidden",
]);

/**
 * Writes down that somebody was not let in, as pages and API refuse it; whose request it was is in
 * what the log says of all of them (OWASP ASVS 4.0.3, 7.2.2).
 */
export function logRefusal(code: string, requestId: string): void {
  if (!REFUSALS.has(code as ProblemCode)) return;
  access.info("Request {requestId} was refused: {code}", { requestId, code });
}

function codeOf(error: unknown): ProblemCode {
  if (error instanceof AppError) return error.code;
  if (error instanceof HttpError) {
    const known = Object.entries(PROBLEMS).find(([, { status }]) => status === error.status);
    return (known?.[0] ?? (error.status < 500 ? "invalid_input" : "internal")) as ProblemCode;
  }
  return isDatabaseAway(error) || isDeadlock(error) ? "unavailable" : "internal";
}

/** What a program wants to know beside the words. */
function membersOf(error: unknown): Record<string, unknown> {
  if (error instanceof InvalidInput && error.issues.length > 0) return { errors: error.issues };
  if (!(error instanceof StorageFull)) return {};
  return { used_bytes: error.use.usedBytes, allowed_bytes: error.use.allowedBytes };
}

function detailOf(error: unknown, code: ProblemCode, requestId: string): string {
  if (error instanceof AppError) return error.message;
  if (isDeadlock(error)) return "Others changed the same at this moment: try again";
  if (isOutOfRoom(error)) {
    return "The database has no room left, and its operator has to make some: try again later; " +
      "what was accepted before is kept";
  }
  if (code === "unavailable") return "The database is away: try again in a few seconds";
  if (code === "internal") {
    return `It is written down as ${requestId}. Try again; what was accepted before is kept`;
  }
  if (code === "not_found") {
    return "There is nothing at this address: docs/api.md lists what there is";
  }
  return (error as HttpError).message || PROBLEMS[code].title;
}

function headersOf(error: unknown): Record<string, string> {
  const code = codeOf(error);
  if (PROBLEMS[code].status === 401) return { "www-authenticate": 'Bearer realm="talent-copilot"' };
  if (code === "unavailable") return { "retry-after": "5" };
  return error instanceof TooManyRequests ? { "retry-after": String(error.retryAfterSeconds) } : {};
}
