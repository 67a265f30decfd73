import type postgres from "postgres";
import type { Writable } from "node:stream";
import { fromPath, hashBytes, toPath } from "../storage/byte_store.ts";
import type { DocumentStorage } from "../storage/storage.ts";
import {
  BackupHead,
  BackupManifest,
  DUMP,
  FILES,
  HEAD,
  MANIFEST,
  quoted,
  quotedList,
  TABLES,
} from "./format.ts";
import { DumpedRows } from "./dumped_rows.ts";
import { BrokenArchive, type TarEntry } from "./tar.ts";

/** What was restored. */
export interface Restored {
  readonly head: BackupHead;
  readonly rows: number;
  readonly files: number;
  /** Files that were lost before the backup was made. */
  readonly missing: readonly string[];
}

/**
 * Fills an empty database from an archive in one transaction: all of it or nothing. Every entry is
 * compared with the manifest, every table with its number of rows, every key with the row that it
 * refers to, and every file with the row that names it.
 *
 * @param prepare Brings the schema to where the archive's was.
 * @param storage Where files outside PostgreSQL go; undefined only compares them.
 * @throws {BrokenArchive} If anything is not as it was written.
 */
export async function readBackup(
  sql: postgres.Sql,
  entries: AsyncIterable<TarEntry>,
  prepare: (head: BackupHead) => Promise<void>,
  storage: DocumentStorage | undefined,
): Promise<Restored> {
  const iterator = entries[Symbol.asyncIterator]();
  const { value: first } = await iterator.next();
  if (first?.name !== HEAD) throw new BrokenArchive(`The archive does not begin with ${HEAD}`);
  const head = parse(BackupHead, first);
  await prepare(head);
  return await sql.begin(async (trx) => {
    const reader = new Reader(trx, head, storage);
    await reader.note(first);
    const keys = await dropForeignKeys(trx);
    await reader.clear();
    let manifest: BackupManifest | undefined;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      if (next.value.name === MANIFEST) manifest = parse(BackupManifest, next.value);
      else await reader.take(next.value);
    }
    if (!manifest) throw new BrokenArchive("The archive has no manifest");
    await reader.finish(manifest);
    for (const add of keys) await trx.unsafe(add);
    const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0);
    return { head, rows, files: reader.files.size, missing: manifest.missing };
  }) as Restored;
}

class Reader {
  /** By path. */
  readonly files = new Set<string>();
  readonly #seen: BackupManifest["entries"] = [];
  #open: { readonly table: string; readonly copy: Writable } | undefined;
  readonly #dump = new DumpedRows({
    begin: (table, columns) => this.#beginDumped(table, columns),
    rows: async (bytes) => await this.#write(bytes),
    end: () => this.#close(),
  });

  constructor(
    readonly trx: postgres.TransactionSql,
    readonly head: BackupHead,
    readonly storage: DocumentStorage | undefined,
  ) {}

  /** What migrations have put in is in the archive too. */
  async clear(): Promise<void> {
    const names = this.head.tables.map(({ name }) => name);
    for (const name of names) {
      await this.trx.unsafe(`alter table ${quoted(name)} disable trigger user`);
    }
    if (names.length > 0) await this.trx.unsafe(`truncate ${quotedList(names)}`);
  }

  async note({ name, bytes }: TarEntry): Promise<void> {
    this.#seen.push({ name, sizeBytes: bytes.length, sha256: await hashBytes(bytes) });
  }

  async take(entry: TarEntry): Promise<void> {
    await this.note(entry);
    const isDumped = this.head.rowsBy === "pg_dump";
    if (isDumped && entry.name.startsWith(DUMP)) return await this.#dump.take(entry.bytes);
    if (!isDumped && entry.name.startsWith(TABLES)) return await this.#takePart(entry);
    if (entry.name.startsWith(FILES)) return await this.#takeFile(entry);
    throw new BrokenArchive(`The archive has a strange entry, ${entry.name}`);
  }

  async #takePart({ name, bytes }: TarEntry): Promise<void> {
    const table = name.slice(TABLES.length, name.lastIndexOf("/"));
    if (this.#open?.table !== table) {
      await this.#close();
      await this.#begin(table, this.#columnsOf(table));
    }
    await this.#write(bytes);
  }

  #columnsOf(table: string): readonly string[] {
    const columns = this.head.tables.find((one) => one.name === table)?.columns;
    if (columns) return columns;
    throw new BrokenArchive(`The archive has rows of a strange table, ${table}`);
  }

  async #beginDumped(table: string, columns: readonly string[]): Promise<void> {
    // Which migrations were applied is told by the schema that was made.
    if (table.startsWith("kysely_")) return;
    const known = this.#columnsOf(table);
    if (columns.toSorted().join() !== known.toSorted().join()) {
      throw new BrokenArchive(`The dump has strange columns of ${table}`);
    }
    await this.#begin(table, columns);
  }

  async #begin(table: string, columns: readonly string[]): Promise<void> {
    const statement = `copy ${quoted(table)} (${quotedList(columns)}) from stdin`;
    this.#open = { table, copy: await this.trx.unsafe(statement).writable() };
  }

  async #write(bytes: Uint8Array): Promise<void> {
    if (!this.#open) return;
    const { copy } = this.#open;
    // A copy, because the entry's memory is used again.
    const isFull = !copy.write(bytes.slice());
    if (isFull) await new Promise((resolve) => copy.once("drain", resolve));
  }

  async #close(): Promise<void> {
    const { copy } = this.#open ?? {};
    this.#open = undefined;
    if (!copy) return;
    await new Promise<void>((resolve, reject) => {
      copy.once("error", reject);
      copy.end(resolve);
    });
  }

  async #takeFile({ name, bytes }: TarEntry): Promise<void> {
    await this.#close();
    const path = name.slice(FILES.length);
    const file = fromPath(path);
    if (!file || await hashBytes(bytes) !== file.hash) {
      throw new BrokenArchive(`The file ${path} is not what its name says`);
    }
    this.files.add(path);
    if (this.storage?.place !== "postgres") {
      return await this.storage?.stage(file.workspaceId, bytes);
    }
    await this.trx.unsafe(
      `update documents set place = 'postgres', bytes = $3
        where workspace_id = $1 and hash = decode($2, 'hex') and place <> 'postgres'`,
      [file.workspaceId, file.hash, bytes],
    );
  }

  async finish(manifest: BackupManifest): Promise<void> {
    this.#dump.end();
    await this.#close();
    if (JSON.stringify(this.#seen) !== JSON.stringify(manifest.entries)) {
      throw new BrokenArchive("The archive's entries are not those of its manifest");
    }
    for (const { name } of this.head.tables) {
      const [row] = await this.trx.unsafe(`select count(*)::integer as count from ${quoted(name)}`);
      if (row?.["count"] !== manifest.rows[name]) {
        throw new BrokenArchive(`Of ${name} came ${row?.["count"]} of ${manifest.rows[name]} rows`);
      }
      await this.trx.unsafe(`alter table ${quoted(name)} enable trigger user`);
    }
    for (const [name, value] of Object.entries(manifest.sequences)) {
      if (value !== null) await this.trx.unsafe(`select setval($1, $2)`, [quoted(name), value]);
    }
    await this.#checkFiles(manifest);
  }

  /** Every row names a file that came, or one that was lost before. */
  async #checkFiles({ missing }: BackupManifest): Promise<void> {
    const rows = await this.trx.unsafe(`
      select distinct workspace_id, encode(hash, 'hex') as hash
      from documents where place <> 'postgres'`);
    for (const { workspace_id: workspaceId, hash } of rows) {
      const path = toPath({ workspaceId, hash });
      if (!this.files.has(path) && !missing.includes(path)) {
        throw new BrokenArchive(`The file ${path} did not come`);
      }
    }
    const place = this.storage?.place ?? "postgres";
    if (place === "postgres") return;
    await this.trx.unsafe("update documents set place = $1 where place <> 'postgres'", [place]);
  }
}

/** @returns The statements that put them back; that compares each key with the row it refers to. */
async function dropForeignKeys(trx: postgres.TransactionSql): Promise<string[]> {
  const keys = await trx.unsafe(`
    select conrelid::regclass::text as on_table, conname::text as name,
      pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
      and conparentid = 0`);
  for (const { on_table: table, name } of keys) {
    await trx.unsafe(`alter table ${table} drop constraint ${quoted(name)}`);
  }
  return keys.map(({ on_table: table, name, definition }) =>
    `alter table ${table} add constraint ${quoted(name)} ${definition}`
  );
}

function parse<T>(
  schema: { safeParse(value: unknown): { success: boolean; data?: T } },
  { name, bytes }: TarEntry,
): T {
  const { success, data } = schema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (success && data !== undefined) return data;
  throw new BrokenArchive(`${name} is not of the form that this version knows`);
}
