import { sql } from "kysely";
import { z } from "zod";
import type { Db, Trx } from "../database.ts";
import { Unavailable } from "../errors.ts";
import { enqueue, enqueueAll, type NewTask } from "../queue.ts";
import { type ByteName, type ByteStore, type Place, toPath } from "./byte_store.ts";

/** Held by a backup, which reads the bytes of rows that may be gone since it began. */
export const NO_REMOVALS = 4_116_520_041;

/** Bytes that a row named, which is gone. */
export const RemoveBytesTask = z.object({
  place: z.enum(["file", "s3"]),
  workspaceId: z.uuid(),
  hash: z.hex().length(64),
});
export type RemoveBytesTask = z.infer<typeof RemoveBytesTask>;

/** Has bytes outside PostgreSQL removed after `trx` commits, unless a row still names them. */
export async function enqueueRemoval(trx: Trx, place: Place, name: ByteName): Promise<void> {
  if (place === "postgres") return;
  await enqueue(trx, removalOf({ place, ...name }));
}

/** Has all bytes of workspaces that `trx` is about to delete removed after it commits. */
export async function enqueueRemovalsOf(trx: Trx, workspaceIds: readonly string[]): Promise<void> {
  const rows = await trx.selectFrom("documents").select(["place", "workspaceId", "hash"]).distinct()
    .where("workspaceId", "in", [...workspaceIds]).where("place", "!=", "postgres").execute();
  const tasks = rows.map(({ place, workspaceId, hash }) =>
    removalOf({ place: place as RemoveBytesTask["place"], workspaceId, hash: hash.toHex() })
  );
  for (let at = 0; at < tasks.length; at += PART) {
    await enqueueAll(trx, tasks.slice(at, at + PART));
  }
}

/** So many tasks are written with one statement. */
const PART = 1000;

/** No workspace's task: it must outlive the workspace. */
function removalOf(payload: RemoveBytesTask): NewTask {
  return { name: "remove_bytes", payload, workspaceId: null };
}

/**
 * Holds bytes for a row that `trx` is about to write: nobody removes them before it ends. Several
 * may hold the same ones.
 */
export async function lockBytes(trx: Trx, name: ByteName): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${lockOf(name)})`.execute(trx);
}

/**
 * Removes bytes that no row names. Who is about to write such a row holds a lock on them, and is
 * waited for.
 *
 * @returns Whether they were removed.
 * @throws {Unavailable} While a backup is made.
 */
export async function removeUnnamed(db: Db, store: ByteStore, name: ByteName): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    const { rows: [may] } = await sql<{ isFree: boolean }>`
      select pg_try_advisory_xact_lock_shared(${NO_REMOVALS}) as is_free`.execute(trx);
    if (!may?.isFree) throw new Unavailable("Nothing is removed while a backup is made");
    await sql`select pg_advisory_xact_lock(${lockOf(name)})`.execute(trx);
    const row = await trx.selectFrom("documents").select("key")
      .where("workspaceId", "=", name.workspaceId)
      .where("hash", "=", Uint8Array.fromHex(name.hash))
      .where("place", "=", store.place).limit(1).executeTakeFirst();
    if (row) return false;
    await store.remove(name);
    return true;
  });
}

function lockOf(name: ByteName) {
  return sql`hashtextextended(${`bytes:${toPath(name)}`}, 0)`;
}
