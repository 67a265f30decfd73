import type { EvaluatedMatch, EvaluationDetail } from "../lib/hiring/evaluations.ts";
import type { OverrideEntry } from "../lib/hiring/override_history.ts";
import type { Place } from "../lib/hiring/ranking.ts";
import type { Stage } from "../lib/hiring/stages.ts";
import type { FileError, ResumeStatus } from "../lib/hiring/states.ts";
import { scoreMatches } from "../lib/talent/score.ts";
import type { Span } from "../lib/talent/types.ts";
import { numberRequirements } from "./numbering.ts";
import type { NumberedMatch } from "./evaluation_view.ts";

/** All that the evaluation page shows and that may change while it is open. */
export interface EvaluationNow {
  /** Null until it is judged, and for a file that could not be read. */
  /** Null while there is none; undefined where the person objects, and is decided about without. */
  evaluation: EvaluationDetail | null | undefined;
  /** In sentences, in the order of the matches. */
  reasons: string[];
  /** Every change of a verdict by a person, the last first. */
  history: OverrideEntry[];
  /** Whether a language model is of another mind about one of the verdicts. */
  opinionDiffers: boolean;
  /** Null without a score. */
  place: Place | null;
  stage: Stage;
  stageVersion: number;
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
    kind: requirement.kind,
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
  const { gate: _, ...score } = scoreMatches(
    scoreItems(matches),
    evaluation.weights,
    evaluation.likeness?.percent ?? null,
  );
  return { ...evaluation, ...score, matches };
}
