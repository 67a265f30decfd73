import { join } from "node:path";
import { findPrincipal } from "../../lib/accounts/principals.ts";
import type { Person } from "../../lib/accounts/principal.ts";
import { ensureSuperuser } from "../../lib/accounts/superuser.ts";
import { openTokenFamily } from "../../lib/accounts/token_families.ts";
import { loadConfig } from "../../lib/platform/config.ts";
import { type Db, openDatabase } from "../../lib/platform/database.ts";
import { migrate } from "../../lib/platform/migrate.ts";
import { closeServices, openServices } from "../../lib/platform/services.ts";
import { acrossWorkspaces } from "../../lib/platform/workspace_scope.ts";
import { type Child, startChild } from "../../scripts/local/child.ts";
import { type LocalPostgres, startPostgres } from "../../scripts/local/postgres.ts";
import { argumentsOf } from "../../scripts/local/permissions.ts";
import { freePort } from "../../scripts/local/processes.ts";
import { type LocalRedis, startRedis } from "../../scripts/local/redis.ts";
import { provideRedisProgram } from "../../scripts/local/redis_program.ts";
import { silent } from "../../scripts/local/step.ts";
import { buildWeb } from "../../scripts/local/web_build.ts";
import { type Receiver, startReceiver } from "../../tests/harness/receiver.ts";
import { waitFor } from "../../tests/harness/wait.ts";

/** What can be killed, and started again. */
export interface Part {
  readonly name: string;
  /** Ends it with -9. */
  kill(): Promise<void>;
  /** Starts it again where it was. */
  start(): Promise<void>;
}

/** The whole product with servers and data of its own. */
export interface World extends AsyncDisposable {
  readonly parts: readonly Part[];
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** For who looks from outside; it lives through the death of its server. */
  readonly db: Db;
  readonly owner: Person;
  readonly receiver: Receiver;
  /** Calls the API as the owner. */
  call(path: string, init?: RequestInit): Promise<Response>;
  /** How often a process of the product ended by itself; each was started again. */
  endings(): number;
}

/** Where the data lies, and what is set beyond what a start needs. */
export interface WorldOptions {
  /** Default: a new folder, removed at the end. */
  readonly folder?: string;
  readonly postgresFolder?: string;
  readonly redisFolder?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

const WORKERS = 2;
const RESTART_MS = 300;

/** Starts PostgreSQL and Redis as in production, a web server, two workers and a receiver. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const stops: (() => unknown)[] = [];
  const stop = async () => {
    for (const one of stops.toReversed()) await one();
  };
  try {
    return { ...await build(options, stops), [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function build(
  options: WorldOptions,
  stops: (() => unknown)[],
): Promise<Omit<World, typeof Symbol.asyncDispose>> {
  await buildWeb();
  const folder = options.folder ?? await Deno.makeTempDir({ prefix: "talent-chaos-" });
  await Deno.chmod(folder, 0o755); // as root, PostgreSQL runs as another user
  if (!options.folder) stops.push(() => Deno.remove(folder, { recursive: true }));
  const postgres = await HurtPostgres.start(options.postgresFolder ?? folder);
  stops.push(() => postgres.stop());
  const redis = await HurtRedis.start(options.redisFolder ?? join(folder, "redis"));
  stops.push(() => redis.stop());
  const receiver = startReceiver();
  stops.push(() => receiver[Symbol.asyncDispose]());

  const port = freePort();
  const env = {
    ENVIRONMENT: "local",
    DATA_DIR: join(folder, "product"),
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    SECRET_KEY: "a-secret-that-only-the-chaos-uses-000",
    HOST: "127.0.0.1",
    PORT: String(port),
    LOG_LEVEL: "error",
    DEFAULT_RATE_LIMIT_LIMIT: "1000000",
    WORKER_CONCURRENCY: "2",
    TASK_LEASE_SECONDS: "2",
    TASK_RETRY_SECONDS: "1",
    ...options.settings,
  };
  await Deno.mkdir(env.DATA_DIR, { recursive: true });
  const db = openDatabase({ url: postgres.url, poolSize: 2 });
  stops.push(() => db.destroy());
  await migrate(db);
  const { owner, accessToken } = await makeOwner(db, env);
  const worker = await argumentsOf("worker", env);
  const processes = [
    new HurtProcess("web", await argumentsOf("web", env), env),
    ...Array.from(
      { length: WORKERS },
      (_, at) => new HurtProcess(`worker ${at + 1}`, worker, env),
    ),
  ];
  for (const one of processes) stops.push(() => one.kill());
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${accessToken}` },
      signal: AbortSignal.timeout(30_000),
    });
  await waitFor("the web server", async () => {
    const response = await call("/health").catch(() => undefined);
    await response?.body?.cancel();
    return response?.ok;
  });
  const parts = [...processes, redis, redis.emptied, postgres, postgres.helper];
  const endings = () => processes.reduce((sum, one) => sum + one.endings, 0);
  return { parts, folder, env, db, owner, receiver, call, endings };
}

async function makeOwner(db: Db, env: Readonly<Record<string, string>>) {
  const { userId, workspaceId } = await ensureSuperuser(db, {
    name: "Olga Owner",
    username: "olga",
    email: "olga@example.com",
    password: "correct horse battery",
  });
  const owner = await findPrincipal(db, userId, workspaceId);
  if (!owner) throw new RangeError("There is no owner");
  const services = await openServices(loadConfig(env));
  try {
    const family = await acrossWorkspaces("signing in", () => openTokenFamily(services, owner));
    return { owner, ...family };
  } finally {
    await closeServices(services);
  }
}

/** A process of the product, started again when it ends by itself, as a supervisor would. */
class HurtProcess implements Part {
  /** How often it ended without being killed, such as when PostgreSQL is away as it starts. */
  endings = 0;
  #child: Child | undefined;
  #isWanted = false;

  constructor(
    readonly name: string,
    private readonly args: readonly string[],
    private readonly env: Readonly<Record<string, string>>,
  ) {
    void this.start();
  }

  async kill(): Promise<void> {
    this.#isWanted = false;
    await this.#child?.kill();
  }

  start(): Promise<void> {
    this.#isWanted = true;
    const child = startChild(this.name, this.args, this.env);
    this.#child = child;
    void child.exited.then(async () => {
      if (!this.#isWanted || this.#child !== child) return;
      this.endings++;
      await new Promise((resolve) => setTimeout(resolve, RESTART_MS));
      if (this.#isWanted && this.#child === child) await this.start();
    });
    return Promise.resolve();
  }
}

/** PostgreSQL, killed with all of its helpers. */
class HurtPostgres implements Part {
  readonly name = "PostgreSQL";
  readonly helper: Part = {
    name: "a helper of PostgreSQL",
    kill: () => this.#server.killBackend(),
    start: () => Promise.resolve(), // the server does that by itself
  };
  #server: LocalPostgres;

  private constructor(private readonly folder: string, server: LocalPostgres) {
    this.#server = server;
  }

  static async start(folder: string): Promise<HurtPostgres> {
    return new HurtPostgres(folder, await startPostgres(folder, { durable: true }));
  }

  get url(): string {
    return this.#server.url;
  }

  kill(): Promise<void> {
    return this.#server.kill();
  }

  async start(): Promise<void> {
    const port = Number(new URL(this.url).port);
    this.#server = await startPostgres(this.folder, { durable: true, port });
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }
}

/** Redis with an append-only file, which it finds again or not. */
class HurtRedis implements Part {
  readonly name = "Redis";
  readonly emptied: Part = {
    name: "Redis and its file",
    kill: async () => {
      await this.kill();
      await Deno.remove(join(this.folder, "appendonlydir"), { recursive: true });
    },
    start: () => this.start(),
  };
  #server: LocalRedis;

  private constructor(
    private readonly folder: string,
    private readonly launch: (port?: number) => Promise<LocalRedis>,
    server: LocalRedis,
  ) {
    this.#server = server;
  }

  static async start(folder: string): Promise<HurtRedis> {
    const program = await provideRedisProgram(folder, silent);
    const password = crypto.randomUUID();
    const launch = (port = freePort()) =>
      startRedis(program, folder, { persistent: true, password, port });
    return new HurtRedis(folder, launch, await launch());
  }

  get url(): string {
    return this.#server.url;
  }

  kill(): Promise<void> {
    return this.#server.kill();
  }

  async start(): Promise<void> {
    this.#server = await this.launch(Number(new URL(this.url).port));
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }
}
