import { sql } from "kysely";
import type { Db, Trx } from "./database.ts";
import { seal, type SealingSecrets, unseal } from "./sealing.ts";

/**
 * How long an answer is kept: a day longer than is promised, so that a clock that runs a day ahead
 * makes nobody's repetition a call of its own.
 */
export const KEEP_HOURS = 2 * 24;

/** What kept answers are sealed for. */
export const IDEMPOTENCY_PURPOSE = "idempotency";

/** What a repeated call is known by. */
export interface CallKey {
  /** SHA-256 of caller, method, path and key. */
  readonly scope: Uint8Array;
  /** SHA-256 of what the call asks for; nothing of a call whose body is yet to come. */
  readonly fingerprint: Uint8Array;
  readonly workspaceId: string | null;
}

/** An answer that is kept. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

/** What is known of a call: its answer, or that it runs. */
export interface KnownCall {
  readonly fingerprint: Uint8Array;
  /** Undefined while it runs, or when it was given up. */
  readonly answer: KeptAnswer | undefined;
}

/** Takes the right to run a call until `trx` ends; false when another has it. */
export async function lockCall(trx: Trx, { scope }: CallKey): Promise<boolean> {
  const number = new DataView(scope.buffer, scope.byteOffset).getBigInt64(0);
  const { rows: [row] } = await sql<{ isOurs: boolean }>`
    select pg_try_advisory_xact_lock(${String(number)}::bigint) as is_ours`.execute(trx);
  return row?.isOurs === true;
}

/** What is known of a call; undefined when nothing is, or nothing that still counts. */
export async function findCall(
  db: Db | Trx,
  secrets: SealingSecrets,
  { scope }: CallKey,
): Promise<KnownCall | undefined> {
  const row = await db.selectFrom("idempotencyKeys")
    .select(["fingerprint", "status", "headers", "body"])
    .where("scope", "=", scope)
    .where("createdAt", ">", sql<Date>`now() - ${KEEP_HOURS} * interval '1 hour'`)
    .executeTakeFirst();
  if (!row) return undefined;
  const { fingerprint, status } = row;
  if (status === null || row.body === null) return { fingerprint, answer: undefined };
  const body = await unseal(secrets, IDEMPOTENCY_PURPOSE, row.body);
  if (!body) return undefined;
  return { fingerprint, answer: { status, headers: row.headers as unknown as Headers, body } };
}

type Headers = KeptAnswer["headers"];

/** Keeps the answer of a call, in the transaction that did what it says. */
export async function keepAnswer(
  trx: Trx,
  secrets: SealingSecrets,
  { scope, fingerprint, workspaceId }: CallKey,
  { status, headers, body }: KeptAnswer,
): Promise<void> {
  const values = {
    fingerprint,
    workspaceId,
    status,
    headers,
    body: await seal(secrets, IDEMPOTENCY_PURPOSE, body),
    holder: null,
    leasedUntil: null,
    createdAt: sql<Date>`now()`,
  };
  await trx.insertInto("idempotencyKeys").values({ scope, ...values })
    .onConflict((conflict) => conflict.column("scope").doUpdateSet(values)).execute();
}

/**
 * Claims a call that runs outside of a transaction, for as long as the lease is renewed.
 *
 * @returns Whether it is a new one, or one that somebody began and let go of without an answer;
 *   undefined when another holds it, or it has its answer.
 */
export async function claimCall(
  db: Db,
  { scope, fingerprint, workspaceId }: CallKey,
  holder: string,
  leaseMs: number,
): Promise<"new" | "abandoned" | undefined> {
  const isOld = sql`idempotency_keys.created_at <= now() - ${KEEP_HOURS} * interval '1 hour'`;
  const { rows: [row] } = await sql<{ isNew: boolean }>`
    with known as (
      select status is null and not (${isOld}) as is_abandoned
      from idempotency_keys where scope = ${scope}
    )
    insert into idempotency_keys (scope, fingerprint, workspace_id, holder, leased_until)
    values (${scope}, ${fingerprint}, ${workspaceId}, ${holder},
      now() + ${leaseMs} * interval '1 ms')
    on conflict (scope) do update set fingerprint = excluded.fingerprint,
      holder = excluded.holder, leased_until = excluded.leased_until, created_at = now(),
      status = null, body = null, headers = '[]'
    where ${isOld}
      or (idempotency_keys.status is null and idempotency_keys.leased_until not between now()
        -- Later than any lease ends: the clock ran ahead when it was written.
        and now() + 2 * ${leaseMs} * interval '1 ms')
    returning not exists (select from known where is_abandoned) as is_new`.execute(db);
  return row && (row.isNew ? "new" : "abandoned");
}

/** Keeps the hold on a call. */
export async function renewCall(
  db: Db,
  { scope }: CallKey,
  holder: string,
  leaseMs: number,
): Promise<void> {
  await sql`
    update idempotency_keys set leased_until = now() + ${leaseMs} * interval '1 ms'
    where scope = ${scope} and holder = ${holder}`.execute(db);
}

/** Lets a call go whose answer is not to be kept. */
export async function releaseCall(db: Db, { scope }: CallKey, holder: string): Promise<void> {
  await db.deleteFrom("idempotencyKeys").where("scope", "=", scope)
    .where("holder", "=", holder).execute();
}

/** Removes what is kept no longer; at most `limit` at once. */
export async function removeOldCalls(db: Db, limit: number): Promise<number> {
  const { rows } = await sql`
    delete from idempotency_keys where scope in (
      select scope from idempotency_keys
      where created_at < now() - ${KEEP_HOURS} * interval '1 hour'
      order by created_at limit ${limit} for update skip locked)
    returning 1`.execute(db);
  return rows.length;
}
