import { HttpError, page } from "fresh";
import { Brand } from "../components/Brand.tsx";
import { ButtonLink } from "../components/Button.tsx";
import { PageTitle } from "../components/PageTitle.tsx";
import { TopBar } from "../components/TopBar.tsx";
import { define } from "../define.ts";
import { isConnectionLoss } from "../lib/platform/database.ts";
import { AppError, type ErrorCode, TooManyRequests } from "../lib/platform/errors.ts";
import { logger } from "../lib/platform/log.ts";
import { toProblem } from "../lib/platform/problem.ts";
import { formatDateTime, formatSize } from "../locales/format.ts";
import { translator } from "../locales/translate.ts";
import { CONTENT_SECURITY, setSecureHeaders } from "./(_middlewares)/secure_headers.ts";
import { wantsJson } from "./(_shared)/forms.ts";

const log = logger("http");

/** The words on the page; `error.<kind>` and `error.<kind>_more` in locales/. */
type Kind =
  | "not_found"
  | "forbidden"
  | "conflict"
  | "invalid_input"
  | "too_large"
  | "too_many_requests"
  | "unavailable"
  | "method"
  | "internal";

interface Failure {
  status: number;
  kind: Kind;
}

const FAILURES: Readonly<Record<ErrorCode, Failure>> = {
  unauthenticated: { status: 401, kind: "forbidden" },
  forbidden: { status: 403, kind: "forbidden" },
  not_found: { status: 404, kind: "not_found" },
  conflict: { status: 409, kind: "conflict" },
  invalid_input: { status: 422, kind: "invalid_input" },
  too_large: { status: 413, kind: "too_large" },
  unsupported_type: { status: 415, kind: "invalid_input" },
  too_many_requests: { status: 429, kind: "too_many_requests" },
  unavailable: { status: 503, kind: "unavailable" },
};

/** The one place where an error becomes an answer of the pages, and what the API leaves over. */
export const handler = define.handlers((ctx) => {
  const { error, state: { requestId } } = ctx;
  // Where no route of the API matched: a path with a slash behind it, a method that nobody knows.
  if (ctx.url.pathname.startsWith("/api/")) {
    const problem = toProblem(error, requestId);
    setErrorHeaders(problem.headers, ctx.url, requestId);
    return problem;
  }
  const failure = failureOf(error);
  if (failure.status === 500) log.error("Request failed", { requestId, error });
  const headers = new Headers({ "cache-control": "no-store" });
  setErrorHeaders(headers, ctx.url, requestId);
  if (error instanceof TooManyRequests) {
    headers.set("retry-after", String(error.retryAfterSeconds));
  }
  if (wantsJson(ctx)) {
    const code = error instanceof AppError ? error.code : failure.kind;
    const issues = error instanceof AppError && "issues" in error ? error.issues : [];
    return Response.json({ code, issues, requestId }, { status: failure.status, headers });
  }
  return page<Failure>(failure, { status: failure.status, headers });
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language ?? "en");
  const { status, kind } = data;
  const limits = state.config?.upload;
  const params = limits
    ? { files: limits.maxFiles, size: formatSize(state.language, limits.maxBytes) }
    : { files: 200, size: "" };
  return (
    <>
      <PageTitle title={t(`error.${kind}`)} t={t} />
      {state.session ? <TopBar state={state} path="/" t={t} /> : (
        <header class="top">
          <Brand name={t("app.name")} />
        </header>
      )}
      <main class="mx-auto mt-[18vh] max-w-[480px] px-(--gutter) pb-16">
        <p class="font-medium text-accent-fg tabular-nums">{status}</p>
        <h1 class="mt-1 mb-2 text-2xl">{t(`error.${kind}`)}</h1>
        <p class="text-md text-fg-2 text-pretty">{t(`error.${kind}_more`, params)}</p>
        <p class="mt-5 mb-8">
          <ButtonLink href="/" kind="primary">{t("error.home")}</ButtonLink>
        </p>
        <dl class="border-t border-line">
          <Fact term={t("error.address")}>{url.pathname}</Fact>
          <Fact term={t("error.reference")}>{state.requestId}</Fact>
          <Fact term={t("error.time")}>{formatDateTime(state.language ?? "en", new Date())}</Fact>
        </dl>
      </main>
    </>
  );
});

/** What the middlewares set on every other answer; an error has left them behind. */
function setErrorHeaders(headers: Headers, url: URL, requestId: string | undefined): void {
  if (requestId) headers.set("x-request-id", requestId);
  headers.set("content-security-policy", CONTENT_SECURITY.join("; "));
  setSecureHeaders(headers, url);
}

function Fact({ term, children }: { term: string; children: string }) {
  return (
    <div class="flex border-b border-line-faint py-2">
      <dt class="w-[104px] flex-none text-fg-3">{term}</dt>
      <dd class="min-w-0 tabular-nums break-words">{children}</dd>
    </div>
  );
}

function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return FAILURES[error.code];
  if (isConnectionLoss(error)) return FAILURES.unavailable;
  if (!(error instanceof HttpError)) return { status: 500, kind: "internal" };
  const { status } = error;
  if (status === 404) return { status, kind: "not_found" };
  if (status === 405) return { status, kind: "method" };
  if (status === 403 || status === 401) return { status, kind: "forbidden" };
  if (status >= 500) return { status: 500, kind: "internal" };
  return { status, kind: "invalid_input" };
}
