import { resolve } from "node:path";
import { listLedger } from "../lib/hiring/privacy/ledger.ts";
import { readSettings } from "../lib/platform/config.ts";
import { openDatabase } from "../lib/platform/database.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { storageOf } from "../lib/platform/settings/storage.ts";
import { openStorage } from "../lib/platform/storage/open_storage.ts";
import { BadUse, runCommand } from "./local/command.ts";
import { eraseByLedgers } from "./local/erase_again.ts";
import { appendLedger } from "./local/ledger_file.ts";
import { SetupProblem } from "./local/problem.ts";
import { pathExists } from "./local/processes.ts";
import { silent } from "./local/step.ts";
import { provideDatabase } from "./services.ts";

const HELP =
  `Who was erased, for when a backup is restored that still has them: ids and times, no personal
data; and which backups there are.

  deno task deletions [--since TIME]   prints them, one JSON object a line
  deno task deletions --to FILE        adds those to a file that it does not have
  deno task deletions --again FILE     erases whom the file names, wherever they are back

TIME is an ISO 8601 time, such as 2026-05-01T00:00:00Z. A restore erases by itself whom the file
ledger.ndjson beside the backup names: docs/operations/backup.md.`;

interface Wanted {
  readonly since?: string;
  readonly to?: string;
  readonly again?: string;
}

async function main({ since, to, again }: Wanted): Promise<number> {
  if ([since, to, again].filter((one) => one !== undefined).length > 1) {
    throw new BadUse("Choose one of --since, --to and --again.");
  }
  const from = since === undefined ? undefined : new Date(since);
  if (from && Number.isNaN(from.getTime())) throw new BadUse(`"${since}" is no time.`);
  if (again !== undefined && !await pathExists(again)) {
    throw new SetupProblem(`There is no file ${again}`);
  }
  const env = readEnv();
  const { values } = readSettings(env);
  const database = await provideDatabase(env, silent);
  try {
    if (again !== undefined) {
      const dataDir = resolve(values.DATA_DIR);
      const storage = openStorage({ dataDir, storage: storageOf(values) });
      return await eraseByLedgers({ url: database.url, storage, dataDir, mail: values }, [again]);
    }
    await tell(database.url, from, to);
    return 0;
  } finally {
    await database.stop();
  }
}

async function tell(url: string, from: Date | undefined, to: string | undefined): Promise<void> {
  const db = openDatabase({ url, poolSize: 1 });
  try {
    if (to !== undefined) {
      console.log(`Added ${await appendLedger(db, to)} lines to ${to}`);
      return;
    }
    for (const entry of await listLedger(db, from)) console.log(JSON.stringify(entry));
  } finally {
    await db.destroy();
  }
}

if (import.meta.main) {
  const text = { type: "string" } as const;
  const command = { help: HELP, options: { since: text, to: text, again: text } };
  Deno.exit(await runCommand(command, main));
}
