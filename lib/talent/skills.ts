import { readJobSkills } from "./job_skills.ts";
import { readResumeSkills } from "./resume_skills.ts";
import type { Span } from "./types.ts";

/** A skill where a text names it: `name` is `text.slice(start, end)`. */
export interface SkillSpan extends Span {
  readonly name: string;
}

/**
 * Finds the skills that a text names, known to the lexicon or not.
 *
 * @param as A job text gives what is asked and done: knowledge and what follows its verbs. A résumé
 * gives the items of its skill lists and the known names in the rest.
 * @returns Sorted by start; no two overlap.
 */
export function extractSkills(text: string, as: "job" | "resume"): SkillSpan[] {
  const spans = as === "job" ? readJobSkills(text) : readResumeSkills(text);
  return withoutOverlap(spans).map(({ start, end }) => ({
    name: text.slice(start, end),
    start,
    end,
  }));
}

/** Keeps the longer of two that overlap. */
function withoutOverlap(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of sorted) {
    const last = kept.at(-1);
    if (last === undefined || span.start >= last.end) kept.push(span);
    else if (span.end - span.start > last.end - last.start) kept[kept.length - 1] = span;
  }
  return kept;
}
