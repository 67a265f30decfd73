import { page } from "fresh";
import { z } from "zod";
import { ButtonLink } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FirstJob } from "../../components/FirstJob.tsx";
import { Frame } from "../../components/Frame.tsx";
import { Count } from "../../components/JobHead.tsx";
import { JobsTable } from "../../components/JobsTable.tsx";
import { Toast } from "../../components/Notice.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { Pagination } from "../../components/Pagination.tsx";
import { define } from "../../define.ts";
import { type JobSummary, listJobs } from "../../lib/hiring/job_list.ts";
import { pageFields } from "../../lib/platform/page_of.ts";
import { type Translate, translator } from "../../locales/translate.ts";
import { readQuery } from "../(_shared)/forms.ts";

const JobsQuery = z.object({
  ...pageFields(100, 100),
  show: z.enum(["all", "open", "archived"]).default("all"),
  deleted: z.string().max(255).optional(),
});

export const handler = define.handlers({
  async GET({ state: { actor, db }, url }) {
    const { show, deleted, ...query } = readQuery(url, JobsQuery);
    const [jobs, everyJob, openJobs] = await Promise.all([
      listJobs(actor, db, { ...query, status: show === "all" ? undefined : show }),
      listJobs(actor, db, { page: 1, itemsPerPage: 1 }),
      listJobs(actor, db, { page: 1, itemsPerPage: 1, status: "open" }),
    ]);
    return page({
      jobs,
      show,
      deleted,
      totals: { all: everyJob.totalCount, open: openJobs.totalCount },
    });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { jobs, show, totals, deleted } = data;
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("jobs.title")} t={t} />
      <div class="page">
        <div class="head head-plain">
          <h1 class="grow-1">{t("jobs.title")}</h1>
          {totals.all > 0 && (
            <div class="actions">
              <ButtonLink href="/jobs/new" kind="primary" icon="plus">{t("jobs.new")}</ButtonLink>
            </div>
          )}
        </div>
        {totals.all === 0 ? <FirstJob state={state} t={t} /> : (
          <>
            <Sums jobs={jobs.data} open={totals.open} t={t} />
            <Show show={show} totals={totals} t={t} />
            {jobs.data.length === 0
              ? <EmptyState title={t("jobs.none_here")} advice={t("jobs.none_here_advice")} />
              : <JobsTable jobs={jobs.data} language={state.language} t={t} />}
            <Pagination {...jobs} url={url} label={t("jobs.pages")} t={t} />
          </>
        )}
      </div>
      {deleted && <Toast>{t("settings.deleted", { title: deleted })}</Toast>}
    </Frame>
  );
});

function Sums({ jobs, open, t }: { jobs: readonly JobSummary[]; open: number; t: Translate }) {
  const sum = (count: (job: JobSummary) => number) =>
    jobs.reduce((total, job) => total + count(job), 0);
  const reading = sum(({ resumes }) => resumes.waiting + resumes.reading + resumes.judging);
  const failed = sum(({ resumes }) => resumes.failed);
  return (
    <div class="summary-line">
      <Count text={t("jobs.sum_open", { count: open })} />
      <Count text={t("jobs.sum_ranked", { count: sum(({ resumes }) => resumes.done) })} />
      {reading > 0 && <Count text={t("jobs.sum_reading", { count: reading })} />}
      {failed > 0 && <Count text={t("jobs.sum_need", { count: failed })} />}
    </div>
  );
}

function Show(
  { show, totals, t }: { show: string; totals: { all: number; open: number }; t: Translate },
) {
  const choices = [
    { name: "all", href: "?", word: t("jobs.all"), count: totals.all },
    { name: "open", href: "?show=open", word: t("jobs.open"), count: totals.open },
    {
      name: "archived",
      href: "?show=archived",
      word: t("jobs.archived"),
      count: totals.all - totals.open,
    },
  ];
  if (totals.all === totals.open && show === "all") return null;
  return (
    <nav class="segments mb-1" aria-label={t("jobs.show")}>
      {choices.map(({ name, href, word, count }) => (
        <a key={name} href={href} aria-current={name === show ? "true" : undefined}>
          {word} <small>{count}</small>
        </a>
      ))}
    </nav>
  );
}
