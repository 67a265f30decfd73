import type { ComponentChildren } from "preact";
import type { JobSort } from "../lib/hiring/dashboard.ts";
import type { JobSummary } from "../lib/hiring/job_list.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatNumber, formatWhen } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { GradeCounts } from "./GradeCounts.tsx";
import { Icon } from "./Icon.tsx";
import { PageIcon } from "./PageIcon.tsx";
import { JobState } from "./JobHead.tsx";
import { jobsSearch, type JobsView } from "./jobs_links.ts";

export interface JobsTableProps {
  jobs: readonly JobSummary[];
  view: JobsView;
  language: Language;
  t: Translate;
}

/** The jobs of the dashboard. What changes while résumés are read is marked as a part. */
export function JobsTable({ jobs, view, language, t }: JobsTableProps) {
  return (
    <table class="data-table table-wide jobs-table as-blocks" role="table">
      <caption class="sr-only">{t("jobs.table")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <SortHead sort="title" view={view} class="c-job">{t("jobs.col_job")}</SortHead>
          <th role="columnheader" scope="col" class="c-state">{t("jobs.col_state")}</th>
          <SortHead sort="resumes" view={view} class="c-resumes">{t("jobs.col_resumes")}</SortHead>
          <th role="columnheader" scope="col" class="c-grades">{t("jobs.col_grades")}</th>
          <SortHead sort="shortlisted" view={view} class="c-short end">
            {t("jobs.col_shortlisted")}
          </SortHead>
          <SortHead sort="undecided" view={view} class="c-decide end">
            {t("jobs.col_undecided")}
          </SortHead>
          <SortHead sort="change" view={view} class="c-change end">{t("jobs.col_change")}</SortHead>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {jobs.map((job) => <JobRow key={job.id} job={job} language={language} t={t} />)}
      </tbody>
    </table>
  );
}

function SortHead(
  { sort, view, class: className, children }: {
    sort: JobSort;
    view: JobsView;
    class: string;
    children: ComponentChildren;
  },
) {
  const isOn = view.sort === sort;
  const isUp = (sort === "title") !== view.isReversed;
  return (
    <th
      role="columnheader"
      scope="col"
      class={className}
      aria-sort={isOn ? (isUp ? "ascending" : "descending") : undefined}
    >
      <a class="sort" href={jobsSearch(view, { sort, isReversed: isOn && !view.isReversed })}>
        {children}
        {isOn && <PageIcon name={isUp ? "arrow-up" : "arrow-down"} size={12} />}
      </a>
    </th>
  );
}

function JobRow({ job, language, t }: { job: JobSummary; language: Language; t: Translate }) {
  const { id, title, place, status, decisions } = job;
  const undecided = status === "archived" ? 0 : decisions.undecided;
  return (
    <tr role="row" class="row">
      <th role="rowheader" scope="row" class="c-job">
        <a class="row-link" href={hrefOf(job)}>
          <span class="name truncate">{title}</span>
          <span class="under-name truncate">{place ?? requirementWords(job, t)}</span>
        </a>
      </th>
      <td role="cell" class="c-state">
        <JobState status={status} t={t} />
      </td>
      <td role="cell" class="c-resumes" data-part={`resumes-${id}`}>
        <ResumeState job={job} t={t} />
      </td>
      <td role="cell" class="c-grades c-empty" data-part={`grades-${id}`}>
        <Grades job={job} t={t} />
      </td>
      <td role="cell" class="c-short end" data-part={`short-${id}`}>
        <Figure
          count={decisions.shortlisted}
          words={t("job.shortlisted", { count: decisions.shortlisted })}
          language={language}
        />
      </td>
      <td role="cell" class="c-decide end" data-part={`decide-${id}`}>
        <Figure
          count={undecided}
          words={t("job.to_decide", { count: undecided })}
          language={language}
        />
      </td>
      <td role="cell" class="c-change end text-fg-2 tabular-nums" data-part={`change-${id}`}>
        <time dateTime={job.updatedAt}>
          {formatWhen(language, new Date(job.updatedAt), new Date())}
        </time>
      </td>
    </tr>
  );
}

/** A figure under its heading; on phones, where there is none, with its words. */
function Figure(
  { count, words, language }: { count: number; words: string; language: Language },
) {
  if (count === 0) return <span class="text-fg-3 max-phone:hidden">–</span>;
  return (
    <>
      <span class="tabular-nums max-phone:hidden">{formatNumber(language, count)}</span>
      <span class="phone:hidden">{words}</span>
    </>
  );
}

function hrefOf(job: JobSummary): string {
  return `/jobs/${job.id}/${job.resumes.total === 0 ? "requirements" : "ranking"}`;
}

function requirementWords(
  { requirementCounts: { required, niceToHave } }: JobSummary,
  t: Translate,
) {
  return `${t("job.required", { count: required })}, ${t("job.nice", { count: niceToHave })}`;
}

function ResumeState({ job, t }: { job: JobSummary; t: Translate }) {
  const { total, done, failed } = job.resumes;
  if (total === 0) return <span class="text-fg-3">{t("jobs.no_resumes")}</span>;
  const settled = done + failed;
  return (
    <div class="flex flex-wrap items-center gap-x-2.5 whitespace-nowrap tabular-nums">
      {settled < total
        ? (
          <>
            <span>{t("jobs.read_of", { done: settled, total })}</span>
            <progress
              class="progress w-16 flex-none max-phone:hidden"
              value={settled}
              max={total}
              aria-label={t("jobs.read_label", { title: job.title })}
            />
          </>
        )
        : (
          <>
            <span class="max-phone:hidden">{total}</span>
            <span class="phone:hidden">{t("job.resumes", { count: total })}</span>
          </>
        )}
      {failed > 0 && (
        <a class="tag tag-stop" href={`/jobs/${job.id}/resumes?show=need`}>
          <Icon name="alert" size={13} />
          {t("jobs.need_you", { count: failed })}
        </a>
      )}
    </div>
  );
}

function Grades({ job, t }: { job: JobSummary; t: Translate }) {
  const { A, B, C, D } = job.grades;
  if (A + B + C + D > 0) return <GradeCounts counts={job.grades} t={t} />;
  if (job.descriptionStatus === "reading") {
    return <span class="text-fg-3">{t("jobs.reading_description")}</span>;
  }
  if (job.descriptionStatus === "failed") {
    return (
      <span class="tag tag-stop">
        <Icon name="alert" size={13} />
        {t("jobs.description_failed")}
      </span>
    );
  }
  const { required, niceToHave } = job.requirementCounts;
  if (required + niceToHave === 0) {
    return <span class="text-fg-3">{t("jobs.no_requirements")}</span>;
  }
  return job.status === "draft" ? <span class="text-fg-3">{t("jobs.confirm_first")}</span> : null;
}
