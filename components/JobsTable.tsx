import type { JobSummary } from "../lib/hiring/job_list.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatWhen } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { GradeCounts } from "./GradeCounts.tsx";
import { Icon } from "./Icon.tsx";

export interface JobsTableProps {
  jobs: readonly JobSummary[];
  language: Language;
  t: Translate;
}

/** The jobs of the dashboard, the last changed first. */
export function JobsTable({ jobs, language, t }: JobsTableProps) {
  const now = new Date();
  return (
    <table class="data-table table-wide jobs-table as-blocks" role="table">
      <caption class="sr-only">{t("jobs.table")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("jobs.col_job")}</th>
          <th role="columnheader" scope="col" class="c-state">{t("jobs.col_state")}</th>
          <th role="columnheader" scope="col" class="c-resumes">{t("jobs.col_resumes")}</th>
          <th role="columnheader" scope="col" class="c-grades">{t("jobs.col_grades")}</th>
          <th role="columnheader" scope="col" class="c-change end" aria-sort="descending">
            <span class="sort">
              {t("jobs.col_change")}
              <Icon name="arrow-down" size={12} />
            </span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {jobs.map((job) => (
          <tr role="row" class="row" key={job.id}>
            <th role="rowheader" scope="row" class="c-job">
              <a class="row-link" href={hrefOf(job)}>
                <span class="name truncate">{job.title}</span>
                <span class="under-name truncate">{requirementWords(job, t)}</span>
              </a>
            </th>
            <td role="cell" class="c-state">
              <span class={job.status === "open" ? "state state-open" : "state"}>
                {t(`jobs.${job.status}`)}
              </span>
            </td>
            <td role="cell" class="c-resumes">
              <ResumeState job={job} t={t} />
            </td>
            <td role="cell" class="c-grades">
              <Grades job={job} t={t} />
            </td>
            <td role="cell" class="c-change end text-fg-2 tabular-nums">
              <time dateTime={job.updatedAt}>
                {formatWhen(language, new Date(job.updatedAt), now)}
              </time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
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
    <div class="flex items-center gap-2.5 tabular-nums">
      {settled < total
        ? (
          <>
            <span>{t("jobs.read_of", { done: settled, total })}</span>
            <progress
              class="progress max-w-16"
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
        <span class="tag tag-stop">
          <Icon name="alert" size={13} />
          {t("jobs.need_you", { count: failed })}
        </span>
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
  if (required + niceToHave > 0) return null;
  return <span class="text-fg-3">{t("jobs.no_requirements")}</span>;
}
