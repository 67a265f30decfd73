import { readAskedDegree } from "./asked_degree.ts";
import { readAskedLanguages } from "./asked_language.ts";
import { isMandatory, readWishes, type Wish } from "./cues.ts";
import { detectLanguage } from "./language.ts";
import type { JobSentence } from "./job_sentences.ts";
import { type Group, splitList } from "./lists.ts";
import { trimElement } from "./names.ts";
import { type PlacedMention, type Range, type Reading, readPiece, textOf } from "./reading.ts";
import { isRoleHead } from "./roles.ts";
import { mainMention } from "./target.ts";
import type { Level, Span } from "./types.ts";
import {
  AUXILIARIES,
  DETERMINERS,
  isContentWord,
  isFunctionWord,
  PRAISE,
  PRONOUNS,
  verbBase,
} from "./words.ts";
import { type AskedYears, readYears } from "./years.ts";

/** One thing that a sentence asks for, before equal ones are put together. */
export interface Demand {
  readonly name: string;
  readonly level: Level;
  readonly years: number | null;
  /** Whether the text makes it a condition. */
  readonly isMandatory: boolean;
  /** Whether it names something that the lexicon knows, a degree or a language. */
  readonly isKnown: boolean;
  /** The sentence. */
  readonly source: Span;
}

interface Context {
  readonly reading: Reading;
  readonly sentence: JobSentence;
  readonly wishes: readonly Wish[];
  readonly years: readonly AskedYears[];
  readonly used: boolean[];
  readonly mandatory: boolean;
}

/** Reads what one sentence asks for, in the order of the text. */
export function readDemands(text: string, sentence: JobSentence): Demand[] {
  const reading = { ...readPiece(text, sentence) };
  const { tokens } = reading;
  const context: Context = {
    reading,
    sentence,
    wishes: readWishes(tokens),
    years: readYears(text, tokens),
    used: tokens.map(() => false),
    mandatory: sentence.isCondition || isMandatory(tokens),
  };
  const placed: { at: number; demand: Demand }[] = [];
  const add = (at: number, demand: Demand | null) => {
    if (demand !== null) placed.push({ at, demand });
  };
  markYearsAndWishes(context);
  if (sentence.zone !== "duty") {
    readDegree(context, text, add);
    if (readLanguages(context, text, add) && !hasOtherNames(context)) return inOrder(placed);
  }
  for (const range of openRanges(context)) readRange(context, range, add);
  addBareYears(context, placed.length, add);
  return inOrder(placed);
}

const MAX_REMARK = 24;

type Add = (at: number, demand: Demand | null) => void;

function inOrder(placed: { at: number; demand: Demand }[]): Demand[] {
  return placed.sort((a, b) => a.at - b.at).map(({ demand }) => demand);
}

function mark(context: Context, from: number, to: number): void {
  for (let at = from; at < to; at++) context.used[at] = true;
}

function markYearsAndWishes(context: Context): void {
  markRemarks(context);
  for (const { from, to } of context.years) mark(context, from, to);
  for (const { cueFrom, cueTo } of context.wishes) mark(context, cueFrom, cueTo);
}

/** "(mandatory, we cannot sponsor a visa)" says how much, not what. */
function markRemarks(context: Context): void {
  const { tokens } = context.reading;
  for (let from = 0; from < tokens.length; from++) {
    if (tokens[from]?.text !== "(") continue;
    const length = tokens.slice(from, from + MAX_REMARK).findIndex(({ text }) => text === ")");
    if (length > 0 && isMandatory(tokens.slice(from, from + length))) {
      mark(context, from, from + length + 1);
    }
  }
}

function readDegree(context: Context, text: string, add: Add): void {
  const { reading } = context;
  const degree = readAskedDegree(text, reading.tokens);
  if (degree === null) return;
  mark(context, degree.from, degree.to);
  add(degree.from, makeDemand(context, degree, textOf(reading, degree), true, null));
  markEquivalents(context, degree.to);
}

/** "or equivalent experience", ", or a trade background with …": what would do instead. */
function markEquivalents(context: Context, to: number): void {
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
function readLanguages(context: Context, text: string, add: Add): boolean {
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
      add(last.range.from, makeDemand(context, last.range, last.name, true, null));
    }
    last = last !== null && isChoice
      ? { range: { from: last.range.from, to }, name: `${last.name} ${link} ${name}` }
      : { range: { from, to }, name };
  }
  if (last !== null) add(last.range.from, makeDemand(context, last.range, last.name, true, null));
  return languages.length > 0;
}

/** Behaviour that "excellent spoken and written English" only seems to ask for. */
const SPOKEN = new Set(["communication", "verbal-communication", "written-communication"]);

/** Whether the sentence names known things beside its languages. */
function hasOtherNames({ reading, used }: Context): boolean {
  return reading.mentions.some(({ from, type, skill }) =>
    !used[from] && type !== "language" && type !== "occupation" && !SPOKEN.has(skill)
  );
}

/** What no part has taken yet. */
function openRanges({ reading, used }: Context): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (let at = 0; at <= reading.tokens.length; at++) {
    if (at < reading.tokens.length && !used[at]) continue;
    if (at > from) ranges.push({ from, to: at });
    from = at + 1;
  }
  return ranges;
}

function readRange(context: Context, range: Range, add: Add): void {
  const { reading } = context;
  const phrase = actionOf(context, range);
  if (phrase !== null) {
    add(phrase.from, makeDemand(context, phrase, textOf(reading, phrase), false, null));
    return;
  }
  const groups = splitList(reading, range);
  for (const group of groups) {
    const role = roleOf(context, group);
    if (role !== null) {
      add(
        role.from,
        makeDemand(context, role, textOf(reading, role), true, yearsFor(context, role)),
      );
      continue;
    }
    readGroup(context, group, groups.length, add);
  }
}

function readGroup(context: Context, group: Group, siblings: number, add: Add): void {
  const { reading } = context;
  const elements: Range[] = [];
  for (const range of group.any) {
    const trimmed = trimElement(reading, range);
    if (trimmed !== null) elements.push(...narrow(context, trimmed));
  }
  const kept = elements.filter((element) => isAcceptable(context, element, siblings));
  const [first] = kept;
  const last = kept.at(-1);
  if (first === undefined || last === undefined) return;
  const whole = { from: first.from, to: closing(reading, first.from, last.to) };
  const name = isCompact(kept, elements, whole) && isOneGroup(textOf(reading, whole))
    ? textOf(reading, whole)
    : enumerate(kept.map((element) => textOf(reading, element)), context);
  const isKnown = kept.some((element) => nameIn(context, element) !== null);
  add(first.from, makeDemand(context, whole, name, isKnown, yearsFor(context, whole)));
}

const MAX_GROUP_TOKENS = 16;

/** Whether the group's own words name its elements and little else. */
function isCompact(kept: readonly Range[], all: readonly Range[], whole: Range): boolean {
  if (kept.length !== all.length || whole.to - whole.from > MAX_GROUP_TOKENS) return false;
  const named = kept.reduce((sum, { from, to }) => sum + to - from, 0);
  return whole.to - whole.from - named <= 3 * (kept.length - 1) + 1;
}

/** Whether a name still reads as alternatives when it stands alone. */
function isOneGroup(name: string): boolean {
  const reading = readPiece(name);
  return splitList(reading, { from: 0, to: reading.tokens.length }).length <= 1;
}

/** "A, B or C", in the words of the posting's own language. */
function enumerate(names: readonly string[], { reading, sentence }: Context): string {
  const or = detectLanguage(reading.text, sentence) === "nl" ? " of " : " or ";
  if (names.length < 2) return names[0] ?? "";
  return names.slice(0, -1).join(", ") + or + (names.at(-1) ?? "");
}

/** In duties and running text only the known names count, not what stands around them. */
function narrow(context: Context, element: Range): Range[] {
  const { sentence, reading } = context;
  const isLoose = sentence.zone === "duty" ||
    sentence.zone === "prose" && !followsFrame(context, element);
  if (!isLoose) return [element];
  const main = mainMention(reading, element);
  if (main === null) return [element];
  return isHalfOfName(context, main) ? [] : [{ from: main.from, to: main.to }];
}

/** "data hygiene" is not hygiene: one everyday word behind another noun is half of a name. */
function isHalfOfName({ reading }: Context, { from, to, type }: PlacedMention): boolean {
  const before = reading.tokens[from - 1];
  if (to - from > 1 || type === "tool" || before?.kind !== "word") return false;
  return isContentWord(before.text) && verbBase(before.text) === null;
}

/** Takes a closing bracket along when its opening one is inside. */
function closing({ tokens }: Reading, from: number, to: number): number {
  const opens = tokens.slice(from, to).filter(({ text }) => text === "(").length;
  const closes = tokens.slice(from, to).filter(({ text }) => text === ")").length;
  if (opens <= closes) return to;
  if (tokens[to]?.text === ")") return to + 1;
  const bracket = tokens.slice(from, to).findLastIndex(({ text }) => text === "(");
  return bracket > 0 ? from + bracket : to;
}

function nameIn({ reading }: Context, range: Range): { readonly type: string } | null {
  return reading.mentions.find(({ from, to, type }) =>
    from >= range.from && to <= range.to && type !== "occupation"
  ) ?? null;
}

const MAX_LITERAL_WORDS = 6;

/**
 * Whether an element deserves to be a requirement: all known names do; unknown ones only where
 * things are listed, or behind "experience with", and when they say enough.
 */
function isAcceptable(context: Context, element: Range, siblings: number): boolean {
  const { reading, sentence } = context;
  const known = nameIn(context, element);
  if (known !== null) {
    return sentence.zone !== "duty" || known.type !== "soft" && known.type !== "language";
  }
  if (sentence.zone === "duty") return false;
  const words = reading.tokens.slice(element.from, element.to);
  if (words.length > MAX_LITERAL_WORDS || siblings > 8) return false;
  if (
    isBracketed(reading, element) && (words.length > 3 || verbBase(words[0]?.text ?? "") !== null)
  ) {
    return false;
  }
  const isFramed = followsFrame(context, element);
  if (!isFramed && (sentence.zone === "prose" || !isItem(context, element))) return false;
  if (verbBase(words[0]?.text ?? "") !== null && words.length === 1) return false;
  if (words.length > 1) return words.filter(({ text }) => isContentWord(text)).length > 0;
  const word = words[0];
  if (word === undefined || word.kind !== "word") return false;
  const written = reading.text.slice(word.start, word.end);
  const isOnly = siblings === 1 && reading.tokens.length <= 4;
  return isOnly || /\p{Lu}/u.test(written.slice(1)) || word.text.length >= 9 ||
    /^\p{Lu}/u.test(written) && word !== reading.tokens[0] || isFramed && word.text.length >= 5;
}

/** Whether it stands in an item of a list of demands, not in a sentence about something. */
function isItem({ reading, sentence, wishes, mandatory }: Context, element: Range): boolean {
  const { tokens } = reading;
  if (!(sentence.bulleted || sentence.isLine) || tokens.length > (sentence.bulleted ? 24 : 16)) {
    return false;
  }
  const hasVerb = tokens.some(({ text }, at) => at > element.from && AUXILIARIES.has(text));
  return !hasVerb || mandatory || wishes.length > 0;
}

/** Whether an opening bracket stands before it and is not closed. */
function isBracketed({ tokens }: Reading, { from }: Range): boolean {
  for (let at = from - 1; at >= 0; at--) {
    if (tokens[at]?.text === ")") return false;
    if (tokens[at]?.text === "(") return true;
  }
  return false;
}

const FRAMES = new Set(
  ("experience knowledge understanding proficiency familiarity familiar proficient skilled expertise background command mastery exposure affinity experienced versed trained certified " +
    "skills skill ervaring kennis vaardigheden vaardigheid inzicht affiniteit achtergrond bekend vertrouwd ervaren bedreven werkervaring bezit beheersing vaardig")
    .split(" "),
);
const FRAME_REACH = 9;

/** Whether "experience with" or the like stands before it, in this clause. */
function followsFrame({ reading }: Context, element: Range): boolean {
  for (let at = element.from - 1; at >= 0 && element.from - at <= FRAME_REACH; at--) {
    const word = reading.tokens[at]?.text ?? "";
    if (word === "." || word === ";") return false;
    if (FRAMES.has(word)) return true;
  }
  return FRAMES.has(reading.tokens[element.to]?.text ?? "");
}

/** "as a project manager", "je bent een ervaren kok", alone in its element. */
function roleOf(context: Context, group: Group): Range | null {
  const { reading, sentence } = context;
  const { tokens } = reading;
  if (sentence.zone === "duty") return null;
  for (let at = group.from; at < group.to; at++) {
    const word = tokens[at]?.text;
    if (word !== "as" && word !== "als" || tokens[at - 1]?.text === "such") continue;
    if (tokens[at + 1]?.text === "-") continue;
    if (!followsFrame(context, { from: at, to: at + 1 })) continue;
    const trimmed = trimRole(reading, at + 1, group.to);
    if (trimmed === null) continue;
    return {
      from: at - 1 >= 0 && FRAMES.has(tokens[at - 1]?.text ?? "") ? at - 1 : trimmed.from,
      to: trimmed.to,
    };
  }
  return null;
}

function trimRole({ tokens }: Reading, from: number, to: number): Range | null {
  let start = from;
  while (start < to && isFunctionWord(tokens[start]?.text ?? "")) start++;
  for (let end = start; end < to && end - start < 5; end++) {
    const token = tokens[end];
    if (token === undefined || token.kind === "symbol" && token.text !== "-") return null;
    if (isFunctionWord(token.text)) return null;
    if (isRoleHead(token.text)) return { from: start, to: end + 1 };
  }
  return null;
}

/** What one must be able to do, where no known name says it: "explain findings to colleagues". */
function actionOf(context: Context, range: Range): Range | null {
  const { reading, sentence } = context;
  if (sentence.zone === "duty" || nameIn(context, range) !== null) return null;
  let from = range.from;
  const { tokens } = reading;
  const isItem = sentence.bulleted || sentence.isLine;
  let isAction = isItem && range.from === 0;
  for (; from < range.to; from++) {
    const word = tokens[from]?.text ?? "";
    const isVerb = verbBase(word) !== null && !AUXILIARIES.has(word);
    if (isVerb && (isAction || from === range.from)) break;
    if (word === "to" || word === "can" || PRONOUNS.has(word)) isAction = true;
    if (tokens[from]?.kind === "symbol" || isContentWord(word)) return null;
  }
  if (!isAction || from >= range.to) return null;
  if (
    sentence.zone === "prose" && !followsFrame(context, { from, to: from + 1 }) &&
    !abilityBefore(reading, from)
  ) return null;
  const to = endOfAction(reading, from, range.to);
  return to - from >= 2 && to - from <= 12 ? { from, to } : null;
}

function abilityBefore({ tokens }: Reading, at: number): boolean {
  return tokens.slice(Math.max(0, at - 4), at).some(({ text }) =>
    ["ability", "able", "can", "capable", "willing", "willingness"].includes(text)
  );
}

function endOfAction({ tokens }: Reading, from: number, to: number): number {
  let end = from;
  for (let at = from; at < to && at - from < 10; at++) {
    const token = tokens[at];
    if (
      token === undefined || token.kind === "symbol" && !token.glued ||
      ".,;:!?()".includes(token.text)
    ) break;
    if (["that", "which", "who", "while", "when", "so", "because", "where"].includes(token.text)) {
      break;
    }
    end = at + 1;
  }
  while (end > from && isFunctionWord(tokens[end - 1]?.text ?? "")) end--;
  return end;
}

/** "…, a driver's licence and knowledge of planning": a list of demands, not of what took years. */
function opensOther({ tokens }: Reading, at: number): boolean {
  if (![",", "and", "en"].includes(tokens[at]?.text ?? "")) return false;
  const next = tokens[at + 1]?.text ?? "";
  return DETERMINERS.has(next) || FRAMES.has(next) || PRAISE.has(next);
}

/** Who does the next thing: "2 jaar ervaring in … en je bent in bezit van …". */
const SUBJECTS = new Set(["which", "waarvan", "you", "je", "jij", "u", "we", "wij"]);

/** The years that hold for a range: those right behind it, else the last before it. */
function yearsFor({ years, reading }: Context, range: Range): number | null {
  const behind = years.find(({ from }) => from >= range.to);
  if (behind !== undefined && standsBehind(reading, range.to, behind.from)) return behind.years;
  const before = years.findLast(({ to }) => to <= range.from);
  if (before === undefined) return null;
  for (let at = before.to; at < range.from; at++) {
    const word = reading.tokens[at]?.text ?? "";
    if (word === ";" || word === ")" && !hasOpening(reading, before.to, at)) return null;
    if (word === "." && reading.tokens[at + 1]?.glued !== true) return null;
    if (SUBJECTS.has(word) || opensOther(reading, at)) return null;
  }
  return before.years;
}

/** "Java (5+ years)", "Java: 5 years", "Java, at least 5 years", "Java ervaring van 5 jaar". */
function standsBehind({ tokens }: Reading, from: number, to: number): boolean {
  if (to - from > 3) return false;
  if (to === from) return true;
  const glue = new Set([
    "(",
    ":",
    ",",
    "-",
    "–",
    "for",
    "experience",
    "ervaring",
    "van",
    "gedurende",
    ")",
    "met",
  ]);
  for (let at = from; at < to; at++) if (!glue.has(tokens[at]?.text ?? "")) return false;
  return true;
}

function hasOpening({ tokens }: Reading, from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ text }) => text === "(");
}

const MAX_YEARS_NAME = 60;

/** "5+ years of relevant experience": years that belong to no name. */
function addBareYears(context: Context, found: number, add: Add): void {
  const [years] = context.years;
  if (found > 0 || years === undefined || context.sentence.zone === "duty") return;
  const { reading } = context;
  const at = reading.tokens.findIndex(({ text }) => FRAMES.has(text));
  if (at < 0) return;
  let from = at;
  while (
    from > 0 && !context.used[from - 1] && !isFunctionWord(reading.tokens[from - 1]?.text ?? "")
  ) from--;
  const name = textOf(reading, { from, to: at + 1 });
  if (name.length > MAX_YEARS_NAME) return;
  add(at, makeDemand(context, { from, to: at + 1 }, name, false, years.years));
}

function makeDemand(
  context: Context,
  range: Range,
  name: string,
  isKnown: boolean,
  years: number | null,
): Demand | null {
  const { sentence, wishes } = context;
  const wished = sentence.isWished ||
    wishes.some(({ from, to }) => from <= range.from && range.from < to);
  if (name.length < 1) return null;
  return {
    name: name.length <= 255 ? name : name.slice(0, 255).trimEnd(),
    level: wished || sentence.zone === "wish" ? "nice_to_have" : "required",
    years,
    isMandatory: context.mandatory && !wished,
    isKnown,
    source: { start: sentence.start, end: sentence.end },
  };
}
