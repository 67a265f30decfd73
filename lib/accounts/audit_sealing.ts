import { sql } from "kysely";
import type { Db, Trx } from "../platform/database.ts";

/** How many entries are sealed in one transaction. */
const PART = 10_000;

/** Any number, so long as it is the sealing's alone in this database. */
const LOCK = 7_120_519_602;

/**
 * Seals the entries that are not sealed yet: one seal for each workspace that has any, which holds
 * their digests and the hash of the seal before. One who seals waits for another; who writes
 * entries waits for none.
 *
 * @returns How many entries were sealed.
 */
export async function sealAuditLog(db: Db, signal?: AbortSignal): Promise<number> {
  let sealed = 0;
  for (;;) {
    signal?.throwIfAborted();
    const { taken, count } = await db.transaction().execute(sealPart);
    sealed += count;
    if (taken < PART) return sealed;
  }
}

async function sealPart(trx: Trx): Promise<{ taken: number; count: number }> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
  const { rows: [row] } = await sql<{ taken: number; count: number }>`
    with taken as (
      delete from audit_unsealed where entry_id in (
        select entry_id from audit_unsealed order by entry_id limit ${PART}
      ) returning entry_id
    ), part as (
      select a.workspace_id, array_agg(a.id order by a.id) as entry_ids,
        string_agg(audit_entry_digest(a), ''::bytea order by a.id) as digests
      from taken join audit_log a on a.id = taken.entry_id group by a.workspace_id
    ), next as (
      select part.*, coalesce(last.number, 0) + 1 as number, last.hash as previous_hash
      from part left join lateral (
        select s.number, s.hash from audit_seals s where s.workspace_id = part.workspace_id
        order by s.number desc limit 1
      ) last on true
    ), sealed as (
      insert into audit_seals
        (workspace_id, number, entry_ids, digests, previous_hash, sealed_at, hash)
      select workspace_id, number, entry_ids, digests, previous_hash, now(),
        audit_seal_hash(workspace_id, number, previous_hash, now(), cardinality(entry_ids), digests)
      from next returning cardinality(entry_ids) as entries
    )
    select (select count(*) from taken) as taken,
      (select coalesce(sum(entries), 0) from sealed) as count`.execute(trx);
  return row ?? { taken: 0, count: 0 };
}
