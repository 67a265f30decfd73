import { type RawBuilder, sql } from "kysely";
import {
  isCommon,
  prepareSearch,
  prepareTexts,
  searchStatements,
} from "../../lib/hiring/search_matches.ts";
import { readSearch } from "../../lib/hiring/search_query.ts";
import type { Db, Trx } from "../../lib/platform/database.ts";

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly "Rows Removed by Index Recheck"?: number;
  readonly Plans?: readonly Plan[];
}

/** The index that a statement must use. */
const INDEXES: Readonly<Record<string, string>> = {
  names: "candidates_name",
  emails: "candidates_email",
  texts: "resumes_search",
  ofJob: "resumes_by_change",
};

/** As many texts may one statement read in a workspace of any size. */
const MOST_TEXTS_READ = 1300;

/**
 * Runs the statements of a search and reads their plans.
 *
 * @returns What is wrong with them: whole tables that they read, indexes that they do not use, and
 * more texts than a search may read.
 */
export async function faultsOfSearch(db: Db, workspaceId: string, q: string): Promise<string[]> {
  const query = readSearch(q);
  return await db.transaction().execute(async (trx) => {
    await prepareSearch(trx);
    const faults: string[] = [];
    const statements = searchStatements(workspaceId, query);
    const { rows: [sample] } = await statements.newest.execute(trx);
    for (const [name, one] of Object.entries(statements)) {
      if (name === "texts" && isCommon(sample)) continue; // a search does not ask it then
      if (query.hasOperators && name !== "newest" && name !== "texts") continue;
      if (name === "texts") await prepareTexts(trx);
      await sql`set local statement_timeout = 0`.execute(trx);
      faults.push(...(await faultsOfStatement(trx, name, one)).map((fault) => `${q}: ${fault}`));
    }
    return faults;
  });
}

/** Runs one statement and says what is wrong with its plan. */
export async function faultsOfStatement(
  trx: Trx,
  name: string,
  statement: RawBuilder<unknown>,
): Promise<string[]> {
  const { rows: [row] } = await sql<{ "QUERY PLAN": { Plan: Plan }[] }>`
    explain (analyze, timing off, format json) ${statement}`.execute(trx);
  const plan = row?.["QUERY PLAN"][0]?.Plan;
  if (!plan) throw new TypeError(`${name} has no plan`);
  return faultsOf(name, stepsOf(plan)).map((fault) => `${name} ${fault}`);
}

function faultsOf(name: string, steps: readonly Plan[]): string[] {
  const faults = steps.filter((step) => step["Node Type"] === "Seq Scan")
    .map((step) => `reads all of ${step["Relation Name"]}`);
  const index = INDEXES[name];
  if (index && !steps.some((step) => step["Index Name"] === index)) {
    faults.push(`does not use ${index}`);
  }
  const read = steps.filter((step) => step["Relation Name"] === "resumes")
    .reduce((sum, step) => sum + rowsOf(step), 0);
  if (read > MOST_TEXTS_READ) faults.push(`reads ${read} texts`);
  return faults;
}

function rowsOf(step: Plan): number {
  const removed = (step["Rows Removed by Filter"] ?? 0) +
    (step["Rows Removed by Index Recheck"] ?? 0);
  return (step["Actual Rows"] + removed) * step["Actual Loops"];
}

/** All steps of a plan. */
function stepsOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(stepsOf)];
}

/** Searches of each kind: common and rare words, together or not, names and addresses. */
export const SEARCH_CASES = [
  "Okafr",
  "ja",
  "amara.1@example.com",
  "experience",
  "kafka -java",
  '"project manager"',
  '"manager development"',
  '"manager development" or submarine',
  'morfvice -"manager development"',
];
