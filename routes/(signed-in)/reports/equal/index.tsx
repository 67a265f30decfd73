import { page } from "fresh";
import { z } from "zod";
import { Button } from "../../../../components/Button.tsx";
import { EqualTreatment } from "../../../../components/EqualTreatment.tsx";
import { Frame } from "../../../../components/Frame.tsx";
import { GroupQuestionsForm } from "../../../../components/GroupQuestionsForm.tsx";
import { Toast } from "../../../../components/Notice.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { define } from "../../../../define.ts";
import { can } from "../../../../lib/accounts/permissions.ts";
import { GroupQuestion } from "../../../../lib/hiring/equal_treatment/questions.ts";
import { getEqualTreatment } from "../../../../lib/hiring/equal_treatment/report.ts";
import { listReportJobs } from "../../../../lib/hiring/reports.ts";
import { Id } from "../../../../lib/platform/input.ts";
import { formatDay } from "../../../../locales/format.ts";
import { translator } from "../../../../locales/translate.ts";
import { readQuery } from "../../../(_shared)/forms.ts";

const EqualQuery = z.object({
  // A list's first choice, all jobs, is sent as an empty field.
  job: z.union([z.literal("").transform(() => undefined), Id]).optional(),
  done: z.literal("saved").optional(),
});

export const handler = define.handlers({
  async GET({ state: { actor, db }, url }) {
    const { job, done } = readQuery(url, EqualQuery);
    const [report, jobs] = await Promise.all([
      getEqualTreatment(actor, db, job),
      listReportJobs(actor, db),
    ]);
    return page({ report, jobs, isSaved: done === "saved" });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const { language } = state;
  const t = translator(language);
  const { report, jobs, isSaved } = data;
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("equal.title")} t={t} />
      <div class="page page-mid">
        <div class="head">
          <div class="grow-1">
            <div class="crumb">
              <a href="/reports">{t("report.title")}</a>
            </div>
            <h1>{t("equal.title")}</h1>
            <p class="text-fg-2">
              {t("equal.as_of", { date: formatDay(language, report.asOf) })}
            </p>
          </div>
          <form method="get" action="/reports/equal" class="flex gap-2">
            <select name="job" class="input" aria-label={t("report.job")}>
              <option value="">{t("report.all_jobs")}</option>
              {jobs.map(({ id, title }) => (
                <option key={id} value={id} selected={id === report.job?.id}>{title}</option>
              ))}
            </select>
            <Button>{t("report.show")}</Button>
          </form>
        </div>
        <EqualTreatment report={report} language={language} t={t} />
        <GroupQuestionsForm
          questions={GroupQuestion.options}
          asked={report.questions.map(({ question }) => question)}
          isAllowed={can(state.actor, "members:write")}
          t={t}
        />
      </div>
      {isSaved && <Toast>{t("equal.saved")}</Toast>}
    </Frame>
  );
});
