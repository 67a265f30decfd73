import { dirname, resolve } from "node:path";
import { type Env, loadConfig, readSettings } from "../../lib/platform/config.ts";
import { Environment } from "../../lib/platform/config_schema.ts";
import { hostsIn, hostsOf, socketOf } from "../../lib/platform/network_hosts.ts";
import { FILE_ENDING } from "../../lib/platform/setting_files.ts";
import { engineOf } from "./engine.ts";
import { ROOT } from "./web_build.ts";

/** A part of the product that is a process of its own, by the script that it runs. */
export const SCRIPTS = {
  web: "scripts/web.ts",
  worker: "worker/main.ts",
  migrate: "scripts/container/prepare_database.ts",
  create_superuser: "scripts/create_superuser.ts",
} as const;

/** The name of one. */
export type Part = keyof typeof SCRIPTS;

/** Where a process finds packages, with the native code that some of them bring. */
interface Places {
  readonly packages: string;
}

/**
 * What `deno run` is given for a part of the product: what it may do, how its engine is set, and
 * its script.
 *
 * @param env What the process is given.
 * @throws {ConfigError} On a bad setting, or one that is missing.
 */
export async function argumentsOf(part: Part, env: Env): Promise<string[]> {
  return argumentsIn({ packages: await packageFolder() }, part, env);
}

/** The same where it is known in which folder the packages are. */
export function argumentsIn(places: Places, part: Part, env: Env): string[] {
  return [...permissionsOf(part, env, places), ...engineOf(part), SCRIPTS[part]];
}

/**
 * The permissions of a part: it reaches the hosts that its settings name, reads the product, its
 * data and the secrets that it is named, and writes below `DATA_DIR` alone, if anything. Only what
 * works starts processes: this same Deno, for readers of documents and senders of webhooks that may
 * do less still.
 *
 * @throws {ConfigError} On a bad setting, or one that is missing.
 */
export function permissionsOf(part: Part, env: Env, { packages }: Places): string[] {
  const { values } = readSettings(env);
  const isServing = part === "web" || part === "worker";
  const dataDir = resolve(ROOT, values.DATA_DIR);
  const hosts = isServing ? hostsOf(loadConfig(env), part) : databaseHosts(env);
  const sockets = hosts.flatMap((host) => socketOf(host) ?? []);
  const written = [...(isServing ? [dataDir] : []), ...sockets];
  const read = [ROOT, packages, dataDir, ...secretFiles(env), ...sockets];
  const isStarting = part === "worker" || (part === "web" && values.WORKER_INLINE);
  return [
    "--no-prompt",
    ...(hosts.length > 0 ? [`--allow-net=${hosts.join(",")}`] : []),
    "--allow-env",
    "--allow-sys",
    `--allow-ffi=${packages}`, // passwords are hashed by native code
    `--allow-read=${read.join(",")}`,
    ...(written.length > 0 ? [`--allow-write=${written.join(",")}`] : []),
    ...(isStarting ? [`--allow-run=${Deno.execPath()}`] : []),
  ];
}

function databaseHosts(env: Env): string[] {
  return hostsIn(readSettings(env).provided.databaseUrl);
}

/** The files of settings, and the folder of a token that Amazon EKS replaces now and then. */
function secretFiles(env: Env): string[] {
  const files = Object.keys(Environment.shape).flatMap((name) =>
    env[`${name}${FILE_ENDING}`] || []
  );
  const token = env.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE;
  return [...files, ...(token ? [dirname(token)] : [])].map((path) => resolve(ROOT, path));
}

let asked: Promise<string> | undefined;

/** Where Deno keeps the packages; it says so itself. */
function packageFolder(): Promise<string> {
  return asked ??= new Deno.Command(Deno.execPath(), { args: ["info", "--json"] }).output()
    .then(({ stdout }) => JSON.parse(new TextDecoder().decode(stdout)).npmCache);
}
