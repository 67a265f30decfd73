import { page } from "fresh";
import { z } from "zod";
import { Button, ButtonLink } from "../../../../../components/Button.tsx";
import { EmptyState } from "../../../../../components/EmptyState.tsx";
import { Frame } from "../../../../../components/Frame.tsx";
import { jobDraft } from "../../../../../components/job_draft.ts";
import { JobHead } from "../../../../../components/JobHead.tsx";
import { Notice, Toast } from "../../../../../components/Notice.tsx";
import { PageTitle } from "../../../../../components/PageTitle.tsx";
import { refusalWords } from "../../../../../components/refusal_words.ts";
import { define } from "../../../../../define.ts";
import { KeptDraft } from "../../../../../islands/KeptDraft.tsx";
import { LookAgain } from "../../../../../islands/LookAgain.tsx";
import { RequirementEditor } from "../../../../../islands/RequirementEditor.tsx";
import { getJob, type Job } from "../../../../../lib/hiring/jobs.ts";
import type { Language } from "../../../../../lib/talent/types.ts";
import { Id } from "../../../../../lib/platform/input.ts";
import { textsFor, type Translate, translator } from "../../../../../locales/translate.ts";
import { readQuery } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

const RequirementsQuery = z.object({
  removed: Id.optional(),
  name: z.string().max(255).optional(),
  restored: z.string().max(255).optional(),
});

export const handler = define.handlers({
  async GET({ state: { actor, db }, params, url }) {
    const { removed, name, restored } = readQuery(url, RequirementsQuery);
    const job = await getJob(actor, db, pathId(params.id));
    return page({ job, restored, removed: removed && name ? { id: removed, name } : null });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { job, removed, restored } = data;
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={`${t("requirements.title")}: ${job.title}`} t={t} />
      <div class="mx-auto max-w-(--page) px-(--gutter)">
        <JobHead job={job} tab="requirements" t={t}>
          {job.description !== null && <Reread job={job} t={t} />}
          <ButtonLink href={`/jobs/${job.id}/resumes`} kind="primary" icon="plus">
            {t("requirements.go_on")}
          </ButtonLink>
        </JobHead>
        {url.searchParams.has("new") && <KeptDraft name={jobDraft(state)} />}
        {job.requirements.length === 0 && job.description !== null && (
          <div class="mt-4">
            <Notice kind="warn">
              <b>{t("requirements.none")}.</b> {t("requirements.none_advice")}
            </Notice>
          </div>
        )}
        {job.descriptionStatus !== "ready" && (
          <FromFile job={job} language={state.language} t={t} />
        )}
      </div>
      {job.description !== null && (
        <RequirementEditor
          jobId={job.id}
          description={job.description}
          textLanguage={job.language}
          requirements={job.requirements}
          weights={job.weights}
          language={state.language}
          texts={textsFor(state.language, "requirements.", "kind.", "level.", "common.")}
        />
      )}
      {removed && (
        <Toast>
          {t("requirements.deleted", { name: removed.name })}
          <form method="post" action={`/jobs/${job.id}/requirements/${removed.id}/restore`}>
            <button type="submit">{t("common.undo")}</button>
          </form>
        </Toast>
      )}
      {restored && <Toast>{t("requirements.restored", { name: restored })}</Toast>}
    </Frame>
  );
});

function Reread({ job, t }: { job: Job; t: Translate }) {
  return (
    <form method="post" action={`/jobs/${job.id}/requirements/reread`}>
      <Button icon="retry" title={t("requirements.reread_more")}>{t("requirements.reread")}</Button>
    </form>
  );
}

function FromFile({ job, language, t }: { job: Job; language: Language; t: Translate }) {
  const file = job.descriptionFileName ?? "";
  if (job.descriptionStatus === "reading") {
    return (
      <EmptyState
        id="reading"
        title={t("requirements.reading")}
        advice={t("requirements.reading_more", { file })}
      >
        <ButtonLink href={`/jobs/${job.id}/requirements`}>{t("requirements.reload")}</ButtonLink>
        <LookAgain whileId="reading" />
      </EmptyState>
    );
  }
  const { title, advice } = refusalWords(
    language,
    textsFor(language, "refusal."),
    job.descriptionError,
  );
  return (
    <EmptyState title={t("requirements.failed", { file })} advice={`${title} ${advice}`}>
      <ButtonLink href={`/jobs/${job.id}/settings`}>{t("requirements.paste_instead")}</ButtonLink>
    </EmptyState>
  );
}
