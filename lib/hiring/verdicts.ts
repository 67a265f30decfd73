import { isNearLine, scoreMatches } from "../talent/score.ts";
import type { Evaluation, Flag, Match, Score, Verdict, Weights } from "../talent/types.ts";
import type { JobRequirement } from "./requirement_rows.ts";
import type { Judged } from "./summary.ts";

/** A person's verdict, as far as it decides what holds. */
export interface OverrideRow {
  readonly requirementId: string;
  readonly requirementName: string;
  readonly requirementYears: number | null;
  readonly verdict: Verdict;
}

/** A requirement, what the engine said, and what holds. */
export interface EffectiveMatch extends Judged {
  readonly requirement: JobRequirement;
  readonly match: Match;
}

/**
 * Lays overrides over the engine's verdicts. One about another name or other years than the
 * requirement has now has lapsed: the person judged another question.
 */
export function applyOverrides(
  requirements: readonly JobRequirement[],
  matches: readonly Match[],
  overrides: readonly OverrideRow[],
): EffectiveMatch[] {
  const byId = new Map(requirements.map((one) => [one.id, one]));
  return matches.flatMap((match) => {
    const requirement = byId.get(match.requirementId);
    if (!requirement) return [];
    const override = overrides.find((one) => holds(one, requirement));
    return [{
      requirement,
      match,
      verdict: override?.verdict ?? match.verdict,
      evidence: match.evidence,
      isOverridden: override !== undefined,
    }];
  });
}

/** Whether an override is about the requirement as it is now. */
export function holds(override: OverrideRow, requirement: JobRequirement): boolean {
  return override.requirementId === requirement.id &&
    override.requirementName === requirement.name &&
    override.requirementYears === requirement.years;
}

/** Remarks that follow from the score; the others follow from the text and stay. */
const SCORE_FLAGS: readonly Flag[] = ["gate_failed", "gate_partial", "near_line"];

/**
 * The score and the remarks that hold after a person's verdicts.
 *
 * @param likeness To the posting's words, in percent; null where it does not count.
 */
export function rescore(
  effective: readonly EffectiveMatch[],
  weights: Weights,
  engineFlags: Evaluation["flags"],
  likeness: number | null,
): Score & { readonly flags: Flag[] } {
  const { gate, ...score } = scoreMatches(
    effective.map(({ requirement, verdict }) => ({
      level: requirement.level,
      kind: requirement.kind,
      importance: requirement.importance,
      gate: requirement.gate,
      verdict,
    })),
    weights,
    likeness,
  );
  const flags: Flag[] = engineFlags.filter((flag) => !SCORE_FLAGS.includes(flag));
  if (isNearLine(score.score)) flags.unshift("near_line");
  if (gate === "partial") flags.unshift("gate_partial");
  if (gate === "failed") flags.unshift("gate_failed");
  return { ...score, flags };
}
