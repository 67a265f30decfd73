import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { Id, text } from "../platform/input.ts";
import { containing } from "../platform/like_pattern.ts";
import { hasCandidate } from "./job_candidates.ts";
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

/** Whether the filter leaves anything out by that. */
export function isFilteredBy(filter: RankingFilter, name: FilterName): boolean {
  const value = filter[name];
  return Array.isArray(value) ? value.length > 0 && value.length < 4 : value !== undefined;
}

/** Whether any résumé may not fit. */
export function leavesOut(filter: RankingFilter): boolean {
  return FILTERS.some((name) => CONDITIONS[name](filter, "") !== undefined);
}

/**
 * Whether a résumé of a job fits, as a condition on `r` (résumé), `e` (evaluation) and `s`
 * (stage).
 *
 * @param without A part of the filter to leave out.
 */
export function fits(
  jobId: string,
  filter: RankingFilter,
  without?: FilterName,
): RawBuilder<boolean> {
  const parts = FILTERS.filter((name) => name !== without).flatMap((name) => {
    const part = CONDITIONS[name](filter, jobId);
    return part ? [part] : [];
  });
  if (parts.length === 0) return sql`true`;
  return sql`coalesce(${sql.join(parts, sql` and `)}, false)`;
}

type Condition = (filter: RankingFilter, jobId: string) => RawBuilder<unknown> | undefined;

const CONDITIONS: Record<FilterName, Condition> = {
  // What costs least comes first: whoever is found by it is not looked at by the rest.
  q: ({ q }, jobId) =>
    q === undefined ? undefined : sql`(
    r.file_name ilike ${containing(q)}
    or (e.headline ilike ${containing(q)} and not r.is_masked)
    or ${searched} @@ case r.language when 'nl' then ${words("dutch", q)} else ${
      words("english", q)
    } end
    or ${hasCandidate(jobId, sql`name ilike ${containing(q)}`, "r")})`,
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
