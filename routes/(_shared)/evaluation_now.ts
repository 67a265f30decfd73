import type { Context } from "fresh";
import type { EvaluationNow } from "../../components/evaluation_state.ts";
import { rankingSearch } from "../../components/ranking_links.ts";
import type { State } from "../../define.ts";
import type { EvaluationDetail } from "../../lib/hiring/evaluations.ts";
import { differsFromOpinion } from "../../lib/hiring/model/opinions.ts";
import { listOverrides } from "../../lib/hiring/override_history.ts";
import { findPlace } from "../../lib/hiring/ranking.ts";
import { getResumeStage, type ResumeStage } from "../../lib/hiring/resume_stage.ts";
import { sayReason } from "../../lib/talent/reasons.ts";
import { readRankingQuery } from "./ranking_query.ts";

/** What an open evaluation page shows, as it is now; the ranking's filters are in the address. */
export async function readNow(
  { state: { actor, db, language }, url }: Context<State>,
  { resumeId, jobId }: Pick<EvaluationDetail, "resumeId" | "jobId">,
  judged: EvaluationDetail | null | undefined | Promise<EvaluationDetail>,
  known?: ResumeStage,
): Promise<EvaluationNow> {
  const [evaluation, opinionDiffers, history, place, { stage, stageVersion }] = await Promise.all([
    judged,
    differsFromOpinion(actor, db, resumeId),
    listOverrides(actor, db, resumeId),
    findPlace(actor, db, jobId, resumeId, readRankingQuery(url)),
    known ?? getResumeStage(actor, db, resumeId),
  ]);
  const reasons = evaluation?.matches.map(({ reason }) => sayReason(reason, language)) ?? [];
  return { evaluation, reasons, opinionDiffers, history, place, stage, stageVersion };
}

/** The address of an evaluation, with the ranking's filters that this one has. */
export function evaluationPath({ url }: Context<State>, resumeId: string): string {
  return `/resumes/${resumeId}${rankingSearch(readRankingQuery(url))}`;
}
