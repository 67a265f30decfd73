import { readEnv } from "../lib/platform/env_file.ts";
import { loadConfig } from "../lib/platform/config.ts";
import { stopSignal } from "../lib/platform/stopping.ts";
import { startChild } from "./local/child.ts";
import { BadUse, runCommand } from "./local/command.ts";
import { argumentsOf } from "./local/permissions.ts";

const HELP = `Runs one part of the product, with what that part may do and no more.

  deno task worker
  deno task web       after deno task build

The settings are read from the environment and from .env: docs/configuration.md lists them.`;

/** A part that stops by itself takes no longer. */
const KILL_AFTER_MS = 5000;

function isPart(name: string): name is "web" | "worker" {
  return name === "web" || name === "worker";
}

async function runPart(name: string): Promise<number> {
  if (!isPart(name)) throw new BadUse(`There is no part "${name}".`);
  const signal = stopSignal();
  const env = readEnv();
  const { shutdownMs, drainMs } = loadConfig(env);
  const given = Object.entries(env).filter((entry): entry is [string, string] => !!entry[1]);
  const child = startChild(name, await argumentsOf(name, env), Object.fromEntries(given));
  signal.addEventListener("abort", () => {
    void child.stop(drainMs + shutdownMs + KILL_AFTER_MS);
  });
  const code = await child.exited;
  return signal.aborted ? 0 : code;
}

if (import.meta.main) {
  Deno.exit(
    await runCommand(
      { help: HELP, words: { min: 1, max: 1 } },
      (_, [name = ""]) => runPart(name),
    ),
  );
}
