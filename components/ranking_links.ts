import type { RankingView } from "../lib/hiring/ranking.ts";

/**
 * The query that shows a view of a ranking: "?q=kafka&sort=name", or nothing for the whole of it.
 *
 * @param changes What is to be other than in the view.
 */
export function rankingSearch(view: RankingView, changes: Partial<RankingView> = {}): string {
  const { q, grade = [], decision, requirement, verdict, flag, sort, isReversed } = {
    ...view,
    ...changes,
  };
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  if (grade.length < 4) { for (const one of grade) query.append("grade", one); }
  if (decision) query.set("decision", decision);
  if (requirement) {
    query.set("requirement", requirement);
    query.set("verdict", verdict ?? "YES");
  }
  if (flag) query.set("flag", flag);
  if (sort && sort !== "score") query.set("sort", sort);
  if (isReversed) query.set("reversed", "1");
  return query.size > 0 ? `?${query}` : "";
}

/** Whether a view leaves anybody out. */
export function isFiltered({ q, grade = [], decision, requirement, flag }: RankingView): boolean {
  const isPart = grade.length > 0 && grade.length < 4;
  return isPart || [q, decision, requirement, flag].some((value) => value !== undefined);
}
