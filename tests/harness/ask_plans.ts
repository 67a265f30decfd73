import { sql } from "kysely";
import { textsOfJob, toQueries } from "../../lib/hiring/ask_matches.ts";
import {
  isCommon,
  prepareSearch,
  prepareTexts,
  textStatements,
} from "../../lib/hiring/search_matches.ts";
import type { Db } from "../../lib/platform/database.ts";
import { readQuestion } from "../../lib/talent/question_read.ts";
import { faultsOfStatement } from "./search_plans.ts";

/** Questions of each kind: common and rare words, many ways to say one thing, and what is not wanted. */
export const ASK_CASES = [
  "who has led a team in a hospital?",
  "payroll",
  "zwaluwstaart",
  "payroll AND salesforce AND zwaluwstaart",
  '"manager development" OR zwaluwstaart',
  "zwaluwstaart NOT kafka",
  "years:python>3",
  "language:nl",
];

/**
 * Runs the statements of a question, over a job and over the workspace, and reads their plans.
 *
 * @returns What is wrong with them, as `faultsOfSearch` says it.
 */
export async function faultsOfAsking(
  db: Db,
  workspaceId: string,
  jobId: string,
  q: string,
): Promise<string[]> {
  const { question } = readQuestion(q);
  if (question === null) throw new RangeError(`${q} cannot be asked`);
  const wanted = await toQueries(db, question);
  if (wanted === null) throw new RangeError(`${q} has no word that can be looked for`);
  return await db.transaction().execute(async (trx) => {
    await prepareSearch(trx);
    const faults = await faultsOfStatement(trx, "ofJob", textsOfJob(workspaceId, jobId, wanted));
    const { newest, texts } = textStatements(workspaceId, wanted);
    const { rows: [sample] } = await newest.execute(trx);
    faults.push(...await faultsOfStatement(trx, "newest", newest));
    if (!isCommon(sample)) {
      await prepareTexts(trx);
      await sql`set local statement_timeout = 0`.execute(trx);
      faults.push(...await faultsOfStatement(trx, "texts", texts));
    }
    return faults.map((fault) => `${q}: ${fault}`);
  });
}
