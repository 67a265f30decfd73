import { findActions } from "./actions.ts";
import { isDemand, isOffer, isProcess } from "./cues.ts";
import { splitList } from "./lists.ts";
import { trimElement } from "./names.ts";
import { type Range, type Reading, readPiece } from "./reading.ts";
import { readSections, type SectionKind } from "./sections.ts";
import { sentences } from "./text.ts";
import type { Span } from "./types.ts";
import { GENERIC, isContentWord, verbBase } from "./words.ts";

const SKIPPED: ReadonlySet<SectionKind> = new Set(["benefits", "process", "other"]);

/** The skills that a job text names: known names, what stands behind "experience with", and work. */
export function readJobSkills(text: string): Span[] {
  const found: Span[] = [];
  for (const { kind, body } of readSections(text, "job")) {
    if (SKIPPED.has(kind)) continue;
    for (const sentence of sentences(text, body)) {
      const reading = readPiece(text, sentence);
      if (isProcess(reading.tokens)) continue;
      const isAsking = isDemand(reading.tokens);
      if (isOffer(reading.tokens) && !isAsking) continue;
      const isAsked = kind === "requirements" || kind === "nice_to_have";
      const hasActions = isAsked || kind === "duties" || isAsking || sentence.bulleted;
      readSentence(reading, isAsked || sentence.bulleted, hasActions && kind !== "company", found);
    }
  }
  return found;
}

function readSentence(reading: Reading, isItem: boolean, hasActions: boolean, found: Span[]): void {
  for (const { start, end, type } of reading.mentions) {
    if (type !== "occupation") found.push({ start, end });
  }
  const free = (range: Range) =>
    !reading.mentions.some(({ from, to, type }) =>
      type !== "occupation" && from < range.to && range.from < to
    );
  for (const range of framedNames(reading)) if (free(range)) found.push(spanOf(reading, range));
  if (!hasActions) return;
  for (const range of findActions(reading, isItem)) found.push(spanOf(reading, range));
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

function isName({ tokens }: Reading, { from, to }: Range): boolean {
  if (to - from > MAX_NAME_WORDS) return false;
  const words = tokens.slice(from, to).filter(({ kind }) => kind === "word");
  if (words.length === 1 && verbBase(words[0]?.text ?? "") !== null) return false;
  return words.some(({ text }) => text.length > 2 && isContentWord(text) && !GENERIC.has(text));
}
