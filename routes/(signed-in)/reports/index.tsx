import { page } from "fresh";
import { ButtonLink } from "../../../components/Button.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Frame } from "../../../components/Frame.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { ReportFilter, reportQuery } from "../../../components/ReportFilter.tsx";
import { ReportParts } from "../../../components/ReportParts.tsx";
import { define } from "../../../define.ts";
import {
  getReport,
  listReportJobs,
  type Report,
  SMALL_NUMBER,
} from "../../../lib/hiring/reports.ts";
import { type Translate, translator } from "../../../locales/translate.ts";
import { readReportQuery } from "../../(_shared)/report_query.ts";

export const handler = define.handlers({
  async GET({ state: { actor, db }, url }) {
    const [report, jobs] = await Promise.all([
      getReport(actor, db, readReportQuery(url)),
      listReportJobs(actor, db),
    ]);
    return page({ report, jobs });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { report, jobs } = data;
  const query = reportQuery(report.job?.id, report.period);
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("report.title")} t={t} />
      <div class="page page-mid">
        <div class="head">
          <div class="grow-1">
            <h1>{t("report.title")}</h1>
            <p class="text-fg-2">
              {sayAbout(report, t)} <a class="link" href="/reports/equal">{t("equal.title")}</a>
            </p>
          </div>
          <ReportFilter report={report} jobs={jobs} t={t} />
        </div>
        {report.received === 0 ? <Nothing report={report} t={t} /> : (
          <>
            {report.received < SMALL_NUMBER && (
              <Notice>{t("report.small", { count: report.received })}</Notice>
            )}
            <ReportParts report={report} query={query} language={state.language} t={t} />
          </>
        )}
      </div>
    </Frame>
  );
});

function sayAbout({ received, period, job }: Report, t: Translate): string {
  return t("report.about", {
    count: received,
    period: t(`report.in_${period}`),
    jobs: job ? t("report.of_job", { job: job.title }) : t("report.of_all_jobs"),
  });
}

function Nothing({ report, t }: { report: Report; t: Translate }) {
  if (report.period === "all" && !report.job) {
    return (
      <EmptyState title={t("report.none_yet")} advice={t("report.none_yet_more")}>
        <ButtonLink href="/">{t("nav.jobs")}</ButtonLink>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t("report.none")} advice={t("report.none_more")}>
      <ButtonLink href={reportQuery(undefined, "all")}>{t("report.none_all")}</ButtonLink>
    </EmptyState>
  );
}
