import type { Report } from "../lib/hiring/reports.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";

export interface ReportFilterProps {
  report: Report;
  jobs: readonly { readonly id: string; readonly title: string }[];
  t: Translate;
}

const PERIODS = ["30", "90", "365", "all"] as const;

/** The query of a report, with its question mark. */
export function reportQuery(jobId: string | undefined, period: Report["period"]): string {
  const query = new URLSearchParams(jobId === undefined ? {} : { job: jobId });
  if (period !== "90") query.set("period", period);
  return `?${query}`;
}

/** Which résumés the report is about: a native list of jobs, and links for the periods. */
export function ReportFilter({ report, jobs, t }: ReportFilterProps) {
  return (
    <div class="actions flex-wrap">
      <form method="get" action="/reports" class="flex basis-[280px] gap-2">
        {report.period !== "90" && <input type="hidden" name="period" value={report.period} />}
        <select name="job" class="input" aria-label={t("report.job")}>
          <option value="">{t("report.all_jobs")}</option>
          {jobs.map(({ id, title }) => (
            <option key={id} value={id} selected={id === report.job?.id}>{title}</option>
          ))}
        </select>
        <Button kind="plain">{t("report.show")}</Button>
      </form>
      <div class="segments" role="group" aria-label={t("report.period")}>
        {PERIODS.map((period) => (
          <a
            key={period}
            href={reportQuery(report.job?.id, period)}
            aria-current={period === report.period ? "true" : undefined}
            class="flex-1 justify-center"
          >
            {t(`report.period_${period}`)}
          </a>
        ))}
      </div>
    </div>
  );
}
