import { sql } from "kysely";
import type { Db } from "../platform/database.ts";
import { DIGEST_BYTES, entryDigest, type HashedEntry, sealHash } from "./audit_digest.ts";

/** The last seal of a workspace: who holds it can tell later that nothing before was changed. */
export interface ChainHead {
  readonly workspaceId: string;
  readonly number: number;
  /** In hex. */
  readonly hash: string;
}

/** What is wrong with the log of a workspace. */
export interface ChainFault {
  readonly workspaceId: string;
  /** The seal, where it is of one. */
  readonly seal: number | null;
  /** The entry, where it is of one. */
  readonly entryId: number | null;
  readonly fault:
    | "entry_changed"
    | "entry_missing"
    | "entry_never_sealed"
    | "seal_changed"
    | "seal_missing"
    | "head_missing";
}

export interface ChainReport {
  readonly entries: number;
  /** Written since the last seals. */
  readonly unsealed: number;
  readonly heads: readonly ChainHead[];
  readonly faults: readonly ChainFault[];
}

/**
 * Works every hash of the audit log out anew, from the entries as they stand.
 *
 * @param known Heads of an earlier report that were kept elsewhere; a log whose end was cut off is
 *   told by them alone.
 */
export async function verifyAuditLog(
  db: Db,
  known: readonly ChainHead[] = [],
): Promise<ChainReport> {
  const heads: ChainHead[] = [];
  const faults: ChainFault[] = [];
  const workspaces = await db.selectFrom("workspaces").select("id").orderBy("id").execute();
  for (const { id } of workspaces) {
    const expected = new Map(
      known.filter(({ workspaceId }) => workspaceId === id)
        .map(({ number, hash }) => [number, hash]),
    );
    const head = await verifyChain(db, id, expected, faults);
    if (head) heads.push(head);
  }
  faults.push(...await neverSealed(db));
  const { entries, unsealed } = await db.selectNoFrom((eb) => [
    eb.selectFrom("auditLog").select((of) => of.fn.countAll<number>().as("n"))
      .$asScalar().$notNull().as("entries"),
    eb.selectFrom("auditUnsealed").select((of) => of.fn.countAll<number>().as("n"))
      .$asScalar().$notNull().as("unsealed"),
  ]).executeTakeFirstOrThrow();
  return { entries, unsealed, heads, faults };
}

/** @param expected Hashes that seals must have, by their number; what was found is taken out. */
async function verifyChain(
  db: Db,
  workspaceId: string,
  expected: Map<number, string>,
  faults: ChainFault[],
): Promise<ChainHead | undefined> {
  const tell = (seal: number, fault: ChainFault["fault"], entryId: number | null = null) =>
    faults.push({ workspaceId, seal, entryId, fault });
  let head: ChainHead | undefined;
  for (;;) {
    const seal = await nextSeal(db, workspaceId, head?.number ?? 0);
    if (!seal) break;
    const { number } = seal;
    if (number !== (head?.number ?? 0) + 1) tell(number - 1, "seal_missing");
    const hash = sealHash({ workspaceId, ...seal }).toHex();
    const follows = (seal.previousHash?.toHex() ?? "") === (head?.hash ?? "");
    if (hash !== seal.hash.toHex() || !follows) tell(number, "seal_changed");
    const wanted = expected.get(number);
    if (wanted !== undefined && wanted !== hash) tell(number, "seal_changed");
    expected.delete(number);
    for (const [entryId, fault] of await wrongEntries(db, workspaceId, seal)) {
      tell(number, fault, entryId);
    }
    head = { workspaceId, number, hash: seal.hash.toHex() };
  }
  for (const number of expected.keys()) tell(number, "head_missing");
  return head;
}

interface Seal {
  readonly number: number;
  readonly entryIds: readonly number[];
  readonly digests: Uint8Array;
  readonly previousHash: Uint8Array | null;
  readonly hash: Uint8Array;
  readonly sealedMicros: string;
}

async function nextSeal(db: Db, workspaceId: string, after: number): Promise<Seal | undefined> {
  const { rows: [seal] } = await sql<Seal>`
    select number, entry_ids, digests, previous_hash, hash,
      (extract(epoch from sealed_at) * 1000000)::bigint::text as sealed_micros
    from audit_seals where workspace_id = ${workspaceId} and number > ${after}
    order by number limit 1`.execute(db);
  return seal;
}

async function wrongEntries(
  db: Db,
  workspaceId: string,
  { entryIds, digests }: Seal,
): Promise<[number, ChainFault["fault"]][]> {
  const { rows } = await sql<HashedEntry>`
    select id::text, workspace_id::text, user_id::text, api_key_id::text, target_id::text,
      job_id::text, resume_id::text, candidate_id::text, action, details::text,
      (extract(epoch from created_at) * 1000000)::bigint::text as created_micros, salt::text,
      details_digest
    from audit_log
    where id = any(${[...entryIds]}::bigint[]) and workspace_id = ${workspaceId}`.execute(db);
  const found = new Map(rows.map((row) => [Number(row.id), row]));
  return entryIds.flatMap((id, index): [number, ChainFault["fault"]][] => {
    const entry = found.get(Number(id));
    if (!entry) return [[Number(id), "entry_missing"]];
    const sealed = digests.subarray(index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES);
    return entryDigest(entry).toHex() === sealed.toHex() ? [] : [[Number(id), "entry_changed"]];
  });
}

/** Entries that neither have a seal nor wait for one: somebody put them in by a way of their own. */
async function neverSealed(db: Db): Promise<ChainFault[]> {
  const { rows } = await sql<{ workspaceId: string; id: number }>`
    select workspace_id, id from audit_log
    except select workspace_id, unnest(entry_ids) from audit_seals
    except select workspace_id, entry_id from audit_unsealed
    order by 1, 2`.execute(db);
  return rows.map(({ workspaceId, id }) => ({
    workspaceId,
    seal: null,
    entryId: id,
    fault: "entry_never_sealed",
  }));
}
