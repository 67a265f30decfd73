import { z } from "zod";
import { type RankingQuery, RankingSort } from "../../lib/hiring/ranking.ts";
import { RankingFilter } from "../../lib/hiring/ranking_filter.ts";
import { NotFound } from "../../lib/platform/errors.ts";
import { pageFields } from "../../lib/platform/page_of.ts";

const RankingPageQuery = z.object({
  ...RankingFilter.shape,
  ...pageFields(100, 200),
  sort: RankingSort.optional(),
  reversed: z.literal("1").optional(),
});

const GRADES = ["A", "B", "C", "D"] as const;

/**
 * Reads which part of a ranking an address shows: the ranking itself, what is exported of it, and
 * who comes next on an evaluation. A form's empty fields do not count; without grades, all count.
 *
 * @throws {NotFound} If a value is none that the ranking knows.
 */
export function readRankingQuery(url: URL): RankingQuery {
  const given = [...url.searchParams].filter(([, value]) => value.trim() !== "");
  const grade = given.flatMap(([name, value]) => name === "grade" ? [value] : []);
  const parsed = RankingPageQuery.safeParse({
    ...Object.fromEntries(given),
    grade: grade.length > 0 ? [...new Set(grade)] : [...GRADES],
  });
  if (!parsed.success) throw new NotFound("There is no such page: its query does not fit");
  const { reversed, verdict, ...query } = parsed.data;
  return {
    ...query,
    ...(query.requirement === undefined ? {} : { verdict: verdict ?? "YES" }),
    isReversed: reversed === "1",
  };
}
