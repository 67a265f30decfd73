/**
 * What the image runs: one of its commands, in this very process, with the permissions of that
 * command alone. `docs/deploy/docker.md` says how it is called.
 */
import { readSettings } from "../lib/platform/config.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { giveUp } from "./container/permissions.ts";
import { runCommand } from "./local/command.ts";

const HELP = `Runs one part of the product in its container.

  web                the web server; the worker too with WORKER_INLINE=true (the default command)
  worker             the worker
  migrate            applies the migrations and makes the first tier; with ADMIN_PASSWORD the first
                     superuser as well. Ends when that is done, and may be run again
  create_superuser   creates a superuser, or promotes a user; see create_superuser --help`;

/** Answers the exit code; nothing is 0. */
type Run = (args: string[]) => Promise<number | void>;

const COMMANDS: Readonly<Record<string, Run>> = {
  async web() {
    const { values } = readSettings(readEnv());
    await giveUp(values.WORKER_INLINE ? [] : ["run"]);
    const { runWeb } = await import("./web.ts");
    await runWeb();
  },
  async worker() {
    const { runWorkerProcess } = await import("../worker/main.ts");
    await runWorkerProcess();
  },
  async migrate(args) {
    await giveUp(["run", "write"]);
    const { prepareDatabase } = await import("./container/prepare_database.ts");
    return await runCommand({ help: HELP }, prepareDatabase, args);
  },
  async create_superuser(args) {
    await giveUp(["run", "write"]);
    const { createSuperuser } = await import("./create_superuser.ts");
    return await createSuperuser(args);
  },
};

async function main([name = "web", ...args]: string[]): Promise<number> {
  const run = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (run) return await run(args) ?? 0;
  const isAsked = ["help", "--help", "-h"].includes(name);
  console.error(isAsked ? HELP : `There is no command "${name}".\n\n${HELP}`);
  return isAsked ? 0 : 2;
}

if (import.meta.main) Deno.exit(await main(Deno.args));
