/**
 * What the image runs: one of its commands, as a process that may do what that command must and no
 * more. `docs/deploy/docker.md` says how it is called.
 */
import { ConfigError } from "../lib/platform/config_error.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { LIFELINE } from "../lib/platform/stopping.ts";
import { argumentsIn, type Part, SCRIPTS } from "./local/permissions.ts";

const HELP = `Runs one part of the product in its container.

  web                the web server; the worker too with WORKER_INLINE=true (the default command)
  worker             the worker
  migrate            applies the migrations and makes the first tier; with ADMIN_PASSWORD the first
                     superuser as well. Ends when that is done, and may be run again
  create_superuser   creates a superuser, or promotes a user; see create_superuser --help`;

const PASSED_ON = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

/** @returns The exit code of the process. */
async function run(part: Part, args: readonly string[]): Promise<number> {
  const packages = Deno.env.get("DENO_DIR");
  if (packages === undefined) throw new ConfigError("DENO_DIR is not set: the image sets it");
  const isServing = part === "web" || part === "worker";
  const process = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--cached-only", "--frozen"],
      ...argumentsIn({ packages }, part, readEnv()),
      ...args,
    ],
    // A server must not outlive this process; a command may ask at the terminal.
    stdin: isServing ? "piped" : "inherit",
    env: isServing ? { [LIFELINE]: "stdin" } : {},
  }).spawn();
  for (const signal of PASSED_ON) {
    Deno.addSignalListener(signal, () => {
      try {
        process.kill(signal);
      } catch {
        // It has ended by itself.
      }
    });
  }
  return (await process.status).code;
}

async function main([name = "web", ...args]: string[]): Promise<number> {
  if (!Object.hasOwn(SCRIPTS, name)) {
    const isAsked = ["help", "--help", "-h"].includes(name);
    console.error(isAsked ? HELP : `There is no command "${name}".\n\n${HELP}`);
    return isAsked ? 0 : 2;
  }
  try {
    return await run(name as Part, args);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    return 1;
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args));
