import type { Db } from "../platform/database.ts";
import { type QuarterFigures, selectRecentFigures } from "../platform/telemetry/recent_figures.ts";
import { requireAccess } from "./permissions.ts";
import type { Principal } from "./principal.ts";

/**
 * What the installation did in each quarter of an hour of the last day, the oldest first.
 *
 * @throws {Forbidden} If the actor is no superuser.
 */
export async function getRecentFigures(actor: Principal, db: Db): Promise<QuarterFigures[]> {
  requireAccess(actor, "superuser");
  return await selectRecentFigures(db);
}
