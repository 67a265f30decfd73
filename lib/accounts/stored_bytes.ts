import { sql } from "kysely";
import type { Db, Trx } from "../platform/database.ts";
import { StorageFull } from "../platform/errors.ts";
import type { Services } from "../platform/services.ts";
import { acrossWorkspaces } from "../platform/workspace_scope.ts";

/** What the files of a sandbox may have together, in bytes; a tier with less holds for it too. */
export const SANDBOX_STORAGE_BYTES = 1024 ** 3;

/** What the files of a workspace have together, and may have. */
export interface StorageUse {
  readonly usedBytes: number;
  /** Null: no quota. */
  readonly quotaBytes: number | null;
}

/** A file that is to be kept. */
export interface FileToKeep {
  readonly key: string;
  readonly workspaceId: string;
  readonly bytes: Uint8Array;
}

type Keeping = Pick<Services, "storage" | "config">;

/**
 * Makes a file ready for `keepFile()`, unless that would refuse it: what is refused must leave no
 * bytes behind.
 */
export async function stageFile(
  { db, storage, config }: Keeping & Pick<Services, "db">,
  { workspaceId, bytes }: Omit<FileToKeep, "key">,
): Promise<void> {
  const use = await selectUse(db, config, workspaceId);
  if (hasRoom(use, bytes.length)) await storage.stage(workspaceId, bytes);
}

/**
 * Keeps a file, if the workspace has room for it. The row that counts is locked with the file and
 * until `trx` ends, so that of two that want the last room one waits, and only one gets it: keep a
 * file late in a transaction.
 *
 * @throws {StorageFull} If the workspace has no room for it.
 * @throws {Unavailable} If the bytes cannot be kept now.
 */
export async function keepFile(
  trx: Trx,
  { storage, config }: Keeping,
  { key, workspaceId, bytes }: FileToKeep,
): Promise<void> {
  const before = await selectUse(trx, config, workspaceId);
  if (!hasRoom(before, bytes.length)) throw full(before, bytes.length);
  await storage.put(trx, key, workspaceId, bytes);
  const { usedBytes, quotaBytes } = await selectUse(trx, config, workspaceId);
  const use = { usedBytes: usedBytes - bytes.length, quotaBytes };
  if (!hasRoom(use, bytes.length)) throw full(use, bytes.length);
}

/** What the files of a workspace and of its sandbox have together; undefined: no sandbox. */
export async function storageUse(
  db: Db,
  config: Services["config"],
  workspaceId: string,
): Promise<{ own: StorageUse; sandbox: StorageUse | undefined }> {
  const { rows } = await acrossWorkspaces(
    "a workspace is shown what its sandbox keeps",
    () => uses(config, sql`w.id = ${workspaceId} or w.sandbox_of = ${workspaceId}`).execute(db),
  );
  const of = (isSandbox: boolean) => {
    const row = rows.find((one) => one.isSandbox === isSandbox);
    return row && { usedBytes: row.usedBytes, quotaBytes: row.quotaBytes };
  };
  // Asked by a test key, the sandbox is the workspace itself.
  const own = rows.find(({ id }) => id === workspaceId);
  return {
    own: own ?? { usedBytes: 0, quotaBytes: null },
    sandbox: own?.isSandbox ? undefined : of(true),
  };
}

interface UseRow extends StorageUse {
  readonly id: string;
  readonly isSandbox: boolean;
}

async function selectUse(
  db: Db | Trx,
  config: Services["config"],
  workspaceId: string,
): Promise<StorageUse> {
  const { rows: [row] } = await acrossWorkspaces(
    "a sandbox has its tier from its workspace",
    () => uses(config, sql`w.id = ${workspaceId}`).execute(db),
  );
  return row ?? { usedBytes: 0, quotaBytes: null };
}

/** The tier's word goes before the installation's; 0 there is no quota. */
function uses({ storageQuotaBytes }: Services["config"], which: ReturnType<typeof sql>) {
  return sql<UseRow>`
    select w.id, w.sandbox_of is not null as is_sandbox,
      coalesce(s.bytes, 0) as used_bytes,
      case when w.sandbox_of is null then ${quota(storageQuotaBytes)}
        else least(${quota(storageQuotaBytes)}, ${SANDBOX_STORAGE_BYTES}::bigint)
      end as quota_bytes
    from workspaces w left join workspaces parent on parent.id = w.sandbox_of
      left join tiers t on t.id = coalesce(parent.tier_id, w.tier_id)
      left join stored_bytes s on s.workspace_id = w.id
    where ${which}`;
}

function quota(bytes: number) {
  return sql`coalesce(t.storage_bytes, nullif(${bytes}::bigint, 0))`;
}

function hasRoom({ usedBytes, quotaBytes }: StorageUse, moreBytes: number): boolean {
  return quotaBytes === null || usedBytes + moreBytes <= quotaBytes;
}

function full({ usedBytes, quotaBytes }: StorageUse, moreBytes: number): StorageFull {
  const allowed = quotaBytes ?? 0;
  return new StorageFull(
    `The files of this workspace have ${usedBytes} of the ${allowed} bytes that they may have, ` +
      `and there is no room for ${moreBytes} more: delete what is no longer needed, or ask for a ` +
      "larger quota",
    { usedBytes, allowedBytes: allowed },
  );
}
