import { sql } from "kysely";
import type { Db } from "../platform/database.ts";
import type { AuditActor } from "./audit_entries.ts";
import { requirePermission } from "./permissions.ts";
import type { Principal } from "./principal.ts";

/**
 * Who stands in the audit log, former members and revoked keys too: people first, by name. Steps
 * from one person to the next through the index, however often each of them stands there.
 *
 * @throws {Forbidden} If the actor may not read the log.
 */
export async function listAuditActors(actor: Principal, db: Db): Promise<AuditActor[]> {
  requirePermission(actor, "audit:read");
  const { workspaceId } = actor;
  const { rows } = await sql<AuditActor>`
    with recursive acting (id) as (
      (select user_id from audit_log where workspace_id = ${workspaceId} and user_id is not null
        order by user_id limit 1)
      union all
      select (select a.user_id from audit_log a
        where a.workspace_id = ${workspaceId} and a.user_id > acting.id
        order by a.user_id limit 1)
      from acting where acting.id is not null
    )
    select 'person' as kind, u.id, u.name from users u where u.id in (select id from acting)
    union all
    select 'api_key', k.id, k.name from api_keys k
      where k.workspace_id = ${workspaceId}
        and exists (select from audit_log a where a.api_key_id = k.id)
    order by 1 desc, 3, 2`.execute(db);
  return rows;
}
