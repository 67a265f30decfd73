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
import { getJob } from "../../../../../lib/hiring/jobs.ts";
import { translator } from "../../../../../locales/translate.ts";
import { readQuery } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

const WRONG = [
  "title",
  "description",
  "place",
  "department",
  "weights",
  "weights_zero",
  "confirm",
] as const;

const SettingsQuery = z.object({
  done: z.enum(["saved", "archived", "reopened"]).optional(),
  wrong: z.enum(WRONG).optional(),
});

export const handler = define.handlers({
  async GET({ state: { actor, db }, params, url }) {
    const query = readQuery(url, SettingsQuery);
    const jobId = pathId(params.id);
    const [job, deletion, departments] = await Promise.all([
      getJob(actor, db, jobId),
      can(actor, "jobs:write") ? describeDeletion(actor, db, jobId) : null,
      listDepartments(actor, db),
    ]);
    return page({ job, deletion, departments, ...query });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { job, deletion, departments, done, wrong } = data;
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
                wrong={wrong}
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
