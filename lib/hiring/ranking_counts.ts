import { type RawBuilder, sql } from "kysely";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { fitsIn, isFoundIn, judged } from "./judged_resumes.ts";
import {
  BESIDE_Q,
  conditionOf,
  type FilterName,
  FILTERS,
  fitsBeside,
  isFilteredBy,
  type RankingFilter,
} from "./ranking_filter.ts";
import { requireJob } from "./resumes.ts";
import type { GradeCounts } from "./states.ts";

/** How many of a job's résumés have which grade. */
export interface RankingCounts {
  /** Whatever is filtered by. */
  readonly all: GradeCounts;
  /** Of those that fit the filter. */
  readonly shown: GradeCounts;
  /** Whose evaluation is put away, since they object to being judged by a program. */
  readonly withheld: number;
}

/**
 * Counts the grades of a job's ranking, and of the part of it that fits a filter.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function countGrades(
  actor: Principal,
  db: Db,
  jobId: string,
  filter: RankingFilter = {},
): Promise<RankingCounts> {
  requirePermission(actor, "evaluations:read");
  const [{ rows }] = await Promise.all([
    sql<{ grade: keyof GradeCounts | null; total: number; shown: number }>`
      with ${
      judged(actor, jobId, filter, {
        columns: sql`e.grade`,
        fits: fitsBeside(filter),
        where: IS_JUDGED,
      })
    }
      select grade, count(*) as total, count(*) filter (where ${fitsIn(filter)}) as shown
      from judged group by grade`.execute(db),
    requireJob(db, actor.workspaceId, jobId),
  ]);
  const [all, shown] = [noGrades(), noGrades()];
  let withheld = 0;
  for (const row of rows) {
    if (row.grade === null) {
      withheld = row.total;
      continue;
    }
    all[row.grade] = row.total;
    shown[row.grade] = row.shown;
  }
  return { all, shown, withheld };
}

/** Who has a grade, or has it put away. */
const IS_JUDGED = sql`(e.grade is not null or e.withheld is not null)`;

function noGrades(): GradeCounts {
  return { A: 0, B: 0, C: 0, D: 0 };
}

/** How many judged résumés would fit if one part of the filter were left out, by that part. */
export async function countWithout(
  actor: Principal,
  db: Db,
  jobId: string,
  filter: RankingFilter,
): Promise<ReadonlyMap<FilterName, number>> {
  requirePermission(actor, "evaluations:read");
  const names = FILTERS.filter((name) => isFilteredBy(filter, name));
  if (names.length === 0) return new Map();
  const columns = BESIDE_Q.map((name) =>
    sql`${conditionOf(filter, name) ?? sql`true`} as ${sql.ref(`by_${name}`)}`
  );
  const counts = names.map((name) => {
    const others = BESIDE_Q.filter((one) => one !== name)
      .map((one): RawBuilder<unknown> => sql.ref(`by_${one}`));
    if (name !== "q") others.push(isFoundIn(filter));
    return sql`count(*) filter (where ${sql.join(others, sql` and `)}) as ${sql.ref(name)}`;
  });
  const { rows: [row] } = await sql<Record<FilterName, number>>`
    with ${
    judged(actor, jobId, filter, { columns: sql.join(columns), fits: sql`true`, where: IS_JUDGED })
  }
    select ${sql.join(counts)} from judged`.execute(db);
  return new Map(names.map((name) => [name, row?.[name] ?? 0]));
}
