import {
  type AddDemand,
  type DemandContext,
  followsFrame,
  isWished,
  makeDemand,
  nameIn,
} from "./demand_context.ts";
import { yearsFor } from "./demand_years.ts";
import { detectLanguage } from "./language.ts";
import { lexicon } from "./lexicon.ts";
import { type Group, splitList } from "./lists.ts";
import { trimElement } from "./names.ts";
import { type PlacedMention, type Range, type Reading, readPiece, textOf } from "./reading.ts";
import { isRoleHead } from "./roles.ts";
import { mainMention } from "./target_elements.ts";
import { AUXILIARIES, DETERMINERS, isContentWord, verbBase } from "./words.ts";

/** Adds what a group of a list asks for: the elements that deserve it, under one name. */
export function readGroup(
  context: DemandContext,
  group: Group,
  siblings: number,
  add: AddDemand,
): void {
  const { reading } = context;
  const elements: Range[] = [];
  for (const range of group.any) {
    const trimmed = trimElement(reading, range);
    if (trimmed !== null) elements.push(...narrow(context, trimmed));
  }
  const hasKnown = elements.some((element) => nameIn(context, element) !== null);
  const kept = elements.filter((element) =>
    isAcceptable(context, element, siblings) || hasKnown && isProperName(context, element)
  );
  const wished = kept.filter((element) => isWished(context, element));
  const asked = kept.filter((element) => !wished.includes(element));
  for (const part of [asked, wished]) {
    addElements(context, part, part.length === elements.length, add);
  }
}

/** Adds the elements of a group that are asked for alike, as alternatives of one demand. */
function addElements(
  context: DemandContext,
  kept: readonly Range[],
  isAll: boolean,
  add: AddDemand,
): void {
  const { reading } = context;
  const [first] = kept;
  const last = kept.at(-1);
  if (first === undefined || last === undefined) return;
  const whole = { from: first.from, to: closing(reading, first.from, last.to) };
  const isPlain = isAll && isCompact(kept, whole) && isOneGroup(textOf(reading, whole));
  const name = isPlain
    ? textOf(reading, whole)
    : enumerate(kept.map((element) => textOf(reading, element)), context);
  add(first.from, makeDemand(context, whole, name, yearsFor(context, whole)));
}

const MAX_GROUP_TOKENS = 16;

/** Whether the group's own words name its elements and little else. */
function isCompact(kept: readonly Range[], whole: Range): boolean {
  if (whole.to - whole.from > MAX_GROUP_TOKENS) return false;
  const named = kept.reduce((sum, { from, to }) => sum + to - from, 0);
  return whole.to - whole.from - named <= 3 * (kept.length - 1) + 1;
}

/** Whether a name still reads as alternatives when it stands alone. */
function isOneGroup(name: string): boolean {
  const reading = readPiece(name);
  return splitList(reading, { from: 0, to: reading.tokens.length }).length <= 1;
}

/** "A, B or C", in the words of the posting's own language. */
function enumerate(names: readonly string[], { reading, sentence }: DemandContext): string {
  const or = detectLanguage(reading.text, sentence) === "nl" ? " of " : " or ";
  if (names.length < 2) return names[0] ?? "";
  return names.slice(0, -1).join(", ") + or + (names.at(-1) ?? "");
}

/** In duties and running text only the known names count, not what stands around them. */
function narrow(context: DemandContext, element: Range): Range[] {
  const { sentence, reading } = context;
  const isLoose = sentence.zone === "duty" ||
    sentence.zone === "prose" && !followsFrame(context, element);
  if (!isLoose) return [element];
  const main = mainMention(reading, element);
  if (main === null) return [element];
  return isHalfOfName(context, main) ? [] : [{ from: main.from, to: main.to }];
}

/** "data hygiene" is not hygiene: one everyday word behind another noun is half of a name. */
function isHalfOfName({ reading }: DemandContext, { from, to, type }: PlacedMention): boolean {
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

const MAX_LITERAL_WORDS = 6;

/**
 * Whether an element deserves to be a requirement: all known names do; unknown ones only where
 * things are listed, or behind "experience with", and when they say enough.
 */
function isAcceptable(context: DemandContext, element: Range, siblings: number): boolean {
  const { reading, sentence } = context;
  const known = nameIn(context, element);
  if (known !== null) {
    return sentence.zone !== "duty" || known.type !== "soft" && known.type !== "language";
  }
  if (sentence.zone === "duty") return false;
  if (isBareName(context, element)) return true;
  if (arePeople(reading, element)) return false;
  const words = reading.tokens.slice(element.from, element.to);
  if (words.length > MAX_LITERAL_WORDS || siblings > 8) return false;
  if (
    isBracketed(reading, element) && (words.length > 3 || verbBase(words[0]?.text ?? "") !== null)
  ) {
    return false;
  }
  if (opensClause(reading, element)) return false;
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

/** "contact with drivers and planners": people whom one deals with, not what one is. */
function arePeople({ tokens, mentions }: Reading, { from, to }: Range): boolean {
  const last = tokens[to - 1]?.text ?? "";
  if (to - from > 2 || !last.endsWith("s")) return false;
  return isRoleHead(last) ||
    mentions.some((one) => one.type === "occupation" && one.from >= from && one.to === to);
}

const LINKS = new Set(["and", "or", "en", "of"]);

/** "- Go", "Rust, R": in a list of bare capitalised words, an everyday one is the name it can be. */
function isBareName({ reading, sentence }: DemandContext, { from, to }: Range): boolean {
  const isAsked = sentence.zone === "requirement" || sentence.zone === "wish";
  if (!isAsked || !(sentence.isLine || sentence.bulleted)) return false;
  const isBare = reading.tokens.every(({ kind, text, start }) =>
    kind !== "word" || LINKS.has(text) || /\p{Lu}/u.test(reading.text[start] ?? "")
  );
  const end = reading.tokens[to - 1]?.end ?? 0;
  const written = reading.text.slice(reading.tokens[from]?.start ?? end, end);
  const known = lexicon();
  return isBare &&
    known.skillsByLabel(written).some((id) => known.skillById(id)?.type !== "occupation");
}

/** Whether it stands in an item of a list of demands, not in a sentence about something. */
function isItem({ reading, sentence, wishes, mandatory }: DemandContext, element: Range): boolean {
  const { tokens } = reading;
  if (!(sentence.bulleted || sentence.isLine) || tokens.length > (sentence.bulleted ? 24 : 16)) {
    return false;
  }
  const hasVerb = tokens.some(({ text }, at) => at > element.from && AUXILIARIES.has(text));
  return !hasVerb || mandatory || wishes.length > 0;
}

/** "…, as this team works across groups": a reason, not a demand. */
function opensClause({ tokens }: Reading, { from }: Range): boolean {
  let at = from - 1;
  while (at > 0 && DETERMINERS.has(tokens[at]?.text ?? "")) at--;
  return at < from - 1 && tokens[at]?.text === "as" && tokens[at - 1]?.text === ",";
}

/** "Puppet / Chef / Ansible": a capital among known names is a name too. */
function isProperName({ reading }: DemandContext, { from, to }: Range): boolean {
  const token = reading.tokens[from];
  return token !== undefined && to - from === 1 && token.kind === "word" &&
    /^\p{Lu}/u.test(reading.text.slice(token.start, token.end));
}

/** Whether an opening bracket stands before it and is not closed. */
function isBracketed({ tokens }: Reading, { from }: Range): boolean {
  for (let at = from - 1; at >= 0; at--) {
    if (tokens[at]?.text === ")") return false;
    if (tokens[at]?.text === "(") return true;
  }
  return false;
}
