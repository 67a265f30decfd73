import { join, resolve } from "node:path";
import {
  type Config,
  type Env,
  loadConfig,
  readSettings,
  toConfig,
} from "../lib/platform/config.ts";
import type { Provided } from "../lib/platform/settings/provided.ts";
import { type Db, openDatabase, openPostgres } from "../lib/platform/database.ts";
import type { LocalServices } from "../lib/platform/local_services.ts";
import {
  type HeldFolder,
  holdFolder,
  inUse,
  keptSecrets,
  recordServices,
} from "./local/data_folder.ts";
import { keepServer } from "./local/kept_server.ts";
import { startPostgres } from "./local/postgres.ts";
import { POSTGRES_MAJOR } from "./local/postgres_programs.ts";
import { SetupProblem } from "./local/problem.ts";
import { checkRedis, startRedis } from "./local/redis.ts";
import { provideRedisProgram } from "./local/redis_program.ts";
import { type Reporter, silent } from "./local/step.ts";

/** PostgreSQL, Redis and a secret: ours, or those that the settings name. */
export interface ProvidedServices {
  readonly config: Config;
  /** For the environment of a process that is to use them. */
  readonly env: Readonly<Record<string, string>>;
  /** Stops those that are ours. */
  stop(): Promise<void>;
}

/**
 * Makes sure of PostgreSQL, Redis and a secret. Those that the settings name are used; in `local`
 * the others are started in DATA_DIR.
 *
 * @throws {ConfigError} On a bad setting.
 * @throws {SetupProblem} When a person has to provide something first.
 */
export async function provideServices(
  env: Env,
  reporter: Reporter,
): Promise<ProvidedServices> {
  const { values, provided } = readSettings(env);
  if (values.ENVIRONMENT !== "local") return given(loadConfig(env));
  const dataDir = resolve(values.DATA_DIR);
  const folder = await holdFolder(dataDir);
  if (!folder) throw await inUse(dataDir);
  const own = new OwnServices(dataDir, folder, reporter);
  try {
    const missesRedis = !provided.queueUrl || !provided.cacheUrl || !provided.rateLimitUrl;
    const [databaseUrl, redisUrl = ""] = await bothSettled(
      provided.databaseUrl ? own.useDatabase(provided.databaseUrl) : own.startPostgres(),
      missesRedis ? own.startRedis() : own.useRedis(provided.queueUrl ?? ""),
    );
    const complete: LocalServices = {
      databaseUrl,
      queueUrl: provided.queueUrl ?? redisUrl,
      cacheUrl: provided.cacheUrl ?? redisUrl,
      rateLimitUrl: provided.rateLimitUrl ?? redisUrl,
      ...await secretsOf(provided, dataDir),
    };
    await own.record(complete);
    return { ...given(toConfig(values, complete)), stop: () => own.stop() };
  } catch (error) {
    await own.stop();
    throw error;
  }
}

/** A database, ours or the one that the settings name. */
export interface ProvidedDatabase {
  readonly url: string;
  /** Stops it when it is ours. */
  stop(): Promise<void>;
}

/**
 * Makes sure of the database alone, for tasks that need nothing else: the one that the settings
 * name, that of a running start, or the one in DATA_DIR, started for as long as it takes.
 */
export async function provideDatabase(env: Env, reporter: Reporter): Promise<ProvidedDatabase> {
  const { values, provided } = readSettings(env);
  const stop = () => Promise.resolve();
  if (provided.databaseUrl) return { url: provided.databaseUrl, stop };
  if (values.ENVIRONMENT !== "local") return { url: loadConfig(env).database.url, stop };
  const dataDir = resolve(values.DATA_DIR);
  const folder = await holdFolder(dataDir);
  if (!folder) return { url: loadConfig(env).database.url, stop };
  const own = new OwnServices(dataDir, folder, reporter);
  try {
    return { url: await own.startPostgres(), stop: () => own.stop() };
  } catch (error) {
    await own.stop();
    throw error;
  }
}

/**
 * Runs something with that database open, and closes it behind: all of it, even when a part of that
 * fails.
 *
 * @throws {ConfigError | SetupProblem} When there is no database to be had.
 */
export async function withDatabase<T>(env: Env, run: (db: Db) => Promise<T>): Promise<T> {
  const database = await provideDatabase(env, silent);
  try {
    const db = openDatabase({ url: database.url, poolSize: 2 });
    return await run(db).finally(() => db.destroy());
  } finally {
    await database.stop();
  }
}

async function secretsOf({ secretKey, previousSecretKeys = [] }: Provided, dataDir: string) {
  if (secretKey !== undefined) return { secretKey, previousSecretKeys: [...previousSecretKeys] };
  const [present, ...previous] = await keptSecrets(dataDir);
  return { secretKey: present, previousSecretKeys: previous };
}

/** Waits for both even when one fails, so that what was started can be stopped. */
async function bothSettled<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([a, b]);
  return await Promise.all([a, b]);
}

function given(config: Config): ProvidedServices {
  const env = {
    DATABASE_URL: config.database.url,
    REDIS_QUEUE_URL: config.redis.queueUrl,
    REDIS_CACHE_URL: config.redis.cacheUrl,
    REDIS_RATE_LIMIT_URL: config.redis.rateLimitUrl,
    SECRET_KEY: config.secretKey,
    SECRET_KEY_PREVIOUS: config.previousSecretKeys.join(","),
  };
  return { config, env, stop: () => Promise.resolve() };
}

/** What we started in one data folder, and how to stop it. */
class OwnServices {
  readonly #closers: (() => Promise<void>)[] = [];
  readonly #dataDir: string;
  readonly #reporter: Reporter;

  constructor(dataDir: string, folder: HeldFolder, reporter: Reporter) {
    this.#dataDir = dataDir;
    this.#reporter = reporter;
    this.#closers.push(() => folder.release());
  }

  async startPostgres(): Promise<string> {
    const start = () =>
      keepServer("PostgreSQL", (at) => {
        const port = at ? { port: Number(at.port) } : {};
        return startPostgres(this.#dataDir, { durable: true, ...port });
      }, this.#reporter);
    const server = await this.#reporter.step("PostgreSQL", start, () => `${POSTGRES_MAJOR}, ours`);
    this.#closers.push(() => server.stop());
    return server.url;
  }

  async useDatabase(url: string): Promise<string> {
    await this.#reporter.step("PostgreSQL", () => checkDatabase(url), (found) => `${found}, yours`);
    return url;
  }

  async startRedis(): Promise<string> {
    const folder = join(this.#dataDir, "redis");
    const program = await provideRedisProgram(folder, this.#reporter);
    const start = () =>
      keepServer("Redis", (at) => {
        const place = at ? { port: Number(at.port), password: at.password } : {};
        return startRedis(program, folder, { persistent: true, ...place });
      }, this.#reporter);
    const server = await this.#reporter.step("Redis", start, () => `${program.version}, ours`);
    this.#closers.push(() => server.stop());
    return server.url;
  }

  async useRedis(url: string): Promise<string> {
    await this.#reporter.step("Redis", () => checkRedis(url), (found) => `${found}, yours`);
    return url;
  }

  async record(services: LocalServices): Promise<void> {
    this.#closers.push(await recordServices(this.#dataDir, services));
  }

  /** In the order opposite to starting; each, even if another one fails to stop. */
  async stop(): Promise<void> {
    for (const close of this.#closers.splice(0).toReversed()) {
      await close().catch((error: Error) => this.#reporter.say(`Cannot stop: ${error.message}`));
    }
  }
}

/**
 * The version of the server at `url`.
 *
 * @throws {SetupProblem} When it does not answer or is too old.
 */
async function checkDatabase(url: string): Promise<string> {
  const sql = openPostgres({ url, poolSize: 1 });
  try {
    const [row] = await sql`show server_version`;
    const version = String(row?.server_version).split(" ")[0] ?? "0";
    if (Number.parseInt(version) >= Number(POSTGRES_MAJOR)) return version;
    throw new SetupProblem(
      `DATABASE_URL names a PostgreSQL ${version}: version ${POSTGRES_MAJOR} or later is needed`,
    );
  } catch (error) {
    if (error instanceof SetupProblem) throw error;
    throw new SetupProblem(
      `DATABASE_URL names a database that does not answer (${(error as Error).message}): ` +
        "start it, or leave DATABASE_URL empty to have one started",
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}
