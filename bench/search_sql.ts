import type { Principal } from "../lib/accounts/principal.ts";
import { askResumes } from "../lib/hiring/ask.ts";
import { listPeople } from "../lib/hiring/candidates.ts";
import { searchPeople } from "../lib/hiring/search.ts";
import type { Db } from "../lib/platform/database.ts";
import { makeManyResumes } from "../tests/harness/many_resumes.ts";
import { inWorkspace } from "../lib/platform/workspace_scope.ts";
import { faultsOfSearch, SEARCH_CASES } from "../tests/harness/search_plans.ts";
import { testServices } from "../tests/harness/services.ts";
import { type Figure, median, type Part, seconds } from "./figure.ts";
import { makeOwner } from "./owner.ts";

/** What finding people costs in a small, a large and a huge workspace. */
export const searchSql: Part = {
  name: "search",
  title: "Search",
  how:
    "Workspaces of 200, 10,000 and 100,000 résumés of 150 words, common and rare ones; each search " +
    "with all its statements, the words around what was found and the twenty people shown, each " +
    "question with the ten résumés that are read for its answers, nine times after a first one. Medians. From 10,000 on the plans are read: it ends where a search reads " +
    "a whole table, or more texts than in a small one.",
  measure,
};

const SIZES = [200, 10_000, 100_000];

/** A word in three of four texts, beginnings, typing mistakes and what only a few have. */
const SEARCHES: readonly (readonly [name: string, q: string, isTyping?: true])[] = [
  ["a name", "Okafor"],
  ["a mistyped name", "Okafr"],
  ["a whole name", "Sanne Jansen"],
  ["an address", "jansen.117@example.com"],
  ["a word in most texts", "experience"],
  ["two words in most texts", "experience team"],
  ["words together", '"experience team"'],
  ["common words that seldom stand together", '"payroll salesforce"'],
  ["a common word and not another", "experience -kafka"],
  ["a rare word", "morfvice"],
  ["a word that is nowhere", "submarine"],
  ["a beginning, while typing", "mor", true],
  ["two letters, while typing", "ja", true],
];

/** What is asked of the résumés: in a sentence, of several things, of what only reading decides. */
const QUESTIONS = [
  "who has led a team in a hospital?",
  "payroll AND salesforce",
  "engineer NOT kafka",
  "years:python>3",
  "language:nl",
];

const TIMES = 9;

/** Milliseconds that finding people may take, however many there are. */
const LIMIT_MS = 50;

/** From this size on an index is worth it to the planner. */
const PLANNED = 10_000;

async function measure(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of SIZES) {
    await using test = await testServices();
    const { db } = test.services;
    const owner = await makeOwner(db);
    const { workspaceId } = owner;
    await makeManyResumes(db, { workspaceId, resumes: size, words: 150 });
    await inWorkspace(workspaceId, async () => {
      // Behind the wall, as the pages are.
      const { db } = test.walled;
      if (size >= PLANNED) await checkPlans(db, workspaceId);
      figures.push(...await measureSize(owner, db, size));
    });
  }
  return figures;
}

/** @throws {RangeError} If a search costs more the larger the workspace is. */
async function checkPlans(db: Db, workspaceId: string): Promise<void> {
  for (const q of [...SEARCH_CASES, ...SEARCHES.map(([, q]) => q)]) {
    const faults = await faultsOfSearch(db, workspaceId, q);
    if (faults.length > 0) throw new RangeError(faults.join("\n"));
  }
}

async function measureSize(owner: Principal, db: Db, size: number): Promise<Figure[]> {
  const page = { page: 1, itemsPerPage: 20 };
  const of = `of ${size.toLocaleString("en")}`;
  const figures: Figure[] = [];
  for (const [name, q, isTyping] of SEARCHES) {
    const value = await medianMs(() =>
      searchPeople(owner, db, { q, isTyping: isTyping ?? false, ...page })
    );
    figures.push({ name: `${name}, ${of}`, value, unit: "ms", limit: LIMIT_MS });
  }
  for (const q of QUESTIONS) {
    const value = await medianMs(() => askResumes(owner, db, { q, page: 1, itemsPerPage: 10 }));
    figures.push({ name: `the question "${q}", ${of}`, value, unit: "ms" });
  }
  const value = await medianMs(() => listPeople(owner, db, { ...page, sort: "change" }));
  return [
    ...figures,
    { name: `the list by last change, ${of}`, value, unit: "ms", limit: LIMIT_MS },
  ];
}

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let n = 0; n < TIMES; n++) times.push(await seconds(work) * 1000);
  return median(times);
}
