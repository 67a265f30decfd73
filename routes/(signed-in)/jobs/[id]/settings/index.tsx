import { page } from "fresh";
import { z } from "zod";
import { Frame } from "../../../../../components/Frame.tsx";
import { JobHead } from "../../../../../components/JobHead.tsx";
import { JobSettings } from "../../../../../components/JobSettings.tsx";
import { Toast } from "../../../../../components/Notice.tsx";
import { PageTitle } from "../../../../../components/PageTitle.tsx";
import { define } from "../../../../../define.ts";
import { describeDeletion } from "../../../../../lib/hiring/job_deletion.ts";
import { getJob } from "../../../../../lib/hiring/jobs.ts";
import { translator } from "../../../../../locales/translate.ts";
import { readQuery } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

const SettingsQuery = z.object({
  done: z.enum(["saved", "archived", "reopened"]).optional(),
  wrong: z.enum(["title", "description", "weights", "weights_zero", "confirm"]).optional(),
});

export const handler = define.handlers({
  async GET({ state: { actor, db }, params, url }) {
    const query = readQuery(url, SettingsQuery);
    const jobId = pathId(params.id);
    const [job, deletion] = await Promise.all([
      getJob(actor, db, jobId),
      describeDeletion(actor, db, jobId),
    ]);
    return page({ job, deletion, ...query });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { job, deletion, done, wrong } = data;
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={`${t("settings.title")}: ${job.title}`} t={t} />
      <div class="page">
        <JobHead job={job} tab="settings" t={t} />
        <JobSettings job={job} deletion={deletion} wrong={wrong} t={t} />
      </div>
      {done && <Toast>{t(`settings.${done}`)}</Toast>}
    </Frame>
  );
});
