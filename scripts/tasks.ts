import { parseArgs } from "node:util";
import { ConfigError, readSettings } from "../lib/platform/config.ts";
import { type Db, openDatabase } from "../lib/platform/database.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { listParkedTasks, retryTask } from "../lib/platform/queue.ts";
import { SetupProblem } from "./local/problem.ts";
import { silent } from "./local/step.ts";
import { provideDatabase } from "./services.ts";

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

/** @returns The exit code: 0 done, 1 not possible, 2 bad use. */
async function main(args: string[]): Promise<number> {
  const { values, positionals: [action, ...ids] } = parseArgs({
    args,
    allowPositionals: true,
    options: { all: { type: "boolean" }, help: { type: "boolean" } },
  });
  const isUsed = action === undefined || action === "retry" && (ids.length > 0 || values.all);
  if (values.help || !isUsed || ids.some((id) => !/^[0-9a-f-]{36}$/.test(id))) {
    console[values.help ? "log" : "error"](HELP);
    return values.help ? 0 : 2;
  }
  const env = readEnv();
  readSettings(env);
  const database = await provideDatabase(env, silent);
  const db = openDatabase({ url: database.url, poolSize: 2 });
  try {
    if (action === undefined) return await list(db);
    const all = values.all ? await listParkedTasks(db, "everyone", MAX_LISTED) : [];
    return await retry(db, [...ids, ...all.map(({ id }) => id)]);
  } finally {
    await db.destroy();
    await database.stop();
  }
}

if (import.meta.main) {
  try {
    Deno.exit(await main(Deno.args));
  } catch (error) {
    const isUse = error instanceof TypeError && "code" in error;
    const isTheirs = isUse || error instanceof SetupProblem || error instanceof ConfigError;
    console.error(isTheirs ? error.message : error);
    Deno.exit(isUse ? 2 : 1);
  }
}
