import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../platform/database.ts";
import { Instant } from "../platform/input.ts";

/** A backup that there is until it is deleted. */
export const ListedBackup = z.object({
  fileName: z.string().min(1).max(255),
  /** Whoever was erased at that moment or later is in it. */
  madeAt: Instant,
  keptUntil: Instant,
}).meta({ id: "ListedBackup" });
export type ListedBackup = z.infer<typeof ListedBackup>;

/** Whether the database has the list: it has none before its migration. */
export async function hasBackupList(db: Db): Promise<boolean> {
  const { rows: [table] } = await sql<{ isThere: boolean }>`
    select to_regclass('backups') is not null as is_there`.execute(db);
  return table?.isThere ?? false;
}

/** Writes backups down; those that are listed already stay as they are. */
export async function recordBackups(db: Db, backups: readonly ListedBackup[]): Promise<void> {
  if (backups.length === 0) return;
  await db.insertInto("backups").values([...backups])
    .onConflict((conflict) => conflict.doNothing()).execute();
}

/** The backups whose day has not come, the latest first. */
export async function listBackups(db: Db): Promise<ListedBackup[]> {
  const rows = await db.selectFrom("backups").selectAll()
    .where("keptUntil", ">", sql<Date>`now()`)
    .orderBy("madeAt", "desc").orderBy("fileName").execute();
  return rows.map(toListed);
}

/** The backups that should be deleted by now, as far as anybody remembers. */
export async function listOverdueBackups(db: Db): Promise<ListedBackup[]> {
  const rows = await db.selectFrom("backups").selectAll()
    .where("keptUntil", "<=", sql<Date>`now()`)
    .orderBy("madeAt").orderBy("fileName").execute();
  return rows.map(toListed);
}

function toListed(
  { fileName, madeAt, keptUntil }: { fileName: string; madeAt: Date; keptUntil: Date },
): ListedBackup {
  return {
    fileName,
    madeAt: madeAt.toISOString(),
    keptUntil: keptUntil.toISOString(),
  };
}
