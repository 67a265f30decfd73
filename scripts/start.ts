import { resolve } from "node:path";
import { ensureTier } from "../lib/accounts/first_tier.ts";
import { ensureFirstSuperuser, type Superuser } from "../lib/accounts/superuser.ts";
import { type Config, type Env, readSettings } from "../lib/platform/config.ts";
import { openDatabase } from "../lib/platform/database.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { TRACING_ENV } from "../lib/platform/telemetry/tracing.ts";
import { isWorkerAlive } from "../lib/platform/heartbeat.ts";
import { readLocalServices } from "../lib/platform/local_services.ts";
import { migrate } from "../lib/platform/migrate.ts";
import { closeRedis, openRedis } from "../lib/platform/redis.ts";
import { stopSignal } from "../lib/platform/stopping.ts";
import { startChild, startWatched } from "./local/child.ts";
import { runCommand } from "./local/command.ts";
import { holdFolder, inUse } from "./local/data_folder.ts";
import { argumentsOf, SCRIPTS } from "./local/permissions.ts";
import { SetupProblem } from "./local/problem.ts";
import { checkPort } from "./local/processes.ts";
import { reporter, secondsSince } from "./local/step.ts";
import { Supervisor } from "./local/supervisor.ts";
import { buildWeb } from "./local/web_build.ts";
import { type ProvidedServices, provideServices } from "./services.ts";

const HELP =
  `Runs the whole product on this machine: PostgreSQL, Redis, schema, first superuser, build, web
and worker; all of it is stopped again by Ctrl-C.

  deno task start
  deno task dev      the same; the processes start anew on every change (--dev)

The settings are read from the environment and from .env: docs/configuration.md lists them.`;

const PREDECESSOR_MS = 15_000;
const READY_LIMIT_MS = 60_000;
const KILL_AFTER_MS = 5000;
const { step, say } = reporter;

interface Options {
  readonly env: Env;
  readonly isDev: boolean;
  /** Aborts when everything is to stop. */
  readonly signal: AbortSignal;
}

async function start(options: Options): Promise<void> {
  const from = performance.now();
  const { values } = readSettings(options.env);
  const host = values.HOST ?? "127.0.0.1";
  const port = await claimPort(host, values.PORT, resolve(values.DATA_DIR));
  const built = options.isDev
    ? Promise.resolve(false)
    : step("Web app", buildWeb, (wasBuilt) => wasBuilt ? "built" : "built before");
  built.catch(() => {}); // awaited below, when the services stand or failed
  const services = await provideServices(options.env, reporter);
  try {
    const { config } = services;
    const admin = await prepareDatabase(config);
    let isShown = false;
    const onReady = () => {
      greet(config, port, from);
      isShown = true;
      if (admin) say(signIn(config, admin));
      say("");
    };
    try {
      await built;
      if (!options.signal.aborted) await run(services, { ...options, port, onReady });
    } finally {
      // A password that was made is never shown again, so a start that fails shows it too.
      if (!isShown && admin?.password) say(signIn(config, admin));
    }
  } finally {
    await step("Stopped PostgreSQL and Redis", () => services.stop());
  }
}

/** Checks the port; gives the web server of a killed start the time to let go of it. */
async function claimPort(host: string, port: number, dataDir: string): Promise<number> {
  const limit = performance.now() + PREDECESSOR_MS;
  while (true) {
    try {
      return checkPort(host, port);
    } catch (error) {
      const held = await holdFolder(dataDir);
      if (!held) throw await inUse(dataDir);
      await held.release();
      const wasKilled = readLocalServices(dataDir) !== undefined;
      if (!wasKilled || performance.now() > limit) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** @returns The first superuser, when this start made them. */
async function prepareDatabase(config: Config): Promise<Superuser | undefined> {
  const db = openDatabase(config.database);
  const applied = (names: string[]) => names.length ? `${names.length} applied` : "none to apply";
  try {
    await step("Migrations", () => migrate(db), applied);
    const ensureFree = () => ensureTier(db, { name: config.tierName });
    await step("First tier", ensureFree, ({ isNew }) => isNew ? "made" : "made before");
    const ensure = () => ensureFirstSuperuser(db, config.admin);
    return await step("First superuser", ensure, (made) => made ? "made" : "made before");
  } finally {
    await db.destroy();
  }
}

interface Run extends Options {
  readonly port: number;
  /** Called once web and worker serve. */
  readonly onReady: () => void;
}

async function run({ config, env: found }: ProvidedServices, options: Run): Promise<void> {
  const { isDev, port, signal } = options;
  const env = { ...set(options.env), ...found, ...tracingOf(options.env), PORT: String(port) };
  const [web, worker] = await Promise.all([argumentsOf("web", env), argumentsOf("worker", env)]);
  const supervisor = new Supervisor(reporter);
  try {
    supervisor.keep(() =>
      isDev ? startWatched("Web", ["dev.ts"], env) : startChild("Web", web, env)
    );
    // The development server runs no worker inside.
    if (isDev) supervisor.keep(() => startWatched("Worker", [SCRIPTS.worker], env));
    else if (!config.worker.inline) supervisor.keep(() => startChild("Worker", worker, env));
    const ready = Promise.all([
      step("Web", () => untilWebAnswers(config.host, port, signal)),
      step("Worker", () => untilWorkerBeats(config, signal)),
    ]);
    ready.catch(() => {}); // another failure may have come first
    await Promise.race([ready, supervisor.failed]);
    if (!signal.aborted) options.onReady();
    await Promise.race([aborted(signal), supervisor.failed]);
  } finally {
    await step("Stopped web and worker", () => supervisor.stop(config.shutdownMs + KILL_AFTER_MS));
  }
}

/** What the runtime needs to record spans without whole URLs. */
function tracingOf(env: Env): Record<string, string> {
  return env.OTEL_DENO === "true"
    ? { OTEL_SERVICE_NAME: env.OTEL_SERVICE_NAME || "talent-copilot", ...TRACING_ENV }
    : {};
}

function set(env: Env): Record<string, string> {
  const entries = Object.entries(env).filter((entry): entry is [string, string] => !!entry[1]);
  return Object.fromEntries(entries);
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve()));
}

async function untilWebAnswers(host: string, port: number, signal: AbortSignal): Promise<void> {
  const url = `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}/api/v1/health`;
  await until("the web server to answer", signal, async () => {
    const response = await fetch(url, { signal }).catch(() => undefined);
    await response?.body?.cancel();
    return response !== undefined;
  });
}

async function untilWorkerBeats(config: Config, signal: AbortSignal): Promise<void> {
  const since = Date.now();
  const redis = await openRedis(config.redis);
  try {
    await until("the worker to give a sign of life", signal, () => isWorkerAlive(redis, since));
  } finally {
    closeRedis(redis);
  }
}

async function until(what: string, signal: AbortSignal, ask: () => Promise<boolean>) {
  const limit = performance.now() + READY_LIMIT_MS;
  while (!signal.aborted && !(await ask())) {
    if (performance.now() > limit) {
      throw new SetupProblem(`Waited ${READY_LIMIT_MS / 1000} s in vain for ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function greet(config: Config, port: number, from: number): void {
  const isHere = ["127.0.0.1", "0.0.0.0", "::1", "::"].includes(config.host);
  say(`Ready in ${secondsSince(from)} s`);
  say("");
  say(`  http://${isHere ? "localhost" : config.host}:${port}`);
}

function signIn({ admin: { username } }: Config, { password }: Superuser): string {
  const how = password
    ? `password ${password}  (shown this once)`
    : "the password of ADMIN_PASSWORD";
  return `  Sign in as ${username} with ${how}`;
}

if (import.meta.main) {
  const options = { dev: { type: "boolean" } } as const;
  Deno.exit(
    await runCommand(
      { help: HELP, options },
      ({ dev = false }) => start({ env: readEnv(), isDev: dev, signal: stopSignal() }),
    ),
  );
}
