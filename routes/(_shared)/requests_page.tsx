import { type Context, page, type PageProps, type PageResponse } from "fresh";
import { z } from "zod";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Frame } from "../../components/Frame.tsx";
import { Toast } from "../../components/Notice.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { Pagination } from "../../components/Pagination.tsx";
import { type RefusedSettlement, RequestList } from "../../components/RequestList.tsx";
import type { State } from "../../define.ts";
import { can } from "../../lib/accounts/permissions.ts";
import {
  type CandidateRequest,
  listRequests,
} from "../../lib/hiring/privacy/candidate_requests.ts";
import { Id } from "../../lib/platform/input.ts";
import { pageFields, type PageOf } from "../../lib/platform/page_of.ts";
import { translator } from "../../locales/translate.ts";
import { readQuery } from "./forms.ts";

const RequestsQuery = z.object({
  ...pageFields(20, 100),
  show: z.enum(["open", "all"]).default("open"),
  candidate: Id.optional(),
  done: z.enum(["settled", "erased"]).optional(),
});

interface RequestsData {
  readonly requests: PageOf<CandidateRequest>;
  readonly view: Pick<z.infer<typeof RequestsQuery>, "show" | "candidate" | "done">;
  readonly refused: RefusedSettlement | null;
}

/** Gathers the page of what candidates ask for. */
export async function requestsPage(
  { state: { actor, db }, url }: Context<State>,
  refused: RefusedSettlement | null = null,
): Promise<PageResponse<RequestsData>> {
  const { show, candidate, done, ...query } = readQuery(url, RequestsQuery);
  const state = show === "open" ? show : undefined;
  const requests = await listRequests(actor, db, { ...query, state, candidate });
  const status = refused ? refused.fault === "reason" ? 422 : 409 : 200;
  return page({ requests, view: { show, candidate, done }, refused }, { status });
}

export function RequestsPage({ data, state, url }: PageProps<RequestsData, State>) {
  const { language, actor } = state;
  const t = translator(language);
  const { requests, view, refused } = data;
  const here = "/candidates/requests";
  const of = view.candidate ? `candidate=${view.candidate}` : "";
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("request.title")} t={t} />
      <div class="page page-mid">
        <div class="head head-plain">
          <div class="grow-1">
            <div class="crumb">
              <a href="/candidates">{t("candidates.title")}</a>
            </div>
            <h1>{t("request.title")}</h1>
          </div>
        </div>
        <p class="max-w-[640px] text-fg-2 text-pretty">{t("request.intro")}</p>
        <p class="mt-2">
          {view.show === "open"
            ? <a class="link" href={`${here}?show=all&${of}`}>{t("request.show_all")}</a>
            : <a class="link" href={`${here}?${of}`}>{t("request.show_open")}</a>}
        </p>
        {requests.data.length === 0
          ? <EmptyState title={t("request.none")} advice={t("request.none_advice")} />
          : (
            <RequestList
              requests={requests.data}
              mayWrite={can(actor, "candidates:write")}
              refused={refused}
              language={language}
              t={t}
            />
          )}
        <Pagination
          {...requests}
          url={new URL(here + url.search, url)}
          label={t("request.title")}
          t={t}
        />
      </div>
      {view.done && <Toast>{t(`request.${view.done}`)}</Toast>}
    </Frame>
  );
}
