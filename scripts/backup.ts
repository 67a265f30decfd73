import { basename, dirname, join, resolve } from "node:path";
import { hasBackupList, listOverdueBackups, recordBackups } from "../lib/accounts/backup_list.ts";
import { saveBackup } from "../lib/platform/backup/backup_file.ts";
import { findPgDump } from "../lib/platform/backup/pg_dump.ts";
import { readSettings } from "../lib/platform/config.ts";
import { storageOf } from "../lib/platform/settings/storage.ts";
import { type Db, openDatabase, openPostgres } from "../lib/platform/database.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { openStorage } from "../lib/platform/storage/open_storage.ts";
import { BadUse, runCommand } from "./local/command.ts";
import { appendLedger, ledgerBeside, presentOf } from "./local/ledger_file.ts";
import { SetupProblem } from "./local/problem.ts";
import { pathExists } from "./local/processes.ts";
import { silent } from "./local/step.ts";
import { provideDatabase } from "./services.ts";

const HELP =
  `Writes a backup of the database and of all files, wherever they are kept, as they are at
one moment. The product may run.

  deno task backup FILE [--plain] [--pg-dump]

  --plain     does not encrypt; else BACKUP_PASSPHRASE is what opens it
  --pg-dump   has the database written by pg_dump (PG_DUMP), as SQL that PostgreSQL's own programs
              restore too

It is listed until it is BACKUP_KEEP_DAYS old; delete it then. Who was erased is written to the file
ledger.ndjson beside it, for a restore.

Ends with 1 when a file was lost or damaged before; the backup holds all others. What a backup is
made of, and how it is restored: docs/operations/backup.md.`;

async function main(path: string, isPlain: boolean, isByPgDump: boolean): Promise<number> {
  const env = readEnv();
  const { values } = readSettings(env);
  const passphrase = isPlain ? undefined : values.BACKUP_PASSPHRASE;
  if (!isPlain && passphrase === undefined) {
    throw new BadUse("Set BACKUP_PASSPHRASE, or say that it is not to be encrypted: --plain.");
  }
  if (await pathExists(path)) throw new SetupProblem(`There is a file ${path} already`);
  const dataDir = resolve(values.DATA_DIR);
  const storage = openStorage({ dataDir, storage: storageOf(values) });
  const database = await provideDatabase(env, silent);
  const client = openPostgres({ url: database.url, poolSize: 2 });
  const db = openDatabase({ url: database.url, poolSize: 1 });
  const startedMs = performance.now();
  try {
    const dump = isByPgDump
      ? { ...await findPgDump(client, values.PG_DUMP), url: database.url }
      : undefined;
    const written = { path, passphrase, dump };
    const { rows, entries, missing } = await saveBackup(client, storage, written);
    const count = Object.values(rows).reduce((sum, some) => sum + some, 0);
    console.log(`Wrote ${path}: ${count} rows in ${entries.length} entries`);
    await list(db, path, performance.now() - startedMs, values.BACKUP_KEEP_DAYS);
    for (const one of missing) console.error(`The file ${one} is lost or damaged`);
    return missing.length > 0 ? 1 : 0;
  } finally {
    await db.destroy();
    await client.end();
    await database.stop();
  }
}

const DAY_MS = 86_400_000;

/** Lists a backup in the database and beside it, and tells of those that should be gone by now. */
async function list(db: Db, path: string, tookMs: number, keepDays: number): Promise<void> {
  if (await hasBackupList(db)) {
    // Before its first row was read: whoever is erased while it is made may be in it.
    const madeAt = new Date((await presentOf(db)).getTime() - tookMs);
    const keptUntil = new Date(madeAt.getTime() + keepDays * DAY_MS).toISOString();
    const backup = { fileName: basename(path), madeAt: madeAt.toISOString(), keptUntil };
    await recordBackups(db, [backup]);
    for (const { fileName, keptUntil } of await listOverdueBackups(db)) {
      if (!await pathExists(join(dirname(path), fileName))) continue;
      console.error(`${fileName} was to be kept until ${keptUntil}: delete it`);
    }
  } else console.error("The backup is not listed: the database is older than this version");
  await appendLedger(db, ledgerBeside(path));
}

if (import.meta.main) {
  const command = {
    help: HELP,
    options: { "plain": { type: "boolean" }, "pg-dump": { type: "boolean" } },
    words: { min: 1, max: 1 },
  } as const;
  Deno.exit(
    await runCommand(
      command,
      (given, [path = ""]) => main(path, given.plain ?? false, given["pg-dump"] ?? false),
    ),
  );
}
