import { z } from "zod";
import { crud } from "../platform/crud.ts";
import type { Db } from "../platform/database.ts";
import { Id, Instant } from "../platform/input.ts";
import { containing } from "../platform/like_pattern.ts";
import { type CursorPageOf, type CursorQuery, offsetOf, sortField } from "../platform/page_of.ts";
import { requireAccess } from "./permissions.ts";
import type { Principal } from "./principal.ts";

/** A workspace as superusers list it. */
export const ListedWorkspace = z.object({
  id: Id,
  name: z.string(),
  tierId: Id.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type ListedWorkspace = z.infer<typeof ListedWorkspace>;

const workspaces = crud("workspaces");

/** What workspaces can be sorted by. */
export const WorkspaceSort = sortField(["name", "created_at", "updated_at"]);

/** Which workspaces are listed. */
export interface WorkspaceQuery extends CursorQuery {
  readonly sort: z.infer<typeof WorkspaceSort>;
  /** A part of the name; undefined: all. */
  readonly q?: string | undefined;
  /** Only those that were changed at that moment or since, RFC 3339. */
  readonly updatedSince?: string | undefined;
}

const COLUMNS = {
  "name": "name",
  "created_at": "createdAt",
  "updated_at": "updatedAt",
} as const;

/**
 * The workspaces of the installation, without sandboxes.
 *
 * @throws {Forbidden} If the actor is no superuser.
 */
export async function listWorkspaces(
  actor: Principal,
  db: Db,
  { sort, q, updatedSince, itemsPerPage, cursor, ...query }: WorkspaceQuery,
): Promise<CursorPageOf<ListedWorkspace>> {
  requireAccess(actor, "superuser");
  const column = COLUMNS[sort.replace("-", "") as keyof typeof COLUMNS];
  const { data, ...part } = await workspaces.getMulti(db, {
    where: {
      sandboxOf: null,
      ...(q ? { name: { ilike: containing(q) } } : {}),
      ...(updatedSince ? { updatedAt: { gte: new Date(updatedSince) } } : {}),
    },
    select: ["id", "name", "tierId", "createdAt", "updatedAt"],
    sort: [sort.startsWith("-") ? `-${column}` : column],
    offset: offsetOf({ ...query, itemsPerPage }),
    limit: itemsPerPage,
    cursor,
  });
  return { ...part, itemsPerPage, data: data.map(shown) };
}

function shown(
  { createdAt, updatedAt, ...row }: Omit<ListedWorkspace, "createdAt" | "updatedAt"> & {
    readonly createdAt: Date;
    readonly updatedAt: Date;
  },
): ListedWorkspace {
  return { ...row, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
