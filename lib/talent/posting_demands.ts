import { readPiece } from "./reading.ts";
import { readYears } from "./years.ts";
import { sentences, tokenize } from "./text.ts";
import type { Requirement } from "./types.ts";

/** More required things than these, and hardly anybody has them all. */
export const MANY_REQUIRED = 15;

/** Two statements of a posting that cannot both hold. */
export type Contradiction =
  /** "3 years of Java" here, "5 years of Java" there. */
  | { readonly code: "two_figures"; readonly name: string; readonly years: readonly number[] }
  /** A junior with six years. */
  | { readonly code: "junior_years"; readonly name: string; readonly years: number };

type Asked = Pick<Requirement, "name" | "level" | "kind" | "skill" | "years">;

/** Years from which on nobody is a beginner any more. */
const NO_BEGINNER = 5;
const BEGINNER =
  /(?<!\p{L})(?:junior|entry[- ]level|starter|trainee|graduate|beginnend|starters?functie)(?!\p{L})/iu;

/** Years that contradict one another, or the rank that the title names. */
export function findContradictions(
  title: string,
  text: string,
  requirements: readonly Asked[],
): Contradiction[] {
  return [
    ...twoFigures(text, requirements),
    ...twoTotals(text, requirements),
    ...juniorYears(title, requirements),
  ];
}

function twoFigures(text: string, requirements: readonly Asked[]): Contradiction[] {
  return requirements.flatMap(({ name, skill, years }) => {
    if (years === null || skill === null) return [];
    const figures = new Set([years, ...figuresBeside(text, name)]);
    const sorted = [...figures].sort((a, b) => a - b);
    return sorted.length < 2 ? [] : [{ code: "two_figures" as const, name, years: sorted }];
  });
}

/** "10 years of experience" here, "up to 2 years of experience" there, in nothing in particular. */
function twoTotals(text: string, requirements: readonly Asked[]): Contradiction[] {
  const occupation = requirements.find(({ kind }) => kind === "occupation");
  if (occupation === undefined) return [];
  const totals = sentences(text, { start: 0, end: text.length }).flatMap((sentence) => {
    const { tokens, mentions } = readPiece(text, sentence);
    const isNamed = mentions.some(({ type }) => type !== "occupation" && type !== "soft");
    if (isNamed || !tokens.some(({ text }) => EXPERIENCE.has(text))) return [];
    const years = readYears(text, tokens);
    return years.length === 1 && years[0] !== undefined ? [years[0].years] : [];
  });
  const sorted = [...new Set(totals)].sort((a, b) => a - b);
  return sorted.length < 2 ? [] : [{ code: "two_figures", name: occupation.name, years: sorted }];
}

const EXPERIENCE = new Set(["experience", "ervaring", "werkervaring"]);

/** Figures in the sentences that name the thing; a range has one, its least. */
function figuresBeside(text: string, name: string): number[] {
  const found: number[] = [];
  const lower = text.toLowerCase();
  const words = name.toLowerCase();
  for (let at = lower.indexOf(words); at >= 0; at = lower.indexOf(words, at + words.length)) {
    const line = lineAround(text, at);
    const tokens = tokenize(line);
    const years = readYears(line, tokens);
    if (years.length === 1 && years[0] !== undefined) found.push(years[0].years);
  }
  return found;
}

const LINE_ENDS = /[.;\n](?=\s|$)|\n/g;

function lineAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 200), at);
  const after = text.slice(at, at + 200);
  const start = [...before.matchAll(LINE_ENDS)].at(-1);
  const end = after.search(LINE_ENDS);
  return before.slice(start === undefined ? 0 : start.index + 1) +
    (end < 0 ? after : after.slice(0, end));
}

function juniorYears(title: string, requirements: readonly Asked[]): Contradiction[] {
  if (!BEGINNER.test(title)) return [];
  return requirements.flatMap(({ name, level, years }) =>
    level === "required" && years !== null && years >= NO_BEGINNER
      ? [{ code: "junior_years" as const, name, years }]
      : []
  ).slice(0, 1);
}
