import type { EvaluatedMatch } from "../lib/hiring/evaluations.ts";
import type { Resume } from "../lib/hiring/resumes.ts";
import type { Level } from "../lib/talent/types.ts";
import { type Numbered, numberRequirements } from "./numbering.ts";
import type { QuoteMark } from "./ResumeText.tsx";

/** A quote in the list of verdicts: its words, its page, and where it is marked. */
export interface QuoteLink {
  readonly id: string;
  readonly text: string;
  /** From 1. */
  readonly page: number;
}

/** A verdict as the page lists it. */
export type NumberedMatch = Numbered<EvaluatedMatch & { readonly level: Level }>;

/** The marks in the text; a quote of a verdict that a person changed keeps the engine's look. */
export function marksOf(matches: readonly NumberedMatch[]): QuoteMark[] {
  return matches.flatMap(({ number, engineVerdict, evidence }) =>
    evidence.map(({ start, end }, index) => ({
      id: quoteId(number, index),
      number,
      verdict: engineVerdict,
      start,
      end,
    }))
  );
}

/** The links from a verdict to its quotes. */
export function quoteLinksOf(
  { number, evidence }: NumberedMatch,
  pages: readonly Resume["pages"][number][],
): QuoteLink[] {
  return evidence.map(({ text, start }, index) => {
    const page = pages.findIndex((span) => start >= span.start && start < span.end);
    return {
      id: quoteId(number, index),
      text: text.replace(/\s+/g, " ").trim(),
      page: Math.max(page, 0) + 1,
    };
  });
}

function quoteId(number: string, index: number): string {
  return `q-${number}-${index + 1}`;
}

/** The fragment that leads to a verdict: "#v-7"; empty when it is not there. */
export function verdictAnchor(
  matches: readonly EvaluatedMatch[],
  requirementId: string | undefined,
): string {
  const numbered = numberRequirements(matches.map(({ requirement }) => requirement));
  const number = numbered.find(({ id }) => id === requirementId)?.number;
  return number ? `#v-${number}` : "";
}
