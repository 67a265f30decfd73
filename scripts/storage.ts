import { resolve } from "node:path";
import { readSettings } from "../lib/platform/config.ts";
import { storageOf } from "../lib/platform/settings/storage.ts";
import type { Db } from "../lib/platform/database.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import type { Place } from "../lib/platform/storage/byte_store.ts";
import {
  checkFiles,
  countElsewhere,
  countFiles,
  type FileOutcome,
  moveFiles,
} from "../lib/platform/storage/moving.ts";
import { openStorage } from "../lib/platform/storage/open_storage.ts";
import type { DocumentStorage } from "../lib/platform/storage/storage.ts";
import { BadUse, runCommand } from "./local/command.ts";
import { Progress } from "./rank/progress.ts";
import { withDatabase } from "./services.ts";

const HELP = `The files that people handed in.

  deno task storage:move --to postgres|file|s3   move all of them to one place
  deno task storage:check                        read each and compare it with its hash

Both work while the product runs, and may be stopped at any moment: a move goes on where it was
stopped. Set STORAGE to the new place first and start the product again, or new files go on coming
to the old one. Files that are damaged or missing are named, stay as they are, and make it end
with 1.`;

const PLACES: readonly string[] = ["postgres", "file", "s3"] satisfies Place[];
const BAD: readonly FileOutcome["outcome"][] = ["damaged", "missing"];

async function move(db: Db, storage: DocumentStorage, to: Place): Promise<number> {
  if (to !== "postgres") storage.store(to); // says so at once when it is not set up
  return await follow(moveFiles(db, storage, to), await countElsewhere(db, to), "Moved");
}

async function check(db: Db, storage: DocumentStorage): Promise<number> {
  return await follow(checkFiles(db, storage), await countFiles(db), "Checked");
}

/** Tells how it goes; answers the exit code. */
async function follow(
  outcomes: AsyncIterable<FileOutcome>,
  total: number,
  done: string,
): Promise<number> {
  const progress = new Progress(total, (count, of) => `${done} ${count} of ${of}`);
  let count = 0;
  let bad = 0;
  for await (const { key, outcome } of outcomes) {
    progress.show(++count);
    if (!BAD.includes(outcome)) continue;
    bad += 1;
    progress.clear();
    console.error(`${key} is ${outcome}`);
  }
  progress.clear();
  console.log(`${done} ${count - bad} files${bad > 0 ? `, ${bad} are damaged or missing` : ""}`);
  return bad > 0 ? 1 : 0;
}

async function main(action: string | undefined, to: string | undefined): Promise<number> {
  const isMove = action === "move";
  if (!isMove && action !== "check") throw new BadUse(`What is "${action}" for?`);
  if (isMove !== (to !== undefined)) throw new BadUse("Say where to: --to.");
  if (to !== undefined && !PLACES.includes(to)) throw new BadUse(`"${to}" is no place for files.`);
  const env = readEnv();
  const { values } = readSettings(env);
  const dataDir = resolve(values.DATA_DIR);
  const storage = openStorage({ dataDir, storage: storageOf(values) });
  return await withDatabase(
    env,
    (db) => isMove ? move(db, storage, to as Place) : check(db, storage),
  );
}

if (import.meta.main) {
  const command = {
    help: HELP,
    options: { to: { type: "string" } },
    words: { min: 1, max: 1 },
  } as const;
  Deno.exit(await runCommand(command, ({ to }, [action]) => main(action, to)));
}
