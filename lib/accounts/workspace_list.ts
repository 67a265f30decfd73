import { z } from "zod";
import { crud } from "../platform/crud.ts";
import type { Db } from "../platform/database.ts";
import { Id, Instant } from "../platform/input.ts";
import { offsetOf, type PageOf, type PageQuery, toPage } from "../platform/page_of.ts";
import { requireAccess } from "./permissions.ts";
import type { Principal } from "./principal.ts";

/** A workspace as superusers list it. */
export const ListedWorkspace = z.object({
  id: Id,
  name: z.string(),
  tierId: Id.nullable(),
  createdAt: Instant,
});
export type ListedWorkspace = z.infer<typeof ListedWorkspace>;

const workspaces = crud("workspaces");

/**
 * The workspaces of the installation by name, without sandboxes.
 *
 * @throws {Forbidden} If the actor is no superuser.
 */
export async function listWorkspaces(
  actor: Principal,
  db: Db,
  query: PageQuery,
): Promise<PageOf<ListedWorkspace>> {
  requireAccess(actor, "superuser");
  const { data, totalCount } = await workspaces.getMulti(db, {
    where: { sandboxOf: null },
    select: ["id", "name", "tierId", "createdAt"],
    sort: ["name"],
    offset: offsetOf(query),
    limit: query.itemsPerPage,
  });
  const shown = data.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  return toPage(shown, totalCount, query);
}
