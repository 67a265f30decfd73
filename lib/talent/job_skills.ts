import { findActions } from "./actions.ts";
import { readAskedDegree } from "./asked_degree.ts";
import { isBlurb, isDemand, isDuty, isOffer, isProcess } from "./cues.ts";
import { lexicon } from "./lexicon.ts";
import type { SkillType } from "./lexicon_types.ts";
import { splitList } from "./lists.ts";
import { trimElement } from "./names.ts";
import { type Range, type Reading, readPiece } from "./reading.ts";
import { readSections, type SectionKind } from "./sections.ts";
import { sentences, type Token } from "./text.ts";
import type { Span } from "./types.ts";
import { GENERIC, isContentWord, verbBase } from "./words.ts";

const SKIPPED: ReadonlySet<SectionKind> = new Set(["benefits", "process", "other"]);
/** What a company says of itself names behaviour and trades that nobody is asked for. */
const NAMES: ReadonlySet<SkillType> = new Set([
  "tool",
  "method",
  "language",
  "certificate",
  "licence",
]);

/** The skills that a job text names: known names, what stands behind "experience with", and work. */
export function readJobSkills(text: string): Span[] {
  const found: Span[] = [];
  for (const { kind, body } of readSections(text, "job")) {
    if (SKIPPED.has(kind)) continue;
    for (const sentence of sentences(text, body)) {
      const reading = readPiece(text, sentence);
      if (!isProcess(reading.tokens)) {
        readSentence(reading, extentOf(reading, kind, sentence.bulleted), found);
      }
    }
  }
  return found;
}

/** How much of a sentence is read: only names in what is said of the company, all in an item. */
type Extent = "names" | "sentence" | "item";

function extentOf({ tokens }: Reading, kind: SectionKind, bulleted: boolean): Extent {
  if (kind === "company") return "names";
  const isAsking = isDemand(tokens);
  if (isOffer(tokens) && !isAsking) return "names";
  if (kind === "requirements" || kind === "nice_to_have" || bulleted || isImperative(tokens)) {
    return "item";
  }
  if (isAsking || isDuty(tokens)) return "sentence";
  return kind === "duties" && !isBlurb(tokens) ? "sentence" : "names";
}

const CALLS = new Set(
  "apply read see send visit click learn join find ask welcome help please start take come contact"
    .split(" "),
);

/** "Develop ideas into products": an item without its bullet; not "Apply today". */
function isImperative(tokens: readonly Token[]): boolean {
  const first = tokens[0]?.text ?? "";
  return verbBase(first) === first && first !== "" && !CALLS.has(first);
}

function readSentence(reading: Reading, extent: Extent, found: Span[]): void {
  const isHeading = reading.tokens.length <= 4 && reading.tokens.at(-1)?.text === ":";
  const known = reading.mentions.filter(({ skill, type }) =>
    type !== "occupation" && !isHeading && !lexicon().isIndustry(skill) &&
    (extent !== "names" || NAMES.has(type))
  );
  for (const { start, end } of known) found.push({ start, end });
  if (extent === "names") return;
  const degree = readAskedDegree(reading.text, reading.tokens);
  if (degree !== null) found.push({ start: degree.start, end: degree.end });
  for (const range of framedNames(reading)) {
    if (!known.some(({ from, to }) => from < range.to && range.from < to)) {
      found.push(spanOf(reading, range));
    }
  }
  for (const range of findActions(reading, extent === "item")) found.push(spanOf(reading, range));
}

function spanOf({ tokens }: Reading, { from, to }: Range): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

const FRAME_HEADS = new Set(
  ("experience knowledge understanding proficiency familiarity familiar proficient skilled expertise background mastery exposure experienced versed grasp appreciation awareness interest passion fluent degree qualification " +
    "ervaring kennis vaardigheden inzicht affiniteit achtergrond bekend vertrouwd ervaren bedreven werkervaring beheersing vaardig")
    .split(" "),
);
const FRAME_LINKS = new Set([
  "with",
  "in",
  "of",
  "using",
  "for",
  "on",
  "met",
  "van",
  "op",
  "about",
  "within",
]);
const MAX_FRAMED_TOKENS = 40;
const MAX_NAME_WORDS = 6;

/** The unknown names in the list behind "experience with" and the like. */
function framedNames(reading: Reading): Range[] {
  const { tokens } = reading;
  const found: Range[] = [];
  for (let at = 0; at + 2 < tokens.length; at++) {
    if (!FRAME_HEADS.has(tokens[at]?.text ?? "")) continue;
    const link = tokens[at + 1]?.text ?? "";
    if (!FRAME_LINKS.has(link)) continue;
    const to = endOfFrame(reading, at + 2);
    for (const group of splitList(reading, { from: at + 2, to })) {
      for (const range of group.any) {
        const name = trimElement(reading, range);
        if (name !== null && isName(reading, name)) found.push(name);
      }
    }
    at = to - 1;
  }
  return found;
}

function endOfFrame({ tokens }: Reading, from: number): number {
  for (let at = from; at < tokens.length && at - from < MAX_FRAMED_TOKENS; at++) {
    const word = tokens[at]?.text ?? "";
    if (word === "." && tokens[at + 1]?.glued !== true || word === ";" || word === "*") return at;
    if (FRAME_HEADS.has(word) && at > from + 1) return at;
  }
  return Math.min(tokens.length, from + MAX_FRAMED_TOKENS);
}

/** Words that stand behind "experience in" and say nothing alone. */
const HOLLOW = new Set(
  ("education development spoken verbal written oral working advantageous desirable beneficial equivalents equivalent major domain domains devices business verbal others similar minimum study studies " +
    "position setting group mind place line case").split(" "),
);

function isName({ tokens }: Reading, { from, to }: Range): boolean {
  if (to - from > MAX_NAME_WORDS) return false;
  const words = tokens.slice(from, to).filter(({ kind }) => kind === "word");
  const first = words[0]?.text ?? "";
  if (words.length === 1 && (verbBase(first) !== null || HOLLOW.has(first))) return false;
  return words.some(({ text }) => text.length > 2 && isContentWord(text) && !GENERIC.has(text));
}
