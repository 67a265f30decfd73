import { sql } from "kysely";
import { dirname, join } from "node:path";
import { LedgerEntry, listLedger } from "../../lib/hiring/privacy/ledger.ts";
import type { Db } from "../../lib/platform/database.ts";

/** The name of the file that stands beside the backups. */
const LEDGER = "ledger.ndjson";

/** Where the ledger is kept of the backups in the folder of this one. */
export function ledgerBeside(backup: string): string {
  return join(dirname(backup), LEDGER);
}

/**
 * Adds to a ledger what the database knows and it does not: what is in it stays, also from before
 * a restore.
 *
 * @returns How many entries were added.
 */
export async function appendLedger(db: Db, path: string): Promise<number> {
  const text = await textOf(path);
  const there = new Set(text.split("\n"));
  const lines = (await listLedger(db)).map((entry) => JSON.stringify(entry))
    .filter((line) => !there.has(line));
  if (lines.length === 0) return 0;
  // A line that was cut off stays one of its own.
  const start = text === "" || text.endsWith("\n") ? "" : "\n";
  using file = await Deno.open(path, { append: true, create: true, mode: 0o600 });
  const bytes = new TextEncoder().encode(`${start}${lines.join("\n")}\n`);
  for (let at = 0; at < bytes.length;) at += await file.write(bytes.subarray(at));
  await file.sync();
  return lines.length;
}

/** What a ledger holds. */
export interface ReadLedger {
  readonly entries: readonly LedgerEntry[];
  /** The numbers of lines that are none: cut off, or of a newer version. */
  readonly strange: readonly number[];
}

/** Reads a ledger; where there is no file, it is empty. */
export async function readLedger(path: string): Promise<ReadLedger> {
  const entries: LedgerEntry[] = [];
  const strange: number[] = [];
  for (const [at, line] of (await textOf(path)).split("\n").entries()) {
    if (line.trim() === "") continue;
    const { success, data } = LedgerEntry.safeParse(parse(line));
    if (success) entries.push(data);
    else strange.push(at + 1);
  }
  return { entries, strange };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function textOf(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}

/** The present by the database's clock, by which deletions are dated too. */
export async function presentOf(db: Db): Promise<Date> {
  const { rows: [row] } = await sql<{ now: Date }>`select now() as now`.execute(db);
  if (!row) throw new RangeError("The database does not tell the time");
  return row.now;
}
