import type postgres from "postgres";
import {
  type ByteName,
  DamagedBytes,
  hashBytes,
  type Place,
  toPath,
} from "../storage/byte_store.ts";
import { NO_REMOVALS } from "../storage/removal.ts";
import type { DocumentStorage } from "../storage/storage.ts";
import { dumpDatabase, type PgDump } from "./pg_dump.ts";
import {
  type BackupHead,
  type BackupManifest,
  type BackupTable,
  DUMP,
  FILES,
  FORMAT,
  HEAD,
  MANIFEST,
  quoted,
  quotedList,
  TABLES,
} from "./format.ts";
import { joined } from "./joined.ts";
import { tarEnd, tarEntry } from "./tar.ts";

const PART_BYTES = 1024 * 1024;

/**
 * The archive of a database and its files as they are at one moment, while the product runs: what
 * is written meanwhile is not in it. No file's bytes are removed before it ends.
 *
 * @param sql Of two connections at least; one is kept until the end.
 * @param dump By which program the database is written, and its address; default: by COPY.
 * @returns The bytes, as they are made; `manifest` says what they hold once all are read.
 */
export function writeBackup(sql: postgres.Sql, storage: DocumentStorage, dump?: DumpedBy) {
  const writer = new Writer(storage, dump);
  return { bytes: ReadableStream.from(writer.write(sql)), manifest: writer.manifest };
}

/** A `pg_dump`, and the address that it connects to. */
export type DumpedBy = PgDump & { readonly url: string };

class Writer {
  readonly manifest: BackupManifest = { entries: [], rows: {}, sequences: {}, missing: [] };

  constructor(readonly storage: DocumentStorage, readonly dump: DumpedBy | undefined) {}

  async *write(sql: postgres.Sql): AsyncGenerator<Uint8Array> {
    const connection = await sql.reserve();
    try {
      // Before the snapshot: what it names must stay.
      await connection.unsafe(`select pg_advisory_lock(${NO_REMOVALS})`);
      await connection.unsafe("begin isolation level repeatable read read only");
      // A policy that hides rows is an error then, and not a gap.
      await connection.unsafe("set local row_security = off");
      yield* this.#writeAll(connection);
      await connection.unsafe("commit");
    } finally {
      await connection.unsafe("rollback; select pg_advisory_unlock_all()");
      connection.release();
    }
  }

  async *#writeAll(sql: postgres.Sql): AsyncGenerator<Uint8Array> {
    const tables = await listTables(sql);
    const migrations = await sql.unsafe("select name from kysely_migration order by name");
    const head: BackupHead = {
      format: FORMAT,
      createdAt: new Date().toISOString(),
      migrations: migrations.map(({ name }) => name),
      tables,
      rowsBy: this.dump ? "pg_dump" : "copy",
      ...this.dump ? { pgDump: this.dump.version } : {},
    };
    yield* this.#entry(HEAD, toJson(head));
    if (this.dump) yield* this.#dumped(sql, tables, this.dump);
    else for (const table of tables) yield* this.#table(sql, table);
    yield* this.#files(sql);
    const sequences = await sql.unsafe(`
      select sequencename::text as name, last_value::text as value
      from pg_sequences where schemaname = 'public'`);
    for (const { name, value } of sequences) this.manifest.sequences[name] = value;
    yield* tarEntry({ name: MANIFEST, bytes: toJson(this.manifest) });
    yield tarEnd();
  }

  async *#table(sql: postgres.Sql, { name, columns }: BackupTable): AsyncGenerator<Uint8Array> {
    let rows = 0;
    let part = 0;
    const copy = `copy ${quoted(name)} (${quotedList(columns)}) to stdout`;
    for await (const bytes of parts(await sql.unsafe(copy).readable())) {
      // In this form a row is a line, and a line's end within a value is written as \n.
      for (const byte of bytes) if (byte === 10) rows += 1;
      yield* this.#entry(`${TABLES}${name}/${String(++part).padStart(6, "0")}`, bytes);
    }
    this.manifest.rows[name] = rows;
  }

  async *#dumped(
    sql: postgres.Sql,
    tables: readonly BackupTable[],
    dump: DumpedBy,
  ): AsyncGenerator<Uint8Array> {
    const [exported] = await sql.unsafe("select pg_export_snapshot() as snapshot");
    let part = 0;
    for await (const bytes of parts(dumpDatabase(dump, dump.url, exported?.["snapshot"]))) {
      yield* this.#entry(`${DUMP}${String(++part).padStart(6, "0")}`, bytes);
    }
    for (const { name } of tables) {
      const [row] = await sql.unsafe(`select count(*)::integer as count from ${quoted(name)}`);
      this.manifest.rows[name] = row?.["count"];
    }
  }

  async *#files(sql: postgres.Sql): AsyncGenerator<Uint8Array> {
    const rows = await sql.unsafe(`
      select distinct workspace_id, encode(hash, 'hex') as hash, place
      from documents where place <> 'postgres' order by 1, 2`);
    for (const { workspace_id: workspaceId, hash, place } of rows) {
      const name = { workspaceId, hash };
      const bytes = await this.#read(name, place);
      if (bytes) yield* this.#entry(`${FILES}${toPath(name)}`, bytes);
      else this.manifest.missing.push(toPath(name));
    }
  }

  async #read(name: ByteName, place: Exclude<Place, "postgres">): Promise<Uint8Array | undefined> {
    try {
      return await this.storage.store(place).read(name);
    } catch (error) {
      if (error instanceof DamagedBytes) return undefined;
      throw error;
    }
  }

  async *#entry(name: string, bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    const sha256 = await hashBytes(bytes);
    this.manifest.entries.push({ name, sizeBytes: bytes.length, sha256 });
    yield* tarEntry({ name, bytes });
  }
}

/** Every table that outlives a crash, but for the list of migrations. */
export async function listTables(sql: postgres.Sql): Promise<BackupTable[]> {
  const rows = await sql.unsafe(`
    select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and c.relname not like 'kysely\\_%'
    group by c.relname order by c.relname`);
  return rows.map(({ name, columns }) => ({ name, columns }));
}

async function* parts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    length += chunk.length;
    if (length < PART_BYTES) continue;
    yield joined(held, length);
    [held, length] = [[], 0];
  }
  if (length > 0) yield joined(held, length);
}

function toJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value, null, 1));
}
