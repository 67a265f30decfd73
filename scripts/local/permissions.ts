import { resolve } from "node:path";
import { type Env, readSettings } from "../../lib/platform/config.ts";
import { Environment } from "../../lib/platform/config_schema.ts";
import { FILE_ENDING } from "../../lib/platform/setting_files.ts";
import { ROOT } from "./web_build.ts";

/** A part of the product that is a process of its own, by the script that it runs. */
export const SCRIPTS = { web: "scripts/web.ts", worker: "worker/main.ts" } as const;

/** The name of one. */
export type Part = keyof typeof SCRIPTS;

/**
 * What `deno run` is given for a part of the product: what it may do, and its script.
 *
 * Both reach the network, since webhooks, mail and models are wherever settings say; both write
 * below `DATA_DIR` alone. Only what reads documents starts processes: this same Deno, for readers
 * that may do less still.
 *
 * @param env What the process is given.
 */
export async function argumentsOf(part: Part, env: Env): Promise<string[]> {
  const { values } = readSettings(env);
  const dataDir = resolve(ROOT, values.DATA_DIR);
  const packages = await packageFolder();
  const secrets = Object.keys(Environment.shape)
    .flatMap((name) => env[`${name}${FILE_ENDING}`] || []).map((path) => resolve(ROOT, path));
  return [
    "--no-prompt",
    "--allow-net",
    "--allow-env",
    "--allow-sys",
    `--allow-ffi=${packages}`, // passwords are hashed by native code
    `--allow-read=${[ROOT, packages, dataDir, ...secrets].join(",")}`,
    `--allow-write=${dataDir}`,
    ...(part === "worker" || values.WORKER_INLINE ? [`--allow-run=${Deno.execPath()}`] : []),
    SCRIPTS[part],
  ];
}

let asked: Promise<string> | undefined;

/** Where Deno keeps the packages; it says so itself. */
function packageFolder(): Promise<string> {
  return asked ??= new Deno.Command(Deno.execPath(), { args: ["info", "--json"] }).output()
    .then(({ stdout }) => JSON.parse(new TextDecoder().decode(stdout)).npmCache);
}
