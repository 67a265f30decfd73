import { z } from "zod";
import { type RankingQuery, RankingSort } from "../../lib/hiring/ranking.ts";
import { RankingFilter } from "../../lib/hiring/ranking_filter.ts";
import { pageFields } from "../../lib/platform/page_of.ts";

const RankingPageQuery = z.object({
  ...RankingFilter.shape,
  ...pageFields(50, 200),
  sort: RankingSort.optional(),
  reversed: z.literal("1").optional(),
});

const GRADES = ["A", "B", "C", "D"] as const;

/**
 * Reads which part of a ranking an address shows: the ranking itself, what is exported of it, and
 * who comes next on an evaluation. A form's empty fields do not count, nor does a value that the
 * ranking does not know: an old or mistyped address still shows the ranking. Without grades, all
 * count.
 */
export function readRankingQuery(url: URL): RankingQuery {
  const given = [...url.searchParams].filter(([, value]) => value.trim() !== "");
  const asked = given.flatMap(([name, value]) => name === "grade" ? [value] : []);
  const grade = GRADES.filter((one) => asked.includes(one));
  const { reversed, verdict, ...query } = readKnown({
    ...Object.fromEntries(given),
    grade: grade.length > 0 ? grade : [...GRADES],
  });
  return {
    ...query,
    ...(query.requirement === undefined ? {} : { verdict: verdict ?? "YES" }),
    isReversed: reversed === "1",
  };
}

/** Leaves out the fields that do not fit. */
function readKnown(fields: Readonly<Record<string, unknown>>): z.infer<typeof RankingPageQuery> {
  const parsed = RankingPageQuery.safeParse(fields);
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
  const known = Object.entries(fields).filter(([name]) => !wrong.has(name));
  return RankingPageQuery.parse(Object.fromEntries(known));
}
