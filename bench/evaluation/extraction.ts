import { findMentions } from "../../lib/talent/mentions.ts";
import { readSections } from "../../lib/talent/sections.ts";
import { extractSkills } from "../../lib/talent/skills.ts";
import type { Span } from "../../lib/talent/types.ts";
import { verbBase } from "../../lib/talent/words.ts";
import { gazetteerSpans } from "./gazetteer.ts";
import { isInZone, type Marked, meets, type SkillFigures, skillFigures } from "./skill_metrics.ts";
import { type Kind, tally } from "./tally.ts";

export interface ExtractionResult {
  readonly engine: SkillFigures;
  readonly gazetteer: SkillFigures;
  readonly kinds: readonly Kind[];
  readonly errors: number;
}

/** Finds the skills of every text and holds them against those that people marked. */
export function measureExtraction(
  texts: readonly Marked[],
  as: "job" | "resume",
): ExtractionResult {
  const found = texts.map(({ text }) => extractSkills(text, as));
  const errors = texts.flatMap((text, at) => errorsOf(text, found[at]!, as));
  return {
    engine: skillFigures(texts, found),
    gazetteer: skillFigures(texts, gazetteerSpans(texts)),
    kinds: tally(errors),
    errors: errors.length,
  };
}

/** The kinds of what was missed, and of what was found where people marked nothing. */
function errorsOf(marked: Marked, found: readonly Span[], as: "job" | "resume"): string[] {
  const { text, skills } = marked;
  const missed = skills.filter((skill) => !found.some((one) => meets(one, skill)))
    .map((skill) => `missed ${placeOf(text, skill, as)}: ${formOf(text, skill)}`);
  const extra = found.filter((one) =>
    isInZone(marked, one) && !skills.some((skill) => meets(one, skill))
  ).map((one) => `not marked by people ${placeOf(text, one, as)}: ${formOf(text, one)}`);
  const borders = skills.flatMap((skill) => borderOf(skill, found));
  return [...missed, ...extra, ...borders];
}

/** Where a span was found, but with other ends. */
function borderOf(skill: Span, found: readonly Span[]): string[] {
  const met = found.filter((one) => meets(one, skill));
  if (met.length === 0) return [];
  if (met.some(({ start, end }) => start === skill.start && end === skill.end)) return [];
  const length = (span: Span) => span.end - span.start;
  const sum = met.reduce((total, one) => total + length(one), 0);
  if (met.length > 1) return ["found in several pieces"];
  return [sum < length(skill) ? "found, but shorter than marked" : "found, but longer than marked"];
}

function placeOf(text: string, span: Span, as: "job" | "resume"): string {
  const section = readSections(text, as).find(({ body }) => meets(body, span));
  return `under ${(section?.kind ?? "no heading").replaceAll("_", " ")}`;
}

/** "known to the lexicon, 2 or 3 words", "unknown, begins with a verb, 4 words or more". */
function formOf(text: string, span: Span): string {
  const written = text.slice(span.start, span.end);
  const words = written.trim().split(/\s+/);
  const isKnown = findMentions(written).length > 0;
  const isAction = verbBase((words[0] ?? "").toLowerCase()) !== null;
  const size = words.length === 1
    ? "one word"
    : words.length < 4
    ? "2 or 3 words"
    : "4 words or more";
  return [
    isKnown ? "known to the lexicon" : "unknown to the lexicon",
    ...(isAction ? ["begins with a verb"] : []),
    size,
  ].join(", ");
}
