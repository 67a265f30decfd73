import { join } from "node:path";
import { connectRedis, disconnectRedis } from "../../lib/platform/redis.ts";
import { notStarted, onFreePort, type PortChoice, PortTaken } from "./free_port.ts";
import { endLeftover, type Guarded, startGuarded } from "./guarded.ts";
import { SetupProblem } from "./problem.ts";
import { pathExists } from "./processes.ts";
import type { RedisProgram } from "./redis_program.ts";

const START_LIMIT_MS = 30_000;

/** A Redis server of our own. */
export interface LocalRedis {
  readonly url: string;
  /** Its exit code, when it has ended. */
  readonly exited: Promise<number>;
  stop(): Promise<void>;
  /** Ends it with -9, as a crash would. */
  kill(): Promise<void>;
}

/**
 * Starts Redis on a free port of 127.0.0.1 with its data in `folder`.
 *
 * @param options.persistent Keep an append-only file; false: lose all at the end.
 * @throws {SetupProblem} When it does not start.
 */
export async function startRedis(
  program: RedisProgram,
  folder: string,
  options: { persistent: boolean; password?: string } & PortChoice,
): Promise<LocalRedis> {
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  const config = join(folder, "redis.conf");
  await endPredecessor(folder, config);
  const password = options.password ?? crypto.getRandomValues(new Uint8Array(24)).toHex();
  const { persistent } = options;
  const launch = async (port: number) => {
    const text = configText({ folder, port, password, persistent });
    await Deno.writeTextFile(config, text, { mode: 0o600 });
    const log = join(folder, "redis.log");
    await Deno.writeTextFile(log, "");
    const command = [program.path, config];
    const guarded = startGuarded({ command, log, stopSignal: "TERM", env: program.env });
    await ready(guarded, log);
    return { guarded, port };
  };
  const { guarded, port } = await onFreePort(options, launch).catch(async (error) => {
    // A file that a crash left unreadable: all that Redis holds can be made anew.
    const files = join(folder, "appendonlydir");
    if (error instanceof PortTaken || !(await pathExists(files))) throw error;
    await Deno.rename(files, `${files}-unreadable-${Date.now()}`);
    return await onFreePort(options, launch);
  });
  return {
    url: `redis://:${password}@127.0.0.1:${port}`,
    exited: guarded.exited,
    stop: () => guarded.stop(),
    async kill() {
      Deno.kill(Number(await Deno.readTextFile(join(folder, "redis.pid"))), "SIGKILL");
      await guarded.exited;
    },
  };
}

function configText(
  options: { folder: string; port: number; password: string; persistent: boolean },
): string {
  const quoted = (text: string) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  return [
    "bind 127.0.0.1",
    `port ${options.port}`,
    `requirepass ${options.password}`,
    `dir ${quoted(options.folder)}`,
    `pidfile ${quoted(join(options.folder, "redis.pid"))}`,
    "daemonize no",
    // Its command line keeps naming this file: by that a later start knows the process as ours.
    "set-proc-title no",
    "databases 256",
    'save ""',
    `appendonly ${options.persistent ? "yes" : "no"}`,
    "appendfsync everysec",
    "",
  ].join("\n");
}

async function endPredecessor(folder: string, config: string): Promise<void> {
  const file = join(folder, "redis.pid");
  if (!(await pathExists(file))) return;
  const pid = Number(await Deno.readTextFile(file));
  if (Number.isInteger(pid) && pid > 1) await endLeftover(pid, config);
  if (await pathExists(file)) await Deno.remove(file);
}

async function ready(guarded: Guarded, log: string): Promise<void> {
  let code: number | undefined;
  guarded.exited.then((value) => code = value);
  const until = performance.now() + START_LIMIT_MS;
  while (!(await Deno.readTextFile(log)).includes("eady to accept connections")) {
    if (code !== undefined || performance.now() > until) {
      await guarded.stop();
      throw await notStarted("Redis", log);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/**
 * Checks that the server at `url` is new enough.
 *
 * @throws {SetupProblem} When it does not answer or is older than Redis 7.
 */
export async function checkRedis(url: string): Promise<string> {
  const client = await connectRedis(url);
  try {
    const info = await client.info("server");
    const version = info.match(/(?:valkey|redis)_version:(\S+)/g)?.at(-1)?.split(":")[1] ?? "0";
    if (Number(version.split(".")[0]) >= 7) return version;
    throw new SetupProblem(`REDIS_URL names a Redis ${version}: version 7 or later is needed`);
  } catch (error) {
    if (error instanceof SetupProblem) throw error;
    throw new SetupProblem(
      `REDIS_URL names a server that does not answer (${(error as Error).message}): ` +
        "start it, or leave REDIS_URL empty to have one started",
    );
  } finally {
    disconnectRedis(client);
  }
}
