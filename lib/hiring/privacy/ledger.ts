import { sql } from "kysely";
import { z } from "zod";
import { hasBackupList, listBackups, ListedBackup } from "../../accounts/backup_list.ts";
import type { Db } from "../../platform/database.ts";
import { Id, Instant } from "../../platform/input.ts";

const ErasedPerson = z.strictObject({
  kind: z.literal("person"),
  erasedAt: Instant,
  workspaceId: Id,
  /** Who stood for the person first, then who was merged into them. */
  candidateIds: z.array(Id).min(1),
  /** A backup may know a résumé that was not read yet, and so whose it is. */
  resumeIds: z.array(Id),
});
export type ErasedPerson = z.infer<typeof ErasedPerson>;

const ErasedAccount = z.strictObject({
  kind: z.literal("account"),
  erasedAt: Instant,
  /** Of the superuser who did it. */
  workspaceId: Id,
  userId: Id,
  /** Those that went with it. */
  erasedWorkspaceIds: z.array(Id),
});
export type ErasedAccount = z.infer<typeof ErasedAccount>;

const Backup = z.strictObject({ kind: z.literal("backup"), ...ListedBackup.shape });

/** What is to be known outside the database, for when it is restored: ids, times, names of files. */
export const LedgerEntry = z.discriminatedUnion("kind", [ErasedPerson, ErasedAccount, Backup]);
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/**
 * Who was erased, the earliest first, and then which backups there are.
 *
 * @param since Only who was erased at that moment or later; default: everybody.
 */
export async function listLedger(db: Db, since?: Date): Promise<LedgerEntry[]> {
  const { rows } = await sql<ErasureRow>`
    select action, workspace_id, target_id, created_at, details from audit_log
    where action in ('candidate.deleted', 'user.erased') and target_id is not null
      ${since ? sql`and created_at >= ${since}` : sql``}
    order by id`.execute(db);
  const backups = await hasBackupList(db) ? await listBackups(db) : [];
  return [
    ...rows.map(toErasure),
    ...backups.toReversed().map((backup) => ({ kind: "backup" as const, ...backup })),
  ];
}

interface ErasureRow {
  readonly action: string;
  readonly workspaceId: string;
  readonly targetId: string;
  readonly createdAt: Date;
  readonly details: unknown;
}

/** Entries of earlier versions say less. */
const Details = z.object({
  candidates: z.array(Id).default([]),
  files: z.array(z.object({ id: Id })).default([]),
  workspaceIds: z.array(Id).default([]),
});

function toErasure(
  { action, workspaceId, targetId, createdAt, details }: ErasureRow,
): ErasedPerson | ErasedAccount {
  const { candidates, files, workspaceIds } = Details.parse(details);
  const of = { erasedAt: createdAt.toISOString(), workspaceId };
  if (action === "user.erased") {
    return { kind: "account", ...of, userId: targetId, erasedWorkspaceIds: workspaceIds };
  }
  const candidateIds = [...new Set([targetId, ...candidates])];
  return { kind: "person", ...of, candidateIds, resumeIds: files.map(({ id }) => id) };
}
