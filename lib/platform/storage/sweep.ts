import { sql } from "kysely";
import type { Db } from "../database.ts";
import { logger } from "../log.ts";
import type { ByteStore, HeldBytes } from "./byte_store.ts";
import { removeUnnamed } from "./removal.ts";

/** How long bytes that no row names are left alone: as long as a row may be on its way. */
export const GRACE_MS = 24 * 60 * 60 * 1000;

const BATCH = 500;

/** What was found in a store. */
export interface Swept {
  readonly held: number;
  readonly removed: number;
}

/**
 * Removes the bytes that no row names: those of uploads that were cut short, and of workspaces that
 * are gone. In a store of which no row names anything, only the bytes of this database's workspaces
 * are taken for its own: the store may belong to another database, or this one have been restored
 * to the wrong place.
 *
 * @param graceMs Younger bytes stay.
 */
export async function sweepStore(
  db: Db,
  store: ByteStore,
  signal: AbortSignal,
  graceMs = GRACE_MS,
): Promise<Swept> {
  // A clock that jumps ahead makes what was written just now look old; this one does not jump.
  const now = Math.min(Date.now(), performance.timeOrigin + performance.now());
  const before = new Date(now - graceMs);
  await store.tidy(before);
  const strange: Unnamed[] = [];
  let held = 0;
  for await (const batch of batches(store.list())) {
    signal.throwIfAborted();
    held += batch.length;
    strange.push(...await selectUnnamed(db, store, batch));
  }
  const isKnown = strange.length < held;
  const left = isKnown ? [] : strange.filter(({ isOurs }) => !isOurs);
  if (left.length > 0) {
    const { place } = store;
    logger("storage").warning("No file of this database is in the store {place}", { place });
  }
  let removed = 0;
  for (const { isOurs, name, writtenAt } of strange) {
    signal.throwIfAborted();
    if (writtenAt >= before || !(isKnown || isOurs)) continue;
    if (await removeUnnamed(db, store, name)) removed += 1;
  }
  return { held, removed };
}

/** Bytes that no row names. */
interface Unnamed extends HeldBytes {
  /** Whether their workspace is one of this database. */
  readonly isOurs: boolean;
}

async function selectUnnamed(
  db: Db,
  { place }: ByteStore,
  batch: readonly HeldBytes[],
): Promise<Unnamed[]> {
  const { rows } = await sql<{ at: number; isOurs: boolean }>`
    select given.at::integer,
      exists (select from workspaces w where w.id = given.workspace_id) as is_ours
    from unnest(
      ${batch.map(({ name }) => name.workspaceId)}::uuid[],
      ${batch.map(({ name }) => name.hash)}::text[]
    ) with ordinality as given (workspace_id, hash, at)
    where not exists (
      select from documents d where d.workspace_id = given.workspace_id
        and d.hash = decode(given.hash, 'hex') and d.place = ${place}
    )`.execute(db);
  return rows.flatMap(({ at, isOurs }) => {
    const held = batch[at - 1];
    return held ? [{ ...held, isOurs }] : [];
  });
}

async function* batches(all: AsyncIterable<HeldBytes>): AsyncGenerator<HeldBytes[]> {
  let batch: HeldBytes[] = [];
  for await (const one of all) {
    batch.push(one);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
