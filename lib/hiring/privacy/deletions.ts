import { sql } from "kysely";
import { z } from "zod";
import { ListedBackup } from "../../accounts/backup_list.ts";
import { requirePermission } from "../../accounts/permissions.ts";
import type { Principal } from "../../accounts/principal.ts";
import { openWalk, type OrderKey, type Placed, reversed } from "../../platform/cursor.ts";
import type { Db } from "../../platform/database.ts";
import { Id, Instant } from "../../platform/input.ts";
import type { CursorPageOf, CursorQuery } from "../../platform/page_of.ts";

/** What was deleted of whom, by ids and hashes: the proof that it was. */
export const Deletion = z.object({
  /** The entry of the audit log, which is sealed into its chain. */
  entryId: z.int(),
  candidateId: Id,
  deletedAt: Instant,
  /** Who deleted it; null for the rule. */
  deletedBy: z.string().nullable(),
  cause: z.enum(["person", "request", "retention", "restore"]),
  files: z.array(z.object({ id: Id, sha256: z.string() })),
  letters: z.array(Id),
  evaluations: z.int(),
  notes: z.int(),
  /** The backups that they are still in, the latest first. */
  backups: z.array(ListedBackup),
}).meta({ id: "Deletion" });
export type Deletion = z.infer<typeof Deletion>;

export interface DeletionQuery extends CursorQuery {
  /** Only what was deleted at that moment or since, RFC 3339. */
  readonly updatedSince?: string | undefined;
}

const BACKUPS = sql`(
  select coalesce(json_agg(json_build_object(
    'fileName', b.file_name, 'madeAt', b.made_at, 'keptUntil', b.kept_until
  ) order by b.made_at desc), '[]')
  from backups b where b.made_at <= a.created_at and b.kept_until > now())`;

const LAST_FIRST: readonly OrderKey[] = reversed([{ sql: sql`a.id`, type: "bigint" }]);

/**
 * The deletions of people, the latest first. Each is an entry of the audit log.
 *
 * @throws {Forbidden} If the actor may not read about candidates.
 */
export async function listDeletions(
  actor: Principal,
  db: Db,
  query: DeletionQuery,
): Promise<CursorPageOf<Deletion>> {
  requirePermission(actor, "candidates:read");
  const { workspaceId } = actor;
  const { updatedSince } = query;
  const walk = openWalk(query, LAST_FIRST, ["deletions", workspaceId, updatedSince ?? null]);
  const fits = sql`a.workspace_id = ${workspaceId} and a.action = 'candidate.deleted'
    and a.details ? 'files'
    ${updatedSince ? sql`and a.created_at >= ${new Date(updatedSince)}` : sql``}`;
  const [{ rows }, total] = await Promise.all([
    sql<DeletionRow>`
      select a.id, a.target_id, a.created_at, a.details, coalesce(u.name, k.name) as by_name,
        ${walk.key} as place_key, ${BACKUPS} as backups
      from audit_log a left join users u on u.id = a.user_id
      left join api_keys k on k.id = a.api_key_id
      where ${fits} and ${walk.isBehind}
      order by ${walk.order} limit ${walk.limit} offset ${walk.offset}`.execute(db),
    walk.total(async () => {
      const { rows: [row] } = await sql<{ count: number }>`
        select count(*) as count from audit_log a where ${fits}`.execute(db);
      return row ?? { count: 0 };
    }),
  ]);
  return walk.page(rows, total, toDeletion);
}

function toDeletion({ id, targetId, createdAt, byName, details, backups }: DeletionRow): Deletion {
  return {
    entryId: id,
    candidateId: targetId,
    deletedAt: createdAt.toISOString(),
    deletedBy: byName,
    ...Proof.parse(details),
    backups: backups.map(({ fileName, madeAt, keptUntil }) => ({
      fileName,
      madeAt: new Date(madeAt).toISOString(),
      keptUntil: new Date(keptUntil).toISOString(),
    })),
  };
}

interface DeletionRow extends Placed {
  readonly id: number;
  readonly targetId: string;
  readonly createdAt: Date;
  readonly details: unknown;
  readonly byName: string | null;
  readonly backups: readonly ListedBackup[];
}

const Proof = Deletion.pick({
  cause: true,
  files: true,
  letters: true,
  evaluations: true,
  notes: true,
});
