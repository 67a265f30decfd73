import { page } from "fresh";
import { z } from "zod";
import { ButtonLink } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FirstJob } from "../../components/FirstJob.tsx";
import { Frame } from "../../components/Frame.tsx";
import { Count } from "../../components/JobHead.tsx";
import { JobsFilters } from "../../components/JobsFilters.tsx";
import { JobsTable } from "../../components/JobsTable.tsx";
import type { JobsView } from "../../components/jobs_links.ts";
import { Toast } from "../../components/Notice.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { Pagination } from "../../components/Pagination.tsx";
import { RequestsNotice } from "../../components/RequestList.tsx";
import { define } from "../../define.ts";
import { LiveParts } from "../../islands/LiveParts.tsx";
import { can } from "../../lib/accounts/permissions.ts";
import {
  type Dashboard,
  type DashboardSums,
  getDashboard,
  JobSort,
} from "../../lib/hiring/dashboard.ts";
import { countOpenRequests } from "../../lib/hiring/privacy/candidate_requests.ts";
import { JobStatus } from "../../lib/hiring/job_heads.ts";
import { pageFields } from "../../lib/platform/page_of.ts";
import { type Translate, translator } from "../../locales/translate.ts";
import { readQuery } from "../(_shared)/forms.ts";

const JobsQuery = z.object({
  ...pageFields(50, 100),
  q: z.string().trim().max(200).optional(),
  show: z.enum(["all", ...JobStatus.options]).default("all"),
  sort: JobSort.default("change"),
  reversed: z.literal("1").optional(),
  deleted: z.string().max(255).optional(),
});

export const handler = define.handlers({
  async GET({ state: { actor, db }, url }) {
    const { show, q, sort, reversed, deleted, ...query } = readQuery(url, JobsQuery);
    const view: JobsView = {
      q: q || undefined,
      show: show === "all" ? undefined : show,
      sort,
      isReversed: reversed === "1",
    };
    const { show: status, ...order } = view;
    const [dashboard, requests] = await Promise.all([
      getDashboard(actor, db, { ...query, ...order, status }),
      countOpenRequests(actor, db),
    ]);
    return page({ dashboard, requests, view, deleted });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { dashboard, requests, view, deleted } = data;
  const mayWrite = can(state.actor, "jobs:write");
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("jobs.title")} t={t} />
      <div class="page">
        <div class="head head-plain">
          <h1 class="grow-1">{t("jobs.title")}</h1>
          {dashboard.total > 0 && mayWrite && (
            <div class="actions">
              <ButtonLink href="/jobs/new" kind="primary" icon="plus">{t("jobs.new")}</ButtonLink>
            </div>
          )}
        </div>
        <RequestsNotice count={requests} href="/candidates/requests" t={t} />
        {dashboard.total > 0
          ? <Jobs dashboard={dashboard} view={view} language={state.language} t={t} url={url} />
          : mayWrite
          ? <FirstJob state={state} t={t} />
          : <EmptyState title={t("jobs.nobody_made")} advice={t("jobs.nobody_made_advice")} />}
      </div>
      {deleted && <Toast>{t("settings.deleted", { title: deleted })}</Toast>}
    </Frame>
  );
});

function Jobs(
  { dashboard: { jobs, sums, states }, view, language, t, url }: {
    dashboard: Dashboard;
    view: JobsView;
    language: "en" | "nl";
    t: Translate;
    url: URL;
  },
) {
  return (
    <>
      <Sums sums={sums} t={t} />
      <LiveParts
        isBusy={sums.busy > 0}
        words={sums.busy > 0 ? t("jobs.sum_reading", { count: sums.busy }) : ""}
      />
      <JobsFilters view={view} states={states} t={t} />
      {jobs.data.length === 0
        ? (
          <EmptyState title={t("jobs.none_here")} advice={t("jobs.none_here_advice")}>
            <ButtonLink href="?">{t("jobs.show_all")}</ButtonLink>
          </EmptyState>
        )
        : <JobsTable jobs={jobs.data} view={view} language={language} t={t} />}
      <Pagination {...jobs} url={url} label={t("jobs.pages")} t={t} />
    </>
  );
}

function Sums({ sums, t }: { sums: DashboardSums; t: Translate }) {
  const { open, undecided, shortlisted, busy, failed } = sums;
  return (
    <div class="summary-line" data-part="sums">
      <Count text={t("jobs.sum_open", { count: open })} />
      <Count text={t("jobs.sum_undecided", { count: undecided })} />
      <Count text={t("jobs.sum_shortlisted", { count: shortlisted })} />
      {busy > 0 && <Count text={t("jobs.sum_reading", { count: busy })} />}
      {failed > 0 && <Count text={t("jobs.sum_need", { count: failed })} />}
    </div>
  );
}
