import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { Id, text } from "../platform/input.ts";
import { containing } from "../platform/like_pattern.ts";
import { OPINION_DIFFERS } from "./model/differing.ts";
import { Decision, Grade, RankingFlag, Verdict } from "./states.ts";

/** Which rows of a ranking are wanted; what is not given does not matter. */
export const RankingFilter = z.object({
  /** Part of a name, of the file's or of the latest role, or words of the résumé. */
  q: text(1, 200).optional(),
  grade: z.array(Grade).optional(),
  /** What was decided, or the id of a stage. */
  decision: z.union([Decision, Id], "must be undecided, shortlisted, rejected or the id of a stage")
    .optional(),
  /** Those with that verdict on this requirement; YES unless given. */
  requirement: Id.optional(),
  verdict: Verdict.optional(),
  flag: RankingFlag.optional(),
});
export type RankingFilter = z.infer<typeof RankingFilter>;

/** What can be filtered by; a requirement and its verdict are one. */
export const FILTERS = ["q", "grade", "decision", "requirement", "flag"] as const;
export type FilterName = typeof FILTERS[number];

/** All but the words, which are looked for in several places. */
export const BESIDE_Q = FILTERS.filter((name) => name !== "q");
export type NameBesideQ = typeof BESIDE_Q[number];

/** Whether the filter leaves anything out by that. */
export function isFilteredBy(filter: RankingFilter, name: FilterName): boolean {
  const value = filter[name];
  return Array.isArray(value) ? value.length > 0 && value.length < 4 : value !== undefined;
}

/** Whether any résumé may not fit. */
export function leavesOut(filter: RankingFilter): boolean {
  return filter.q !== undefined || BESIDE_Q.some((name) => conditionOf(filter, name));
}

/** Whether a résumé fits in all but `q`, as a condition on `r`, `e` and `s` of `judged()`. */
export function fitsBeside(filter: RankingFilter): RawBuilder<boolean> {
  const parts = BESIDE_Q.flatMap((name) => conditionOf(filter, name) ?? []);
  return parts.length === 0 ? sql`true` : sql`(${sql.join(parts, sql` and `)})`;
}

/** The same by one part of the filter alone; undefined where that leaves nothing out. */
export function conditionOf(
  filter: RankingFilter,
  name: NameBesideQ,
): RawBuilder<boolean> | undefined {
  const condition = CONDITIONS[name](filter);
  return condition && sql`coalesce(${condition}, false)`;
}

/** Whether the words of a résumé `r`, or its file's name, are found by `q`. */
export function hasWords({ q }: RankingFilter): RawBuilder<boolean> {
  if (q === undefined) return sql`true`;
  return sql`coalesce(r.file_name ilike ${containing(q)}
    or ${searched} @@ case r.language when 'nl' then ${words("dutch", q)} else ${
    words("english", q)
  } end, false)`;
}

/** Whether `q` is in what an evaluation `e` says of a résumé `r`. */
export function hasHeadline({ q }: RankingFilter): RawBuilder<boolean> {
  if (q === undefined) return sql`true`;
  return sql`coalesce(e.headline ilike ${containing(q)} and not r.is_masked, false)`;
}

type Condition = (filter: RankingFilter) => RawBuilder<unknown> | undefined;

const CONDITIONS: Record<NameBesideQ, Condition> = {
  grade: ({ grade }) => {
    if (!grade?.length) return undefined;
    const graded = sql`e.grade in (${sql.join([...grade])})`;
    // Who objects to a grade is left out by a choice of grades, and not by all of them.
    return grade.length === Grade.options.length
      ? sql`(${graded} or e.withheld is not null)`
      : graded;
  },
  decision: ({ decision }) => {
    if (decision === undefined) return undefined;
    if (Decision.safeParse(decision).success) {
      return sql`coalesce(s.decision, 'undecided') = ${decision}`;
    }
    return sql`(r.stage_id = ${decision} or (r.stage_id is null and exists (
      select from stages where id = ${decision} and key = 'new'
        and workspace_id = r.workspace_id)))`;
  },
  requirement: ({ requirement, verdict = "YES" }) =>
    requirement === undefined
      ? undefined
      : sql`e.summary -> 'strip' @> ${
        JSON.stringify([{ requirementId: requirement, verdict }])
      }::text::jsonb`,
  flag: ({ flag }) => {
    if (flag === "opinion_differs") return OPINION_DIFFERS;
    return flag && sql`e.flags @> ${JSON.stringify([flag])}::text::jsonb`;
  },
};

/** What is searched of a résumé; of a masked one, nothing that is not shown. */
const searched = sql`case when r.is_masked then to_tsvector(
    case r.language when 'nl' then 'dutch'::regconfig else 'english'::regconfig end,
    left(r.masked_text, 100000)) else r.search end`;

/**
 * All the words of `q`, the last of which may go on; null when none of them tells anything. Being a
 * subquery, they are read once and not for each résumé.
 */
function words(language: "dutch" | "english", q: string): RawBuilder<unknown> {
  return sql`(
    select (nullif(plainto_tsquery(${language}::text::regconfig, ${q})::text, '') || ':*')::tsquery)`;
}
