import { z } from "zod";
import { RankingListSort, RankingSort } from "../../../lib/hiring/ranking.ts";
import { RankingFilter } from "../../../lib/hiring/ranking_filter.ts";
import { Grade } from "../../../lib/hiring/states.ts";

/** Fields of a query: which rows of a ranking, and in which order. */
export const RankingChoice = {
  sort: RankingListSort.default("score"),
  ...RankingFilter.omit({ grade: true, verdict: true }).shape,
  grade: Grade.optional(),
  match: RankingFilter.shape.verdict,
};

const Choice = z.object(RankingChoice);

/** The same as lib takes it, with whatever else the query has. */
export function toView<Query extends z.infer<typeof Choice>>(
  { grade, match, sort, ...others }: Query,
) {
  return {
    ...others,
    sort: RankingSort.parse(sort.replace("-", "")),
    isReversed: sort.startsWith("-"),
    grade: grade && [grade],
    verdict: match,
  };
}
