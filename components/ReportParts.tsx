import type { Report } from "../lib/hiring/reports.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatNumber } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import {
  FunnelChart,
  GradesChart,
  OverridesChart,
  RefusalsChart,
  TimesChart,
} from "./ReportCharts.tsx";
import { reportQuery } from "./ReportFilter.tsx";
import { ReportPart } from "./ReportPart.tsx";
import { tableOf } from "./report_tables.ts";
import { stageName } from "./StageWord.tsx";

export interface ReportPartsProps {
  report: Report;
  /** Of the report, with its question mark. */
  query: string;
  language: Language;
  t: Translate;
}

/** All parts of a report, two beside each other where there is room. */
export function ReportParts({ report, query, language, t }: ReportPartsProps) {
  const shared = { query, language, t };
  const chart = { report, language, t };
  return (
    <div class="report">
      <ReportPart
        {...shared}
        name="funnel"
        title={t("report.funnel")}
        about={t("report.funnel_more")}
        table={tableOf("funnel", report, t)}
      >
        <FunnelChart {...chart} />
      </ReportPart>
      <ReportPart
        {...shared}
        name="times"
        title={t("report.times")}
        about={t("report.times_more")}
        table={tableOf("times", report, t)}
      >
        <TimesChart {...chart} />
      </ReportPart>
      <ReportPart
        {...shared}
        name="grades"
        title={t("report.grades")}
        table={tableOf("grades", report, t)}
      >
        <GradesChart {...chart} />
      </ReportPart>
      <ReportPart
        {...shared}
        name="refusals"
        title={t("report.refusals")}
        table={tableOf("refusals", report, t)}
      >
        <RefusalsChart {...chart} />
      </ReportPart>
      <ReportPart
        {...shared}
        name="overrides"
        title={t("report.overrides")}
        about={t("report.overrides_more")}
        table={tableOf("overrides", report, t)}
      >
        <OverridesChart {...chart} />
      </ReportPart>
      {!report.job && (
        <ReportPart
          {...shared}
          name="jobs"
          title={t("report.jobs")}
          about={t("report.jobs_more")}
          table={tableOf("jobs", report, t)}
        >
          <JobsChart {...chart} />
        </ReportPart>
      )}
    </div>
  );
}

/** Each job with its figures, as links to the reports of their own. */
function JobsChart({ report, language, t }: Omit<ReportPartsProps, "query">) {
  return (
    <ul class="report-jobs">
      {report.jobs.map(({ id, title, stages }) => (
        <li key={id}>
          <a class="link" href={reportQuery(id, report.period)}>{title}</a>
          <span class="text-fg-3">
            {report.funnel.flatMap(({ stage }) => {
              const reached = stages.find(({ stageId }) => stageId === stage.id)?.reached;
              return reached ? [`${stageName(stage, t)} ${formatNumber(language, reached)}`] : [];
            }).join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
