import { resolve } from "node:path";
import { readBackupFile } from "../lib/platform/backup/backup_file.ts";
import { restoreBackup, verifyBackup } from "../lib/platform/backup/restore.ts";
import { CannotOpen } from "../lib/platform/backup/sealed_stream.ts";
import { BrokenArchive } from "../lib/platform/backup/tar.ts";
import { readSettings } from "../lib/platform/config.ts";
import { storageOf } from "../lib/platform/settings/storage.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { NewerSchema } from "../lib/platform/migrate.ts";
import { openStorage } from "../lib/platform/storage/open_storage.ts";
import { BadUse, runCommand } from "./local/command.ts";
import { eraseByLedgers } from "./local/erase_again.ts";
import { ledgerBeside } from "./local/ledger_file.ts";
import { SetupProblem } from "./local/problem.ts";
import { pathExists } from "./local/processes.ts";
import { silent } from "./local/step.ts";
import { provideDatabase } from "./services.ts";

const HELP =
  `Restores a backup into a database in which nobody has an account, all of it or nothing, and
its files to where STORAGE says.

  deno task restore FILE [--erase LEDGER]
  deno task restore --verify FILE   into a database that is made for that and dropped again

Whoever was erased since is erased again: by the file ledger.ndjson beside the backup, and by the
one that you name (deno task deletions).

An encrypted backup is opened by BACKUP_PASSPHRASE. Stop the product before, and start it again
afterwards.`;

async function main(path: string, isVerifying: boolean, ledger?: string): Promise<number> {
  if (isVerifying && ledger !== undefined) throw new BadUse("--verify erases nobody.");
  const env = readEnv();
  const { values } = readSettings(env);
  for (const one of [path, ledger ?? path]) {
    if (!await pathExists(one)) throw new SetupProblem(`There is no file ${one}`);
  }
  const dataDir = resolve(values.DATA_DIR);
  const storage = openStorage({ dataDir, storage: storageOf(values) });
  const entries = readBackupFile(path, values.BACKUP_PASSPHRASE);
  const database = await provideDatabase(env, silent);
  try {
    const { head, rows, files, missing } = isVerifying
      ? await verifyBackup(database.url, entries)
      : await restoreBackup(database.url, entries, storage);
    const done = isVerifying ? "Is whole" : "Restored";
    console.log(`${done}: ${rows} rows and ${files} files of ${head.createdAt}`);
    for (const one of missing) console.error(`The file ${one} was lost before the backup`);
    const known = [ledgerBeside(path), ...(ledger === undefined ? [] : [ledger])];
    const again = isVerifying
      ? 0
      : await eraseByLedgers({ url: database.url, storage, dataDir, mail: values }, known);
    return missing.length > 0 ? 1 : again;
  } catch (error) {
    const isTheirs = error instanceof CannotOpen || error instanceof BrokenArchive ||
      error instanceof NewerSchema;
    throw isTheirs ? new SetupProblem(error.message) : error;
  } finally {
    await database.stop();
  }
}

if (import.meta.main) {
  const command = {
    help: HELP,
    options: { verify: { type: "boolean" }, erase: { type: "string" } },
    words: { min: 1, max: 1 },
  } as const;
  Deno.exit(
    await runCommand(
      command,
      ({ verify = false, erase }, [path = ""]) => main(path, verify, erase),
    ),
  );
}
