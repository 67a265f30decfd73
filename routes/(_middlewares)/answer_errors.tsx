import { type Context, HttpError } from "fresh";
import { type ErrorKind, ErrorPage } from "../../components/ErrorPage.tsx";
import { define, type State } from "../../define.ts";
import { SecondFactorMissing } from "../../lib/accounts/superuser_rule.ts";
import { isDatabaseAway, isDeadlock } from "../../lib/platform/database_faults.ts";
import { AppError, type ErrorCode, TooManyRequests } from "../../lib/platform/errors.ts";
import { logger } from "../../lib/platform/log.ts";
import { logRefusal } from "../../lib/platform/problem.ts";
import { wantsJson } from "../(_shared)/forms.ts";
import { SECURITY_PAGE } from "../(_shared)/signed_in.ts";

const log = logger("http");

interface Failure {
  readonly status: number;
  readonly kind: ErrorKind;
}

const FAILURES: Readonly<Record<ErrorCode, Failure>> = {
  unauthenticated: { status: 401, kind: "forbidden" },
  second_factor_required: { status: 401, kind: "forbidden" },
  forbidden: { status: 403, kind: "forbidden" },
  second_factor_missing: { status: 403, kind: "forbidden" },
  not_found: { status: 404, kind: "not_found" },
  conflict: { status: 409, kind: "conflict" },
  invalid_input: { status: 422, kind: "invalid_input" },
  request_timeout: { status: 408, kind: "unavailable" },
  too_large: { status: 413, kind: "too_large" },
  unsupported_type: { status: 415, kind: "invalid_input" },
  too_many_requests: { status: 429, kind: "too_many_requests" },
  quota_exceeded: { status: 429, kind: "quota_exceeded" },
  storage_full: { status: 413, kind: "storage_full" },
  unavailable: { status: 503, kind: "unavailable" },
};

/**
 * The one place where an error becomes an answer of the pages. A middleware and no `_error` file:
 * what those draw leaves the other middlewares out, and with them the policy and its nonce.
 */
export const answerErrors = define.middleware((ctx) =>
  ctx.next().catch((error) => answerError(ctx, error))
);

async function answerError(ctx: Context<State>, error: unknown): Promise<Response> {
  const { requestId } = ctx.state;
  const { status, kind } = failureOf(error);
  if (status === 500) log.error("Request {requestId} failed: {error}", { requestId, error });
  if (error instanceof AppError) logRefusal(error.code, requestId);
  const headers = new Headers({ "cache-control": "no-store" });
  if (error instanceof TooManyRequests) {
    headers.set("retry-after", String(error.retryAfterSeconds));
  }
  if (wantsJson(ctx)) {
    const code = error instanceof AppError ? error.code : kind;
    const issues = error instanceof AppError && "issues" in error ? error.issues : [];
    return Response.json({ code, issues, requestId }, { status, headers });
  }
  const isRead = ctx.req.method === "GET" || ctx.req.method === "HEAD";
  if (error instanceof SecondFactorMissing) return ctx.redirect(SECURITY_PAGE, 303);
  const page = (
    <ErrorPage status={status} kind={kind} url={ctx.url} isRead={isRead} state={ctx.state} />
  );
  return await ctx.render(page, { status, headers });
}

function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return FAILURES[error.code];
  if (isDatabaseAway(error) || isDeadlock(error)) return FAILURES.unavailable;
  if (!(error instanceof HttpError)) return { status: 500, kind: "internal" };
  const { status } = error;
  if (status === 404) return { status, kind: "not_found" };
  if (status === 405) return { status, kind: "method" };
  if (status === 403 || status === 401) return { status, kind: "forbidden" };
  if (status >= 500) return { status: 500, kind: "internal" };
  return { status, kind: "invalid_input" };
}
