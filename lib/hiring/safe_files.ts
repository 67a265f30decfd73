import { Refusal } from "../documents/refusal.ts";
import { scanForViruses } from "../platform/clamd.ts";
import type { Services } from "../platform/services.ts";

/** Where a file is kept. */
export interface FileName {
  readonly key: string;
  readonly workspaceId: string;
}

type Needed = Pick<Services, "config" | "db" | "storage">;

/**
 * The bytes of a file that may be read: where a virus scanner is set up, it has found nothing in
 * them. A file is scanned once, when somebody first asks for it.
 *
 * @returns Undefined when there is no such file.
 * @throws {Refusal} `infected`, with the name of the signature as `found`.
 * @throws {Unavailable} If the scanner or the storage is away.
 */
export async function readSafe(services: Needed, file: FileName): Promise<Uint8Array | undefined> {
  const { db, storage } = services;
  return await scanOnce(services, file) ?? await storage.get(db, file.key, file.workspaceId);
}

/**
 * Has a file scanned that was not; see `readSafe()`.
 *
 * @returns Its bytes, if they were read for that.
 */
export async function scanOnce(
  { config, db, storage }: Needed,
  { key, workspaceId }: FileName,
): Promise<Uint8Array | undefined> {
  if (!config.virusScan) return undefined;
  const row = await db.selectFrom("documents").select(["hash", "scannedAt"])
    .where("key", "=", key).where("workspaceId", "=", workspaceId).executeTakeFirst();
  if (!row || row.scannedAt) return undefined;
  const bytes = await storage.get(db, key, workspaceId);
  if (!bytes) return undefined;
  const found = await scanForViruses(config.virusScan, bytes);
  if (found) throw new Refusal("infected", { found });
  await db.updateTable("documents").set({ scannedAt: new Date() })
    .where("key", "=", key).where("hash", "=", row.hash).execute();
  return bytes;
}
