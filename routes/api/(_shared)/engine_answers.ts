import { z } from "zod";
import { EngineComparison, EngineMove } from "../../../lib/hiring/engine_comparisons.ts";
import { Verdict } from "../../../lib/hiring/states.ts";
import { sayReason } from "../../../lib/talent/reasons.ts";
import type { Language } from "../../../lib/talent/types.ts";

const MoveAnswer = EngineMove.omit({ verdicts: true }).extend({
  verdicts: z.array(z.object({
    requirementId: z.string(),
    from: Verdict,
    to: Verdict,
    reason: z.string(),
  })),
});

export const EngineComparisonAnswer = EngineComparison.omit({ moves: true }).extend({
  moves: z.array(MoveAnswer),
}).meta({ id: "EngineComparison" });

/** A comparison of engines, its reasons said. */
export function toEngineAnswer(
  language: Language,
  { moves, ...comparison }: EngineComparison,
): z.infer<typeof EngineComparisonAnswer> {
  return {
    ...comparison,
    moves: moves.map(({ verdicts, ...move }) => ({
      ...move,
      verdicts: verdicts.map(({ reason, ...verdict }) => ({
        ...verdict,
        reason: sayReason(reason, language),
      })),
    })),
  };
}
