import { page } from "fresh";
import { z } from "zod";
import { EvaluationFoot } from "../../../../components/EvaluationFoot.tsx";
import { saidMatches } from "../../../../components/evaluation_state.ts";
import { EVALUATION_TEXTS } from "../../../../components/evaluation_texts.ts";
import { MaskedNote } from "../../../../components/MaskedNote.tsx";
import { MovedNotice } from "../../../../components/MovedNotice.tsx";
import { NotJudged } from "../../../../components/NotJudged.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { rankingSearch } from "../../../../components/ranking_links.ts";
import { ReceiptNote } from "../../../../components/ReceiptNote.tsx";
import { ResumeDocument } from "../../../../components/ResumeDocument.tsx";
import { ScoreSum } from "../../../../components/ScoreSum.tsx";
import { define } from "../../../../define.ts";
import { EvaluationView } from "../../../../islands/EvaluationView.tsx";
import { SentOnce } from "../../../../islands/SentOnce.tsx";
import { can } from "../../../../lib/accounts/permissions.ts";
import { duplicatesOf } from "../../../../lib/hiring/duplicates.ts";
import { getEvaluation, isWithheld } from "../../../../lib/hiring/evaluations.ts";
import { getJob } from "../../../../lib/hiring/jobs.ts";
import { historyOf } from "../../../../lib/hiring/moves.ts";
import { listNotes } from "../../../../lib/hiring/notes.ts";
import { currentChange } from "../../../../lib/hiring/progress.ts";
import { findReceiptFacts } from "../../../../lib/hiring/receipts.ts";
import { getResume } from "../../../../lib/hiring/resumes.ts";
import { getResumeStage } from "../../../../lib/hiring/resume_stage.ts";
import { listStages, stageOfDecision } from "../../../../lib/hiring/stages.ts";
import { Id } from "../../../../lib/platform/input.ts";
import { textsFor, translator } from "../../../../locales/translate.ts";
import { readModel } from "../../../(_shared)/model_says.ts";
import { readNow } from "../../../(_shared)/evaluation_now.ts";
import { readQuery } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";
import { readTold } from "../../../(_shared)/moves.ts";
import { readRankingQuery } from "../../../(_shared)/ranking_query.ts";

const EvaluationQuery = z.object({ change: Id.optional() });

export const handler = define.handlers({
  async GET(ctx) {
    const { state: { actor, db }, params, url } = ctx;
    const { change = null } = readQuery(url, EvaluationQuery);
    const id = pathId(params.id);
    const since = await currentChange(db);
    const [resume, standing, stages, moves, told, receipt] = await Promise.all([
      getResume(actor, db, id),
      getResumeStage(actor, db, id),
      listStages(actor, db),
      historyOf(actor, db, id),
      readTold(ctx),
      findReceiptFacts(actor, db, id),
    ]);
    const { jobId, candidate } = resume;
    const isObjected = await isWithheld(actor, db, id);
    const judged = resume.status === "done" && !isObjected ? getEvaluation(actor, db, id) : null;
    const shown = isObjected ? undefined : judged;
    const [job, now, notes, duplicates, model] = await Promise.all([
      getJob(actor, db, jobId),
      readNow(ctx, { resumeId: id, jobId }, shown, standing),
      candidate ? listNotes(actor, db, candidate.id) : [],
      candidate ? duplicatesOf(actor, db, candidate.id) : [],
      readModel(ctx, judged, id),
    ]);
    return page({
      resume,
      isObjected,
      job,
      personId: standing.personId,
      stages,
      moves,
      notes,
      duplicates,
      told,
      receipt,
      model,
      now,
      since,
      change,
    });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const { actor, language, session } = state;
  const t = translator(language);
  const { resume, job, stages, now, told } = data;
  const { id, fileName, status, error, pageCount, pages } = resume;
  const name = resume.candidate?.name ?? fileName;
  const receipt = <ReceiptNote resumeId={id} receipt={data.receipt} t={t} />;
  const target = (decision: "undecided" | "shortlisted" | "rejected") =>
    stageOfDecision(stages, decision);
  const jobWords = [...job.requirements.map((one) => one.name), job.description ?? ""];
  return (
    <>
      <PageTitle title={name} t={t} />
      <a class="skip" href="#verdicts">{t("evaluation.skip")}</a>
      <EvaluationView
        resume={{ id, fileName, status, error, pageCount, pages }}
        name={name}
        personId={data.personId}
        job={{ id: job.id, title: job.title }}
        now={now}
        targets={{
          undecided: target("undecided"),
          shortlisted: target("shortlisted"),
          rejected: target("rejected"),
        }}
        search={rankingSearch(readRankingQuery(url))}
        openChange={data.change}
        mayChange={can(actor, "evaluations:write")}
        mayDecide={can(actor, "decisions:write")}
        user={{ id: actor.userId, name: actor.name }}
        singleKeys={session?.user.singleKeys ?? false}
        since={data.since}
        language={language}
        texts={textsFor(language, ...EVALUATION_TEXTS)}
        waiting={now.evaluation ? null : (
          <NotJudged
            resume={resume}
            isObjected={data.isObjected}
            mayRetry={can(actor, "resumes:write")}
            language={language}
            t={t}
          />
        )}
        sum={now.evaluation && (
          <ScoreSum
            evaluation={now.evaluation}
            matches={saidMatches(now)}
            language={language}
            t={t}
          >
            {receipt}
          </ScoreSum>
        )}
        receipt={receipt}
        document={
          <>
            {resume.isMasked && (
              <MaskedNote resumeId={id} mayDecide={can(actor, "decisions:write")} t={t} />
            )}
            <ResumeDocument resume={resume} matches={saidMatches(now)} jobWords={jobWords} t={t} />
          </>
        }
        below={
          <EvaluationFoot
            {...data}
            evaluation={now.evaluation}
            mayAsk={can(actor, "evaluations:write")}
            back={told.back}
            mayWrite={can(actor, "decisions:write")}
            mayMerge={can(actor, "candidates:write")}
            language={language}
            t={t}
          />
        }
      />
      <MovedNotice {...told} t={t} />
      <SentOnce />
    </>
  );
});
