import { readAskedDegree } from "./asked_degree.ts";
import { readAskedLanguages } from "./asked_language.ts";
import { isMandatory, readWishes } from "./cues.ts";
import { readConditions } from "./demand_conditions.ts";
import {
  type AddDemand,
  type Demand,
  type DemandContext,
  FRAMES,
  makeDemand,
  mark,
} from "./demand_context.ts";
import { readGroup } from "./demand_elements.ts";
import { actionOf, roleOf } from "./demand_phrases.ts";
import { yearsFor } from "./demand_years.ts";
import type { JobSentence } from "./job_sentences.ts";
import { splitList } from "./lists.ts";
import { type Range, type Reading, readPiece, textOf } from "./reading.ts";
import { readUnasked } from "./unasked.ts";
import { isFunctionWord } from "./words.ts";
import { readYears } from "./years.ts";

/** Reads what one sentence asks for, in the order of the text. */
export function readDemands(text: string, sentence: JobSentence): Demand[] {
  const reading = { ...readPiece(text, sentence) };
  const { tokens } = reading;
  const wishes = readWishes(tokens);
  const unasked = readUnasked(reading, wishes);
  const context: DemandContext = {
    reading,
    sentence,
    wishes,
    years: readYears(text, tokens).filter(({ from }) => !unasked.some(covers(from))),
    used: tokens.map((_, at) => unasked.some(covers(at))),
    mandatory: sentence.isCondition || isMandatory(tokens),
  };
  const placed: { at: number; demand: Demand }[] = [];
  const add = (at: number, demand: Demand) => {
    placed.push({ at, demand });
  };
  markYearsAndWishes(context);
  if (sentence.zone !== "duty") {
    readDegree(context, text, add);
    readConditions(context, text, add);
    if (readLanguages(context, text, add) && !hasOtherNames(context)) return inOrder(placed);
  }
  for (const range of openRanges(context)) readRange(context, range, add);
  addBareYears(context, placed, add);
  return inOrder(placed);
}

function covers(at: number): (range: Range) => boolean {
  return ({ from, to }) => from <= at && at < to;
}

function inOrder(placed: { at: number; demand: Demand }[]): Demand[] {
  return placed.sort((a, b) => a.at - b.at).map(({ demand }) => demand);
}

const MAX_REMARK = 24;

function markYearsAndWishes(context: DemandContext): void {
  markRemarks(context);
  markSameJob(context);
  for (const { from, to } of context.years) mark(context, from, to);
  for (const { cueFrom, cueTo } of context.wishes) mark(context, cueFrom, cueTo);
}

const SAME = new Set(
  "similar comparable equivalent same vergelijkbare soortgelijke gelijkwaardige gelijksoortige dezelfde"
    .split(" "),
);
const JOBS = new Set(
  "role position job function capacity post functie rol baan positie".split(" "),
);

/** "in a similar role" names the occupation that the posting is for, which is asked already. */
function markSameJob(context: DemandContext): void {
  const { tokens } = context.reading;
  for (let at = 1; at + 1 < tokens.length; at++) {
    if (!SAME.has(tokens[at]?.text ?? "") || !JOBS.has(tokens[at + 1]?.text ?? "")) continue;
    let from = at;
    while (from > 0 && at - from < 3 && isFunctionWord(tokens[from - 1]?.text ?? "")) from--;
    mark(context, from, at + 2);
  }
  for (let at = 0; at + 2 < tokens.length; at++) {
    if (tokens[at]?.text !== "post" || tokens[at + 1]?.text !== "-") continue;
    if (AFTER_STUDY.has(tokens[at + 2]?.text ?? "")) mark(context, at, at + 3);
  }
}

/** "post-registration experience" is in the occupation too. */
const AFTER_STUDY = new Set(["registration", "qualification", "qualified", "graduation"]);

/** "(mandatory, we cannot sponsor a visa)" says how much, not what. */
function markRemarks(context: DemandContext): void {
  const { tokens } = context.reading;
  for (let from = 0; from < tokens.length; from++) {
    if (tokens[from]?.text !== "(") continue;
    const length = tokens.slice(from, from + MAX_REMARK).findIndex(({ text }) => text === ")");
    if (length > 0 && isMandatory(tokens.slice(from, from + length))) {
      mark(context, from, from + length + 1);
    }
  }
}

function readDegree(context: DemandContext, text: string, add: AddDemand): void {
  const { reading } = context;
  const degree = readAskedDegree(text, reading.tokens);
  if (degree === null || context.used[degree.from]) return;
  mark(context, degree.from, degree.to);
  add(degree.from, makeDemand(context, degree, textOf(reading, degree), null));
  markEquivalents(context, degree.to);
}

/** "or equivalent experience", ", or a trade background with …": what would do instead. */
function markEquivalents(context: DemandContext, to: number): void {
  const { tokens } = context.reading;
  for (let at = to;;) {
    const start = tokens[at]?.text === "," ? at + 1 : at;
    const word = tokens[start]?.text;
    if (word !== "or" && word !== "of") return;
    const end = endOfClause(context.reading, start + 1);
    mark(context, at, end);
    at = end;
  }
}

function endOfClause({ tokens }: Reading, from: number): number {
  for (let at = from; at < tokens.length; at++) {
    const word = tokens[at]?.text ?? "";
    if ([",", ";", ".", "and", "en", "(", ")", "plus"].includes(word)) return at;
  }
  return tokens.length;
}

/** Reads languages; says whether there were any. */
function readLanguages(context: DemandContext, text: string, add: AddDemand): boolean {
  const { reading } = context;
  const languages = readAskedLanguages(text, reading.tokens, reading.mentions);
  let last: { range: Range; name: string } | null = null;
  for (const { name, start, end } of languages) {
    const from = reading.tokens.findIndex((token) => token.start >= start);
    let to = from;
    while (to < reading.tokens.length && (reading.tokens[to]?.end ?? 0) <= end) to++;
    if (context.used[from]) continue;
    mark(context, from, to);
    const link = reading.tokens[from - 1]?.text;
    const isChoice: boolean = last !== null && last.range.to === from - 1 &&
      (link === "or" || link === "of");
    if (last !== null && !isChoice) {
      add(last.range.from, makeDemand(context, last.range, last.name, null));
    }
    last = last !== null && isChoice
      ? { range: { from: last.range.from, to }, name: `${last.name} ${link} ${name}` }
      : { range: { from, to }, name };
  }
  if (last !== null) add(last.range.from, makeDemand(context, last.range, last.name, null));
  return languages.length > 0;
}

/** Behaviour that "excellent spoken and written English" only seems to ask for. */
const SPOKEN = new Set(["communication", "verbal-communication", "written-communication"]);

/** Whether the sentence names known things beside its languages. */
function hasOtherNames({ reading, used }: DemandContext): boolean {
  return reading.mentions.some(({ from, type, skill }) =>
    !used[from] && type !== "language" && type !== "occupation" && !SPOKEN.has(skill)
  );
}

/** What no part has taken yet. */
function openRanges({ reading, used }: DemandContext): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (let at = 0; at <= reading.tokens.length; at++) {
    if (at < reading.tokens.length && !used[at]) continue;
    if (at > from) ranges.push({ from, to: at });
    from = at + 1;
  }
  return ranges;
}

function readRange(context: DemandContext, range: Range, add: AddDemand): void {
  const { reading } = context;
  const phrase = actionOf(context, range);
  if (phrase !== null) {
    add(phrase.from, makeDemand(context, phrase, textOf(reading, phrase), null));
    return;
  }
  const groups = splitList(reading, range);
  for (const group of groups) {
    const role = roleOf(context, group);
    if (role !== null) {
      add(
        role.from,
        makeDemand(context, role, textOf(reading, role), yearsFor(context, role)),
      );
      continue;
    }
    readGroup(context, group, groups.length, add);
  }
}

const MAX_YEARS_NAME = 60;

const MAX_TO_FRAME = 5;

/** "5+ years of relevant experience, preferably in retail": years that belong to no name. */
function addBareYears(
  context: DemandContext,
  placed: readonly { readonly demand: Demand }[],
  add: AddDemand,
): void {
  const [years] = context.years;
  if (years === undefined || context.sentence.zone === "duty") return;
  const { reading } = context;
  const isOnly = placed.length === 0;
  if (placed.some(({ demand }) => demand.years === years.years)) return;
  const at = reading.tokens.findIndex(({ text }, at) =>
    FRAMES.has(text) && (isOnly || at >= years.to && at - years.to <= MAX_TO_FRAME)
  );
  if (at < 0) return;
  let from = at;
  while (
    from > 0 && !context.used[from - 1] && !isFunctionWord(reading.tokens[from - 1]?.text ?? "")
  ) from--;
  const name = textOf(reading, { from, to: at + 1 });
  if (name.length > MAX_YEARS_NAME) return;
  add(at, makeDemand(context, { from, to: at + 1 }, name, years.years));
}
