import { readSettings } from "../lib/platform/config.ts";
import type { Db } from "../lib/platform/database.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { listParkedTasks, retryTask } from "../lib/platform/queue.ts";
import { BadUse, runCommand } from "./local/command.ts";
import { withDatabase } from "./services.ts";

const HELP = `The tasks that were given up, with their errors.

  deno task tasks                  list them, the latest first
  deno task tasks retry ID…        let these run again
  deno task tasks retry --all      let all of them run again`;

const MAX_LISTED = 1000;

async function list(db: Db): Promise<number> {
  const parked = await listParkedTasks(db, "everyone", MAX_LISTED);
  if (parked.length === 0) console.log("No task was given up");
  for (const { id, name, error, failures, parkedAt } of parked) {
    console.log(`${id}  ${parkedAt.toISOString()}  ${name}, failed ${failures} times`);
    console.log(`  ${error ?? "without a word"}`);
  }
  return 0;
}

async function retry(db: Db, ids: readonly string[]): Promise<number> {
  let missing = 0;
  for (const id of ids) {
    const again = await db.transaction().execute((trx) => retryTask(trx, "everyone", id));
    if (!again) missing++;
    console.log(`${id}  ${again ? "waits for its turn" : "is no task that was given up"}`);
  }
  return missing === 0 ? 0 : 1;
}

async function main(action: string | undefined, ids: string[], isAll: boolean): Promise<number> {
  const isUsed = action === undefined ? !isAll : action === "retry" && (ids.length > 0 || isAll);
  if (!isUsed) throw new BadUse("Say which are to be retried: retry ID…, or retry --all.");
  const bad = ids.find((id) => !/^[0-9a-f-]{36}$/.test(id));
  if (bad !== undefined) throw new BadUse(`"${bad}" is no id of a task.`);
  const env = readEnv();
  readSettings(env);
  return await withDatabase(env, async (db) => {
    if (action === undefined) return await list(db);
    const all = isAll ? await listParkedTasks(db, "everyone", MAX_LISTED) : [];
    return await retry(db, [...ids, ...all.map(({ id }) => id)]);
  });
}

if (import.meta.main) {
  const command = {
    help: HELP,
    options: { all: { type: "boolean" } },
    words: { min: 0, max: MAX_LISTED },
  } as const;
  Deno.exit(
    await runCommand(
      command,
      ({ all = false }, [action, ...ids]) => main(action, ids, all),
    ),
  );
}
