import { sql } from "kysely";
import type { Db } from "../platform/database.ts";
import { IDEMPOTENCY_PURPOSE } from "../platform/idempotency_store.ts";
import { isSealedByPresent, seal, type SealingSecrets, unseal } from "../platform/sealing.ts";
import { SECOND_FACTOR_PURPOSE } from "./second_factor.ts";
import { SECRET_PURPOSE } from "./webhooks.ts";

/** A column of sealed bytes. */
interface SealedColumn {
  readonly table: string;
  /** A unique column to walk by. */
  readonly key: string;
  readonly column: string;
  readonly purpose: string;
}

/** Everything that is sealed with the installation's secret; whoever seals more adds it here. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: "second_factors", key: "user_id", column: "secret", purpose: SECOND_FACTOR_PURPOSE },
  { table: "webhooks", key: "id", column: "secret", purpose: SECRET_PURPOSE },
  { table: "webhooks", key: "id", column: "previous_secret", purpose: SECRET_PURPOSE },
  { table: "idempotency_keys", key: "scope", column: "body", purpose: IDEMPOTENCY_PURPOSE },
];

const BATCH = 200;

/** What became of the rows that were sealed with another secret than the present one. */
export interface Resealed {
  readonly resealed: number;
  /** Sealed with a secret that is gone, or damaged: left as they are. */
  readonly unreadable: number;
}

/**
 * Seals with the present secret what earlier ones have sealed. Each row is changed for itself and
 * only if it is still as it was read, so that it can be stopped at any moment and run again.
 */
export async function resealAll(db: Db, secrets: SealingSecrets): Promise<Resealed> {
  let [resealed, unreadable] = [0, 0];
  for (const sealed of SEALED_COLUMNS) {
    if (!await isThere(db, sealed)) continue;
    for await (const row of rowsOf(db, sealed)) {
      if (await isSealedByPresent(secrets, sealed.purpose, row.bytes)) continue;
      const opened = await open(secrets, sealed.purpose, row.bytes);
      if (!opened) unreadable += 1;
      else if (await replace(db, sealed, row, await seal(secrets, sealed.purpose, opened))) {
        resealed += 1;
      }
    }
  }
  return { resealed, unreadable };
}

/** A database that was never migrated has nothing sealed. */
async function isThere(db: Db, { table }: SealedColumn): Promise<boolean> {
  const { rows: [row] } = await sql<{ isThere: boolean }>`
    select to_regclass(${table}) is not null as is_there`.execute(db);
  return row?.isThere === true;
}

interface SealedRow {
  readonly key: unknown;
  readonly bytes: Uint8Array;
}

async function* rowsOf(db: Db, { table, key, column }: SealedColumn): AsyncGenerator<SealedRow> {
  const [from, keyed, sealed] = [sql.table(table), sql.ref(key), sql.ref(column)];
  let last: SealedRow | undefined;
  do {
    const after = last ? sql`and ${keyed} > ${last.key}` : sql``;
    const { rows } = await sql<SealedRow>`
      select ${keyed} as key, ${sealed} as bytes from ${from}
      where ${sealed} is not null ${after} order by ${keyed} limit ${BATCH}`.execute(db);
    yield* rows;
    last = rows.length === BATCH ? rows.at(-1) : undefined;
  } while (last);
}

async function open(secrets: SealingSecrets, purpose: string, bytes: Uint8Array) {
  try {
    return await unseal(secrets, purpose, bytes);
  } catch (error) {
    if (error instanceof DOMException) return undefined; // damaged
    throw error;
  }
}

/** False when somebody changed it meanwhile. */
async function replace(
  db: Db,
  { table, key, column }: SealedColumn,
  row: SealedRow,
  bytes: Uint8Array,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update ${sql.table(table)} set ${sql.ref(column)} = ${bytes}
    where ${sql.ref(key)} = ${row.key} and ${sql.ref(column)} = ${row.bytes}`.execute(db);
  return numAffectedRows === 1n;
}
