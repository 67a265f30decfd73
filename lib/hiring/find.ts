import { sql } from "kysely";
import { can, requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { type Found, type Hit, searchPeople } from "./search.ts";
import { readSearch } from "./search_query.ts";

/** A job that was found. */
export interface FoundJob {
  readonly id: string;
  readonly title: string;
  readonly isOpen: boolean;
}

export interface Finding {
  readonly people: readonly Hit[];
  /** Of which those are the first; see `Found`. */
  readonly peopleCount: number;
  readonly isMore: boolean;
  readonly jobs: readonly FoundJob[];
}

export interface FindOptions {
  readonly q: string;
  readonly people: number;
  readonly jobs: number;
  readonly isTyping?: boolean;
}

/** The people and jobs that fit what is typed; without a word, the jobs of the last days. */
export async function find(
  actor: Principal,
  db: Db,
  { q, people, jobs, isTyping = false }: FindOptions,
): Promise<Finding> {
  const nobody: Found = {
    data: [],
    totalCount: 0,
    hasMore: false,
    page: 1,
    itemsPerPage: people,
    isMore: false,
  };
  const [found, foundJobs] = await Promise.all([
    can(actor, "candidates:read") && q.trim().length > 1
      ? searchPeople(actor, db, { q, isTyping, page: 1, itemsPerPage: people })
      : nobody,
    findJobs(actor, db, q, jobs),
  ]);
  return {
    people: found.data,
    peopleCount: found.totalCount,
    isMore: found.isMore,
    jobs: foundJobs,
  };
}

/** Jobs whose title has every word, the open ones first. */
export async function findJobs(
  actor: Principal,
  db: Db,
  q: string,
  most: number,
): Promise<FoundJob[]> {
  requirePermission(actor, "jobs:read");
  const words = readSearch(q).typed.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0 && q.trim() !== "") return [];
  let query = db.selectFrom("jobs").select(["id", "title", "archivedAt"])
    .where("workspaceId", "=", actor.workspaceId);
  for (const word of words) query = query.where("title", "ilike", `%${word}%`);
  const rows = await query.orderBy(sql`archived_at is not null`).orderBy("updatedAt", "desc")
    .limit(most).execute();
  return rows.map(({ id, title, archivedAt }) => ({ id, title, isOpen: archivedAt === null }));
}
