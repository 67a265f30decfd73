import type { EvaluatedMatch, EvaluationDetail } from "../lib/hiring/evaluations.ts";
import type { OverrideEntry } from "../lib/hiring/override_history.ts";
import type { Place } from "../lib/hiring/ranking.ts";
import type { ReceiptFacts } from "../lib/hiring/receipts.ts";
import type { Stage } from "../lib/hiring/stages.ts";
import type { FileError, ResumeStatus } from "../lib/hiring/states.ts";
import { type GateState, scoreMatches } from "../lib/talent/score.ts";
import type { Level, Span, Verdict, Weights } from "../lib/talent/types.ts";
import { numberRequirements } from "./numbering.ts";
import type { NumberedMatch } from "./evaluation_view.ts";

/** All that the evaluation page shows and that may change while it is open. */
export interface EvaluationNow {
  /** Null until it is judged, and for a file that could not be read. */
  evaluation: EvaluationDetail | null;
  /** In sentences, in the order of the matches. */
  reasons: string[];
  /** Every change of a verdict by a person, the last first. */
  history: OverrideEntry[];
  /** Null without a score. */
  place: Place | null;
  stage: Stage;
  stageVersion: number;
  /** What the score was made by; null for an evaluation of before receipts were kept. */
  receipt: ReceiptFacts | null;
}

/** What the evaluation page shows of the résumé's file. */
export interface ResumeFacts {
  readonly id: string;
  readonly fileName: string;
  readonly status: ResumeStatus;
  readonly error: FileError | null;
  readonly pageCount: number;
  readonly pages: readonly Span[];
}

/** A verdict with its number and its reason in words. */
export type SaidMatch = NumberedMatch & { readonly sentence: string };

/** The verdicts as the page lists them: numbered, each with its sentence. */
export function saidMatches({ evaluation, reasons }: EvaluationNow): SaidMatch[] {
  const matches = evaluation?.matches ?? [];
  return numberRequirements(matches.map((match, index) => ({
    ...match,
    level: match.requirement.level,
    sentence: reasons[index] ?? "",
  })));
}

/** What the score needs to know of the matches. */
export function scoreItems(matches: readonly EvaluatedMatch[]) {
  return matches.map(({ requirement, verdict }) => ({
    level: requirement.level,
    importance: requirement.importance,
    gate: requirement.gate,
    verdict,
  }));
}

/**
 * The evaluation with another verdict on one requirement, as the server is about to answer it.
 *
 * @param override Null lets the engine's verdict hold again.
 */
export function withOverride(
  evaluation: EvaluationDetail,
  requirementId: string,
  override: EvaluatedMatch["override"],
): EvaluationDetail {
  const matches = evaluation.matches.map((match) =>
    match.requirement.id === requirementId
      ? { ...match, override, verdict: override?.verdict ?? match.engineVerdict }
      : match
  );
  const { gate: _, ...score } = scoreMatches(scoreItems(matches), evaluation.weights);
  return { ...evaluation, ...score, matches };
}

/** One line of the sum behind a score. */
export interface SumLine {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly level: Level;
  readonly verdict: Verdict;
  /** The weight of its level times its importance. */
  readonly weight: number;
  /** What of the weight counts. */
  readonly counts: number;
}

/** The sum behind a score; weights are not divided by 3, which changes no share. */
export interface ScoreSum {
  readonly lines: readonly SumLine[];
  readonly levels: readonly { readonly level: Level; readonly of: number; readonly got: number }[];
  readonly of: number;
  readonly got: number;
  readonly gate: GateState;
}

const SHARE: Readonly<Record<Verdict, number>> = { YES: 1, PARTIAL: 0.5, NO: 0 };

/** Lays a score out as a sum that can be added up by hand. */
export function sumOf(matches: readonly NumberedMatch[], weights: Weights): ScoreSum {
  const lines = matches.map(({ number, requirement, level, verdict }) => {
    const ofLevel = level === "required" ? weights.required : weights.niceToHave;
    const weight = exact(ofLevel * requirement.importance);
    const { id, name } = requirement;
    return { id, number, name, level, verdict, weight, counts: exact(weight * SHARE[verdict]) };
  });
  const levels = (["required", "nice_to_have"] as const).flatMap((level) => {
    const own = lines.filter((line) => line.level === level);
    return own.length === 0 ? [] : [{
      level,
      of: exact(own.reduce((sum, { weight }) => sum + weight, 0)),
      got: exact(own.reduce((sum, { counts }) => sum + counts, 0)),
    }];
  });
  return {
    lines,
    levels,
    of: exact(levels.reduce((sum, level) => sum + level.of, 0)),
    got: exact(levels.reduce((sum, level) => sum + level.got, 0)),
    gate: scoreMatches(scoreItems(matches), weights).gate,
  };
}

/** Takes the hair of binary fractions off a sum of decimals. */
function exact(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
