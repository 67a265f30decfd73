import { z } from "zod";
import { ComparedCandidate, ComparedMatch, Comparison } from "../../../lib/hiring/compare.ts";
import { Verdict } from "../../../lib/hiring/states.ts";

const MatchAnswer = ComparedMatch.omit({ verdict: true }).extend({ match: Verdict });

export const ComparisonAnswer = Comparison.omit({ candidates: true }).extend({
  candidates: z.array(
    ComparedCandidate.omit({ matches: true }).extend({ matches: z.array(MatchAnswer) }),
  ),
}).meta({ id: "Comparison" });

/** A comparison; what others call a verdict is `match` in the API. */
export function toComparisonAnswer(
  { candidates, ...comparison }: Comparison,
): z.infer<typeof ComparisonAnswer> {
  return {
    ...comparison,
    candidates: candidates.map(({ matches, ...one }) => ({
      ...one,
      matches: matches.map(({ verdict, ...match }) => ({ ...match, match: verdict })),
    })),
  };
}
