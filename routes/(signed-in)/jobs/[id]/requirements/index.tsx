import { signal } from "@preact/signals";
import { page } from "fresh";
import { z } from "zod";
import { AskDialog } from "../../../../../components/AskDialog.tsx";
import { Button, ButtonLink } from "../../../../../components/Button.tsx";
import { EmptyState } from "../../../../../components/EmptyState.tsx";
import { Frame } from "../../../../../components/Frame.tsx";
import { jobDraft } from "../../../../../components/job_draft.ts";
import { JobHead } from "../../../../../components/JobHead.tsx";
import { LevelReasons } from "../../../../../components/LevelReasons.tsx";
import { ModelProposals } from "../../../../../components/ModelProposals.tsx";
import { Notice, Toast } from "../../../../../components/Notice.tsx";
import { PageTitle } from "../../../../../components/PageTitle.tsx";
import { PostingAdvice } from "../../../../../components/PostingAdvice.tsx";
import { refusalWords } from "../../../../../components/refusal_words.ts";
import type { SavedState } from "../../../../../components/use_requirements.ts";
import { define } from "../../../../../define.ts";
import { KeptDraft } from "../../../../../islands/KeptDraft.tsx";
import { LookAgain } from "../../../../../islands/LookAgain.tsx";
import { RequirementEditor } from "../../../../../islands/RequirementEditor.tsx";
import { SavedAt } from "../../../../../islands/SavedAt.tsx";
import { can } from "../../../../../lib/accounts/permissions.ts";
import { getJob, type Job } from "../../../../../lib/hiring/jobs.ts";
import { listProposals } from "../../../../../lib/hiring/model/proposals.ts";
import { currentChange } from "../../../../../lib/hiring/progress.ts";
import { findUnasked, findVague } from "../../../../../lib/talent/posting_advice.ts";
import { explainLevels } from "../../../../../lib/talent/level_reason.ts";
import { findContradictions, MANY_REQUIRED } from "../../../../../lib/talent/posting_demands.ts";
import { findExcluding } from "../../../../../lib/talent/posting_wording.ts";
import { levelShares } from "../../../../../lib/talent/shares.ts";
import type { Language, Span } from "../../../../../lib/talent/types.ts";
import { Id } from "../../../../../lib/platform/input.ts";
import { textsFor, type Translate, translator } from "../../../../../locales/translate.ts";
import { readQuery } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";
import { ToolIcon } from "../../../../../components/ToolIcon.tsx";

const RequirementsQuery = z.object({
  removed: Id.optional(),
  name: z.string().max(255).optional(),
  restored: z.string().max(255).optional(),
});

export const handler = define.handlers({
  async GET({ state: { actor, db }, params, url }) {
    const { removed, name, restored } = readQuery(url, RequirementsQuery);
    const since = await currentChange(db);
    const jobId = pathId(params.id);
    const [job, proposals] = await Promise.all([
      getJob(actor, db, jobId),
      listProposals(actor, db, jobId),
    ]);
    return page({
      job,
      proposals,
      since,
      restored,
      removed: removed && name ? { id: removed, name } : null,
    });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { job, since, removed, restored } = data;
  const mayEdit = can(state.actor, "jobs:write");
  const vague = findVague(job.description ?? "");
  // Both islands look at it: the one that saves, and the one that says when.
  const saved = signal<SavedState>("");
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={`${t("requirements.title")}: ${job.title}`} t={t} />
      <div class="mx-auto max-w-(--page) px-(--gutter)">
        <JobHead
          job={job}
          tab="requirements"
          meta={
            <SavedAt
              saved={saved}
              language={state.language}
              texts={textsFor(state.language, "saved.")}
            />
          }
          t={t}
        >
          {mayEdit && job.description !== null && <Reread job={job} t={t} />}
          {mayEdit && <GoOn job={job} t={t} />}
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
          faint={findUnasked(job.description)}
          vague={vague}
          requirements={job.requirements}
          weights={job.weights}
          shares={levelShares(job.requirements, job.weights)}
          mayEdit={mayEdit}
          saved={saved}
          judged={job.resumes.done}
          version={job.requirementsVersion}
          isStale={job.isStale}
          since={since}
          language={state.language}
          texts={textsFor(
            state.language,
            "requirements.",
            "kind.",
            "level.",
            "common.",
            "job.",
          )}
          advice={mayEdit && (
            <>
              <Advice job={job} text={job.description} vague={vague} t={t} />
              <ModelProposals
                jobId={job.id}
                isOn={state.config.languageModel !== undefined}
                proposals={data.proposals}
                t={t}
              />
            </>
          )}
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

/** What the text could say better, and how sure each level is. */
function Advice(
  { job, text, vague, t }: { job: Job; text: string; vague: readonly Span[]; t: Translate },
) {
  const required = job.requirements.filter(({ level }) => level === "required").length;
  return (
    <>
      <PostingAdvice
        job={job}
        vague={vague}
        excluding={findExcluding(text)}
        contradictions={findContradictions(job.title, text, job.requirements)}
        tooMany={required > MANY_REQUIRED ? required : null}
        t={t}
      />
      <LevelReasons
        requirements={job.requirements}
        reasons={explainLevels(text, job.requirements)}
        t={t}
      />
    </>
  );
}

function Reread({ job, t }: { job: Job; t: Translate }) {
  return (
    <>
      <button type="button" class="btn" popovertarget="reread">
        <ToolIcon name="retry" size={15} />
        {t("requirements.reread")}
      </button>
      <AskDialog
        id="reread"
        title={t("requirements.reread_title")}
        action={`/jobs/${job.id}/requirements/reread`}
        yes={t("requirements.reread_yes")}
        cancel={t("common.cancel")}
      >
        <p>{t("requirements.reread_kept")}</p>
        <p class="mt-2">{t("requirements.reread_lost")}</p>
      </AskDialog>
    </>
  );
}

/** The next step: of a draft to take the requirements as they are, else to add résumés. */
function GoOn({ job, t }: { job: Job; t: Translate }) {
  if (job.status === "draft" && job.requirements.length > 0) {
    return (
      <form method="post" action={`/jobs/${job.id}/confirm`}>
        <Button kind="primary" icon="check">{t("requirements.confirm")}</Button>
      </form>
    );
  }
  return (
    <ButtonLink href={`/jobs/${job.id}/resumes`} kind="primary" icon="plus">
      {t("requirements.go_on")}
    </ButtonLink>
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
