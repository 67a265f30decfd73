import type { Finding } from "./finding.ts";
import { type Place, quotesOf, triedOf } from "./places.ts";
import type { ParsedResume } from "./resume.ts";
import type { SkillTarget } from "./target.ts";
import type { HalfLives, Reason } from "./types.ts";

/** What a requirement asks of a skill beside its name. */
export interface SkillDemand {
  /** Years of work, or null. */
  readonly years: number | null;
  /** "Basic knowledge of …": weak words will do. */
  readonly isBasic: boolean;
  /** How long ago a thing may have been shown to count whole. */
  readonly halfLives: HalfLives;
}

/** Params that name a thing: its id for a label in the reader's language, and its own words. */
export function nameOf(target: SkillTarget): Record<string, string> {
  const term = target.terms.at(-1) ?? "";
  return target.skill === null ? { term: target.terms[0] ?? term } : { term, skill: target.skill };
}

/** A PARTIAL by what those places quote. */
export function partial(
  resume: ParsedResume,
  target: SkillTarget,
  places: readonly Place[],
  reason: Reason,
  strength: number,
): Finding {
  return {
    verdict: "PARTIAL",
    reason,
    evidence: quotesOf(resume, places),
    tried: triedOf(target),
    strength,
  };
}

/** A NO, which says what was looked for. */
export function no(target: SkillTarget, reason: Reason, strength: number): Finding {
  return { verdict: "NO", reason, evidence: [], tried: triedOf(target), strength };
}
