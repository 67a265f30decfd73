import { page } from "fresh";
import { z } from "zod";
import { CandidateBar } from "../../../../components/CandidateBar.tsx";
import { EvaluationPanes } from "../../../../components/EvaluationPanes.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { define } from "../../../../define.ts";
import { can } from "../../../../lib/accounts/permissions.ts";
import { getEvaluation } from "../../../../lib/hiring/evaluations.ts";
import { getJob } from "../../../../lib/hiring/jobs.ts";
import { findPlace } from "../../../../lib/hiring/ranking.ts";
import { getResume } from "../../../../lib/hiring/resumes.ts";
import { Id } from "../../../../lib/platform/input.ts";
import { sayReason } from "../../../../lib/talent/reasons.ts";
import { translator } from "../../../../locales/translate.ts";
import { readQuery } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";

const EvaluationQuery = z.object({ change: Id.optional() });

export const handler = define.handlers({
  async GET({ state: { actor, db, language }, params, url }) {
    const { change } = readQuery(url, EvaluationQuery);
    const resume = await getResume(actor, db, pathId(params.id));
    const [job, place, evaluation] = await Promise.all([
      getJob(actor, db, resume.jobId),
      findPlace(actor, db, resume.jobId, resume.id),
      resume.status === "done" ? getEvaluation(actor, db, resume.id) : null,
    ]);
    const reasons = evaluation?.matches.map(({ reason }) => sayReason(reason, language)) ?? [];
    return page({ resume, job, place, evaluation, reasons, change });
  },
});

export default define.page<typeof handler>(({ data, state }) => {
  const t = translator(state.language);
  const { resume, job, place, evaluation, reasons, change } = data;
  const name = resume.candidate?.name ?? resume.fileName;
  return (
    <div class="evaluation-page">
      <PageTitle title={name} t={t} />
      <a class="skip" href="#verdicts">{t("evaluation.skip")}</a>
      <CandidateBar
        name={name}
        job={job}
        evaluation={evaluation}
        place={place}
        language={state.language}
        t={t}
      />
      <EvaluationPanes
        resume={resume}
        evaluation={evaluation}
        reasons={reasons}
        openChange={change}
        canChange={can(state.actor, "evaluations:write") && evaluation?.isStale === false}
        actor={state.actor}
        language={state.language}
        t={t}
      />
    </div>
  );
});
