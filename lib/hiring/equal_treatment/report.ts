import { z } from "zod";
import { audit } from "../../accounts/audit.ts";
import { requirePermission } from "../../accounts/permissions.ts";
import type { Principal } from "../../accounts/principal.ts";
import type { Db } from "../../platform/database.ts";
import { Day, Id } from "../../platform/input.ts";
import { noJob } from "../job_lock.ts";
import { ensureStages, Stage } from "../stages.ts";
import { selectUnits } from "./applications.ts";
import {
  disclose,
  LEAST,
  type Rate,
  ratesOf,
  together,
  type Told,
  type Unit,
} from "./disclosure.ts";
import { fisherExact } from "./fisher.ts";
import { GroupQuestion } from "./questions.ts";

/** Below that share of the best rate a group is taken to fare worse: 29 CFR 1607.4(D). */
export const FOUR_FIFTHS = 0.8;

/** A difference that chance makes less often than that is told as one. */
export const SIGNIFICANT = 0.05;

/** How a group fared at a stage. */
export const GroupRate = z.object({
  group: z.string(),
  applied: z.int(),
  reached: z.int(),
  /** The share of those who applied, 0 to 1. */
  rate: z.number(),
  /** Beside the group with the highest rate; null when nobody came that far. */
  impactRatio: z.number().nullable(),
  /** Fisher's exact test against that group, two-sided; null for that group itself. */
  pValue: z.number().nullable(),
  /** Whether the ratio is below four fifths. */
  isBelowFourFifths: z.boolean(),
  /** Whether chance makes such a difference in fewer than one of twenty cases. */
  isSignificant: z.boolean(),
});
export type GroupRate = z.infer<typeof GroupRate>;

/** Whether groups were treated alike, as far as candidates said which they are in. */
export const EqualTreatment = z.object({
  /** Applications, answers and moves before that day count: the first of this month. */
  asOf: Day,
  /** Of fewer people no figure is told. */
  least: z.int(),
  /** Null: all jobs. */
  job: z.object({ id: Id, title: z.string() }).nullable(),
  questions: z.array(z.object({
    question: GroupQuestion,
    /** Those that may be told; none when fewer than two groups are large enough. */
    stages: z.array(z.object({ stage: Stage, groups: z.array(GroupRate) })),
  })),
}).meta({ id: "EqualTreatment" });
export type EqualTreatment = z.infer<typeof EqualTreatment>;

/**
 * The selection rates of groups, of one job or of all, by what candidates said of themselves.
 *
 * A job with too few people to be told by itself is told together with all others like it; so each
 * application is in one unit, and what is told of all jobs is the sum of what is told of units. It
 * stands still for a month, so that no single move or answer shows.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function getEqualTreatment(
  actor: Principal,
  db: Db,
  jobId: string | undefined,
): Promise<EqualTreatment> {
  requirePermission(actor, "reports:read");
  return await selectEqualTreatment(db, actor.workspaceId, jobId);
}

/** The same for who was let in already. */
export async function selectEqualTreatment(
  db: Db,
  workspaceId: string,
  jobId: string | undefined,
): Promise<EqualTreatment> {
  const asOf = `${new Date().toISOString().slice(0, 7)}-01`;
  const [job, stages, { groupQuestions }] = await Promise.all([
    jobId === undefined ? null : selectJob(db, workspaceId, jobId),
    ensureStages(db, workspaceId),
    db.selectFrom("workspaces").select("groupQuestions").where("id", "=", workspaceId)
      .executeTakeFirstOrThrow(),
  ]);
  const questions = GroupQuestion.options.filter((one) => groupQuestions.includes(one));
  const units = await selectUnits(db, workspaceId, questions, asOf);
  return {
    asOf,
    least: LEAST,
    job,
    questions: questions.map((question) => {
      const rates = ratesOf(tellable(units.get(question) ?? new Map(), jobId));
      return {
        question,
        stages: stages.flatMap((stage) => {
          const groups = rates.get(stage.id);
          return groups ? [{ stage, groups: compare(groups) }] : [];
        }),
      };
    }),
  };
}

async function selectJob(db: Db, workspaceId: string, jobId: string) {
  const job = await db.selectFrom("jobs").select(["id", "title"]).where("id", "=", jobId)
    .where("workspaceId", "=", workspaceId).executeTakeFirst();
  if (!job) throw noJob(jobId);
  return job;
}

/** Each job that can be told by itself, and the others together. */
function tellable(units: ReadonlyMap<string, Unit>, jobId: string | undefined): Told[] {
  const told: Told[] = [];
  const small: Unit[] = [];
  for (const [id, unit] of units) {
    const own = disclose(unit);
    if (!own) small.push(unit);
    else if (jobId === undefined || jobId === id) told.push(own);
  }
  const rest = jobId === undefined ? disclose(together(small)) : undefined;
  return rest ? [...told, rest] : told;
}

/** Each group beside the one with the highest rate; of equal ones the largest. */
export function compare(rates: readonly Rate[]): GroupRate[] {
  const share = ({ reached, applied }: Rate) => applied === 0 ? 0 : reached / applied;
  const best = rates.toSorted((a, b) => share(b) - share(a) || b.applied - a.applied)[0];
  return rates.map((one) => {
    const rate = share(one);
    const top = best ? share(best) : 0;
    const impactRatio = top > 0 ? rate / top : null;
    const pValue = one === best || !best ? null : fisherExact(countsOf(one), countsOf(best));
    return {
      ...one,
      rate,
      impactRatio,
      pValue,
      isBelowFourFifths: impactRatio !== null && impactRatio < FOUR_FIFTHS,
      isSignificant: pValue !== null && pValue < SIGNIFICANT,
    };
  });
}

function countsOf({ reached, applied }: Rate) {
  return { selected: reached, not: applied - reached };
}

/** What candidates are asked about themselves. */
export const GroupQuestions = z.strictObject({ questions: z.array(GroupQuestion).max(4) })
  .meta({ id: "GroupQuestions" });
export type GroupQuestions = z.infer<typeof GroupQuestions>;

/** @throws {Forbidden} If the actor may not read reports. */
export async function getGroupQuestions(actor: Principal, db: Db): Promise<GroupQuestions> {
  requirePermission(actor, "reports:read");
  const { groupQuestions } = await db.selectFrom("workspaces").select("groupQuestions")
    .where("id", "=", actor.workspaceId).executeTakeFirstOrThrow();
  return { questions: GroupQuestion.options.filter((one) => groupQuestions.includes(one)) };
}

/**
 * Chooses what candidates are asked about themselves. What was answered to a question that is asked
 * no more is deleted, with what is left of it of those who were erased.
 *
 * @throws {Forbidden} If the actor does not own the workspace.
 */
export function setGroupQuestions(
  actor: Principal,
  db: Db,
  { questions }: GroupQuestions,
): Promise<GroupQuestions> {
  requirePermission(actor, "members:write");
  const { workspaceId } = actor;
  const chosen = GroupQuestion.options.filter((one) => questions.includes(one));
  return db.transaction().execute(async (trx) => {
    const { groupQuestions: before } = await trx.selectFrom("workspaces")
      .select("groupQuestions").where("id", "=", workspaceId).forNoKeyUpdate()
      .executeTakeFirstOrThrow();
    const dropped = GroupQuestion.options.filter((one) => !chosen.includes(one));
    await trx.updateTable("workspaces").set({ groupQuestions: chosen, updatedAt: new Date() })
      .where("id", "=", workspaceId).execute();
    if (dropped.length > 0) {
      await trx.deleteFrom("groupAnswers").where("workspaceId", "=", workspaceId)
        .where("question", "in", dropped).execute();
      await trx.deleteFrom("groupTallies").where("workspaceId", "=", workspaceId)
        .where("question", "in", dropped).execute();
    }
    await audit(trx, actor, "workspace.group_questions", workspaceId, {
      questions: chosen,
      before,
    });
    return { questions: chosen };
  });
}
