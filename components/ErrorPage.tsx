import type { State } from "../define.ts";
import { formatDateTime, formatSize } from "../locales/format.ts";
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
  | "unavailable"
  | "method"
  | "internal";

export interface ErrorPageProps {
  status: number;
  kind: ErrorKind;
  url: URL;
  /** As far as the middlewares came. */
  state: Partial<State>;
}

/** What happened, what is safe, what to do, and the reference to ask with. */
export function ErrorPage({ status, kind, url, state }: ErrorPageProps) {
  const language = state.language ?? "en";
  const t = translator(language);
  const limits = {
    files: state.config?.upload.maxFiles ?? 0,
    size: formatSize(language, state.config?.upload.maxBytes ?? 0),
  };
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
        <p class="mt-5 mb-8">
          <ButtonLink href="/" kind="primary">{t("error.home")}</ButtonLink>
        </p>
        <dl class="border-t border-line">
          <Fact term={t("error.address")}>{url.pathname}</Fact>
          <Fact term={t("error.reference")}>{state.requestId ?? ""}</Fact>
          <Fact term={t("error.time")}>{formatDateTime(language, new Date())}</Fact>
        </dl>
      </main>
    </>
  );
}

function Fact({ term, children }: { term: string; children: string }) {
  return (
    <div class="flex border-b border-line-faint py-2">
      <dt class="w-[104px] flex-none text-fg-3">{term}</dt>
      <dd class="min-w-0 tabular-nums break-words">{children}</dd>
    </div>
  );
}
