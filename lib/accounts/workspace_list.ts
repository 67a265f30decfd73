import { z } from "zod";
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
  const found = db.selectFrom("workspaces").where("sandboxOf", "is", null);
  const [rows, { count }] = await Promise.all([
    found.select(["id", "name", "tierId", "createdAt"]).orderBy("name").orderBy("id")
      .limit(query.itemsPerPage).offset(offsetOf(query)).execute(),
    found.select((eb) => eb.fn.countAll<string>().as("count")).executeTakeFirstOrThrow(),
  ]);
  const data = rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  return toPage(data, Number(count), query);
}
