import { z } from "zod";

/** The version of the archive's form; see docs/operations/backup.md. */
export const FORMAT = 1;

/** A table, and the columns that were copied. */
export const BackupTable = z.object({ name: z.string(), columns: z.array(z.string()).min(1) });
export type BackupTable = z.infer<typeof BackupTable>;

/** The first entry of an archive, `backup.json`. */
export const BackupHead = z.object({
  format: z.literal(FORMAT),
  createdAt: z.iso.datetime(),
  /** Those that the database had seen, in order. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(BackupTable),
  /** How the rows were written: by COPY, table by table, or all by `pg_dump`. */
  rowsBy: z.enum(["copy", "pg_dump"]).default("copy"),
  /** Which `pg_dump` it was. */
  pgDump: z.string().optional(),
});
export type BackupHead = z.infer<typeof BackupHead>;

/** The last entry, `manifest.json`: what the others must be. */
export const BackupManifest = z.object({
  entries: z.array(z.object({
    name: z.string(),
    sizeBytes: z.int(),
    sha256: z.hex().length(64),
  })),
  /** By table. */
  rows: z.record(z.string(), z.int()),
  /** By sequence: the last value that was given out; null before the first. */
  sequences: z.record(z.string(), z.string().nullable()),
  /** Files that were lost or damaged before the backup. */
  missing: z.array(z.string()),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

export const HEAD = "backup.json";
export const MANIFEST = "manifest.json";
export const TABLES = "tables/";
export const FILES = "files/";
/** Parts of what `pg_dump` wrote; one behind the other they are SQL. */
export const DUMP = "database.sql/";

/** A name as SQL has it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `"a", "b"` */
export function quotedList(names: readonly string[]): string {
  return names.map(quoted).join(", ");
}
