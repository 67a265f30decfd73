import type { ComponentChildren } from "preact";
import type { State } from "../define.ts";
import { CopyButton } from "../islands/CopyButton.tsx";
import { formatDateTime } from "../locales/format.ts";
import { formatSize } from "../locales/format_size.ts";
import { translator } from "../locales/translate.ts";
import { Brand } from "./Brand.tsx";
import { ButtonLink } from "./Button.tsx";
import { PageTitle } from "./PageTitle.tsx";
import { TopBar } from "./TopBar.tsx";

/** What went wrong, as people see it; `error.<kind>` and `error.<kind>_more` in locales/. */
export type ErrorKind =
  | "not_found"
  | "forbidden"
  | "conflict"
  | "invalid_input"
  | "too_large"
  | "too_many_requests"
  | "quota_exceeded"
  | "storage_full"
  | "unavailable"
  | "method"
  | "internal";

/** What may be over by itself. */
const PASSING: ReadonlySet<ErrorKind> = new Set(["too_many_requests", "unavailable", "internal"]);
/** What nobody should have come to by a link of ours. */
const REPORTED: ReadonlySet<ErrorKind> = new Set(["not_found", "method", "internal"]);

export interface ErrorPageProps {
  status: number;
  kind: ErrorKind;
  url: URL;
  /** Whether the page was only asked for, so that asking again is the way out. */
  isRead: boolean;
  /** As far as the middlewares came. */
  state: Partial<State>;
}

/** What happened, what is safe, what to do, and the reference to ask with. */
export function ErrorPage({ status, kind, url, isRead, state }: ErrorPageProps) {
  const language = state.language ?? "en";
  const t = translator(language);
  const limits = {
    files: state.config?.upload.maxFiles ?? 0,
    size: formatSize(language, state.config?.upload.maxBytes ?? 0),
  };
  const here = url.pathname + url.search;
  const reference = state.requestId ?? "";
  const title = t("error.report_title", { reference });
  const report = new URLSearchParams({ page: url.pathname, title });
  return (
    <>
      <PageTitle title={t(`error.${kind}`)} t={t} />
      {state.session ? <TopBar state={state as State} path="/" t={t} /> : (
        <header class="top">
          <Brand name={t("app.name")} />
        </header>
      )}
      <main class="mx-auto mt-[18vh] max-w-[480px] px-(--gutter) pb-16">
        <p class="font-medium text-accent-fg tabular-nums">{status}</p>
        <h1 class="mt-1 mb-2 text-2xl">{t(`error.${kind}`)}</h1>
        <p class="text-md text-fg-2 text-pretty">{t(`error.${kind}_more`, limits)}</p>
        <p class="mt-5 mb-8 flex flex-wrap gap-2">
          {isRead && PASSING.has(kind)
            ? (
              <>
                <ButtonLink href={here} kind="primary">{t("error.again")}</ButtonLink>
                <ButtonLink href="/">{t("error.home")}</ButtonLink>
              </>
            )
            : <ButtonLink href="/" kind="primary">{t("error.home")}</ButtonLink>}
          {(kind === "quota_exceeded" || kind === "storage_full") && state.session && (
            <ButtonLink href="/settings/usage">{t("error.usage")}</ButtonLink>
          )}
          {kind === "not_found" && state.session && (
            <ButtonLink href="/find">{t("error.search")}</ButtonLink>
          )}
        </p>
        <dl class="border-t border-line">
          <Fact term={t("error.address")}>{url.pathname}</Fact>
          <Fact term={t("error.reference")}>
            {reference}
            {reference && (
              <CopyButton text={reference} word={t("error.copy")} doneWord={t("error.copied")} />
            )}
          </Fact>
          <Fact term={t("error.time")}>{formatDateTime(language, new Date())}</Fact>
        </dl>
        {state.session && REPORTED.has(kind) && (
          <p class="mt-4 text-fg-3">
            {t("error.report_question")}{" "}
            <a class="link" href={`/feedback/new?${report}`}>{t("error.report")}</a>.
          </p>
        )}
      </main>
    </>
  );
}

function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div class="flex border-b border-line-faint py-2">
      <dt class="w-[104px] flex-none text-fg-3">{term}</dt>
      <dd class="flex min-w-0 flex-wrap gap-x-2.5 tabular-nums wrap-anywhere">{children}</dd>
    </div>
  );
}
