import { sql } from "kysely";
import { canonicalJson } from "../../platform/canonical_json.ts";
import type { Db } from "../../platform/database.ts";
import { askModel, ModelFailure, type ModelQuestion } from "../../platform/language_model.ts";
import type { LanguageModelConfig } from "../../platform/settings/language_model.ts";
import { sha256 } from "../engine_identity.ts";
import { reserveTokens, settleTokens } from "./budget.ts";

/** About what a model is asked; its answers are deleted with that. */
export interface AskedAbout {
  readonly workspaceId: string;
  readonly jobId: string;
  readonly resumeId: string | null;
}

/** A token of the languages here is rarely shorter; what is set aside should do. */
const CHARACTERS_PER_TOKEN = 3;

/**
 * Asks a model within the workspace's budget. The same question of the same workspace is asked once
 * and answered from the database after that.
 *
 * @throws {OutOfBudget} If the month's tokens may not do for it.
 * @throws {ModelFailure} If no answer comes that fits.
 */
export async function askWithin<T>(
  db: Db,
  config: LanguageModelConfig,
  about: AskedAbout,
  question: ModelQuestion<T>,
  signal: AbortSignal,
): Promise<T> {
  const { instructions, data, answer, maxAnswerTokens } = question;
  const asked = canonicalJson({ url: config.url, model: config.model, instructions, data });
  const hash = sha256(asked);
  const known = answer.safeParse(await findAnswer(db, about.workspaceId, hash));
  if (known.success) return known.data;
  const estimate = Math.ceil(asked.length / CHARACTERS_PER_TOKEN) + maxAnswerTokens;
  const reserved = await reserveTokens(db, about.workspaceId, estimate, config.monthlyTokens);
  try {
    const { value, usedTokens } = await askModel(config, question, signal);
    await settleTokens(db, reserved, usedTokens ?? estimate);
    await keepAnswer(db, about, hash, value);
    return value;
  } catch (error) {
    if (error instanceof ModelFailure && error.usedTokens !== undefined) {
      await settleTokens(db, reserved, error.usedTokens);
    }
    throw error;
  }
}

async function findAnswer(db: Db, workspaceId: string, hash: string): Promise<unknown> {
  const row = await db.selectFrom("modelAnswers").select("answer")
    .where("workspaceId", "=", workspaceId).where("questionSha256", "=", hash).executeTakeFirst();
  return row?.answer;
}

async function keepAnswer(
  db: Db,
  { workspaceId, jobId, resumeId }: AskedAbout,
  questionSha256: string,
  answer: unknown,
): Promise<void> {
  await db.insertInto("modelAnswers").values({
    workspaceId,
    questionSha256,
    jobId,
    resumeId,
    answer: answer as object,
  }).onConflict((conflict) => conflict.doNothing()).execute();
}

const KEPT_DAYS = 90;

/** Forgets answers of long ago. */
export async function removeOldAnswers(db: Db): Promise<void> {
  await sql`delete from model_answers where created_at < now() - ${KEPT_DAYS} * interval '1 day'`
    .execute(db);
}
