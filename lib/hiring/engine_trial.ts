import { sql } from "kysely";
import type { HiddenText } from "../documents/types.ts";
import type { Db } from "../platform/database.ts";
import { logger } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import { compareRanked, type Ranked } from "../talent/rank.ts";
import type { Evaluation, Grade, Match } from "../talent/types.ts";
import type { EngineMove } from "./engine_comparisons.ts";
import { type Basis, countHidden, judge, loadBasis, selectOverrides } from "./judging.ts";
import { MAX_RANKED } from "./ranking.ts";
import { BY_RANK, SHARE } from "./ranking_order.ts";
import type { CompareEngineTask } from "./tasks.ts";
import { applyOverrides, rescore } from "./verdicts.ts";

/**
 * Judges the first thousand of a job's ranking by the present engine and writes down who would move
 * and why; nothing that holds is touched. Run twice, it writes the same; it stops when another
 * comparison took its place.
 */
export async function compareEngine(
  { db }: Services,
  { workspaceId, jobId, comparisonId }: CompareEngineTask,
  signal: AbortSignal,
): Promise<void> {
  const basis = await loadBasis(db, workspaceId, jobId);
  if (!basis || !await isWaiting(db, comparisonId)) return;
  const tried: Tried[] = [];
  for (const id of await selectTop(db, basis)) {
    signal.throwIfAborted();
    const one = await tryOne(db, basis, id);
    if (one) tried.push(one);
  }
  await db.updateTable("engineComparisons").set({
    status: "done",
    requirementsVersion: basis.version,
    judged: tried.length,
    moves: movesOf(tried),
    finishedAt: new Date(),
  }).where("id", "=", comparisonId).where("status", "=", "waiting").execute();
}

/** Marks a comparison whose every attempt failed, so that a person may ask again. */
export async function giveUpComparison(
  { db }: Services,
  { comparisonId }: CompareEngineTask,
): Promise<void> {
  await db.updateTable("engineComparisons").set({ status: "failed", finishedAt: new Date() })
    .where("id", "=", comparisonId).where("status", "=", "waiting").execute();
}

/** Opens a comparison again that was given up, so that its task finds work. */
export async function reopenComparison(
  { db }: Services,
  { comparisonId }: CompareEngineTask,
): Promise<void> {
  await db.updateTable("engineComparisons").set({ status: "waiting", finishedAt: null })
    .where("id", "=", comparisonId).where("status", "=", "failed").execute();
}

async function isWaiting(db: Db, comparisonId: string): Promise<boolean> {
  const row = await db.selectFrom("engineComparisons").select("status")
    .where("id", "=", comparisonId).executeTakeFirst();
  return row?.status === "waiting";
}

async function selectTop(db: Db, { workspaceId, jobId, version }: Basis): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with judged as (
      select r.id, r.file_name, r.text_hash, e.score, e.raw_score, ${SHARE} as share
      from evaluations e join resumes r on r.id = e.resume_id
      where e.job_id = ${jobId} and r.workspace_id = ${workspaceId} and r.status = 'done'
        and e.requirements_version = ${version} and e.score is not null
    )
    select id from judged order by ${BY_RANK} limit ${MAX_RANKED}`.execute(db);
  return rows.map(({ id }) => id);
}

/** A résumé judged twice. */
interface Tried {
  readonly resumeId: string;
  readonly engineVersion: string;
  readonly before: Ranked & { readonly grade: Grade | null };
  readonly after: Ranked & { readonly grade: Grade | null };
  readonly verdicts: EngineMove["verdicts"];
}

async function tryOne(db: Db, basis: Basis, resumeId: string): Promise<Tried | undefined> {
  const [row, overrides] = await Promise.all([
    db.selectFrom("resumes").innerJoin("evaluations", "evaluations.resumeId", "resumes.id")
      .select(["resumes.text", "resumes.receivedOn", "resumes.hidden", "resumes.fileName"])
      .select(["resumes.textHash", "evaluations.engineVersion", "evaluations.matches"])
      .select(["evaluations.score", "evaluations.rawScore", "evaluations.grade"])
      .select(["evaluations.requiredMet", "evaluations.requiredTotal"])
      .where("resumes.id", "=", resumeId).executeTakeFirst(),
    selectOverrides(db, resumeId),
  ]);
  if (!row) return undefined;
  const file = { fileName: row.fileName, textHash: row.textHash?.toHex() ?? "" };
  try {
    const evaluation = judge(basis, {
      text: row.text ?? "",
      receivedOn: row.receivedOn,
      hiddenCharacters: countHidden(row.hidden as unknown as HiddenText[]),
    });
    const effective = applyOverrides(basis.requirements, evaluation.matches, overrides);
    const { score, rawScore, requiredMet, requiredTotal } = row;
    const grade = row.grade as Grade | null;
    return {
      resumeId,
      engineVersion: row.engineVersion,
      before: { ...file, score, rawScore, requiredMet, requiredTotal, grade },
      after: { ...file, ...heldAfter(effective, basis, evaluation) },
      verdicts: changedVerdicts(row.matches as Match[], evaluation.matches),
    };
  } catch (error) {
    logger("hiring").error("Judging résumé {resumeId} failed", { resumeId, error });
    return undefined;
  }
}

function heldAfter(
  effective: Parameters<typeof rescore>[0],
  { weights }: Basis,
  { flags, likeness }: Evaluation,
) {
  return rescore(effective, weights, flags, likeness?.percent ?? null);
}

function changedVerdicts(
  before: readonly Match[],
  after: readonly Match[],
): EngineMove["verdicts"] {
  const was = new Map(before.map((match) => [match.requirementId, match.verdict]));
  return after.flatMap(({ requirementId, verdict: to, reason }) => {
    const from = was.get(requirementId);
    if (from === undefined || from === to) return [];
    return [{
      requirementId,
      from,
      to,
      reason: { code: reason.code, params: { ...reason.params } },
    }];
  });
}

/** Who stands elsewhere, or for other reasons; in the order of the new ranking. */
function movesOf(tried: readonly Tried[]): Omit<EngineMove, "name">[] {
  const before = rankBy(tried, (one) => one.before);
  const after = rankBy(tried, (one) => one.after);
  return [...after].flatMap(([one, rank]) => {
    const was = before.get(one) ?? rank;
    const isSame = was === rank && one.before.score === one.after.score &&
      one.verdicts.length === 0;
    if (isSame) return [];
    const { resumeId, engineVersion, verdicts } = one;
    return [{
      resumeId,
      engineVersion,
      before: { rank: was, score: one.before.score, grade: one.before.grade },
      after: { rank, score: one.after.score, grade: one.after.grade },
      verdicts,
    }];
  });
}

function rankBy(tried: readonly Tried[], side: (one: Tried) => Ranked): Map<Tried, number> {
  const sorted = tried.toSorted((a, b) => compareRanked(side(a), side(b)));
  return new Map(sorted.map((one, at) => [one, at + 1]));
}
