import { page } from "fresh";
import { z } from "zod";
import { EmptyState } from "../../../../../components/EmptyState.tsx";
import { Frame } from "../../../../../components/Frame.tsx";
import { JobHead } from "../../../../../components/JobHead.tsx";
import { JobSettings } from "../../../../../components/JobSettings.tsx";
import { Toast } from "../../../../../components/Notice.tsx";
import { PageTitle } from "../../../../../components/PageTitle.tsx";
import { define } from "../../../../../define.ts";
import { KeptDraft } from "../../../../../islands/KeptDraft.tsx";
import { can } from "../../../../../lib/accounts/permissions.ts";
import { describeDeletion } from "../../../../../lib/hiring/job_deletion.ts";
import { listDepartments } from "../../../../../lib/hiring/job_list.ts";
import { holdOfJob } from "../../../../../lib/hiring/privacy/legal_holds.ts";
import { Measure } from "../../../../../lib/hiring/metrics.ts";
import { getJob } from "../../../../../lib/hiring/jobs.ts";
import { translator } from "../../../../../locales/translate.ts";
import { readQuery } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";
import { MetricField, TypedMetric } from "../../../../(_shared)/metric_form.ts";

const WRONG = [
  "title",
  "description",
  "place",
  "department",
  "weights",
  "weights_zero",
  "confirm",
  "metric_of",
  "metric_nearly",
  "metric_full",
  "metric_part",
  "metric_name",
] as const;

const SettingsQuery = z.object({
  done: z.enum(["saved", "archived", "reopened"]).optional(),
  wrong: z.enum(WRONG).optional(),
}).extend(TypedMetric.shape);

/** The form of a metric that could not be saved, as it was typed. */
function typedMetric({ done: _, wrong, metric, ...typed }: z.infer<typeof SettingsQuery>) {
  const field = MetricField.safeParse(wrong?.replace(/^metric_/, ""));
  if (!field.success) return null;
  const texts = Object.entries(typed).map(([name, text]) => [name, text ?? ""]);
  return { id: metric ?? null, wrong: field.data, typed: Object.fromEntries(texts) };
}

export const handler = define.handlers({
  async GET({ state: { actor, db }, params, url }) {
    const query = readQuery(url, SettingsQuery);
    const jobId = pathId(params.id);
    const [job, deletion, departments, hold] = await Promise.all([
      getJob(actor, db, jobId),
      can(actor, "jobs:write") ? describeDeletion(actor, db, jobId) : null,
      listDepartments(actor, db),
      can(actor, "candidates:write") ? holdOfJob(actor, db, jobId) : undefined,
    ]);
    const { done, wrong } = query;
    return page({ job, deletion, departments, hold, done, wrong, typed: typedMetric(query) });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { job, deletion, departments, hold, done, wrong, typed } = data;
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={`${t("settings.title")}: ${job.title}`} t={t} />
      <div class="page">
        <JobHead job={job} tab="settings" t={t} />
        {deletion === null
          ? <EmptyState title={t("settings.read_only")} advice={t("settings.read_only_more")} />
          : (
            <>
              <JobSettings
                job={job}
                deletion={deletion}
                departments={departments}
                hold={hold}
                mayAccount={can(state.actor, "audit:read")}
                wrong={wrong}
                measures={Measure.options}
                typed={typed}
                t={t}
              />
              <KeptDraft
                name={`settings:${state.actor.userId}:${job.id}`}
                {...(done === "saved" ? {} : { formId: "job-text" })}
              />
            </>
          )}
      </div>
      {done && <Toast>{t(`settings.${done}`)}</Toast>}
    </Frame>
  );
});
