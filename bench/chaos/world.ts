import { join } from "node:path";
import { findPrincipal } from "../../lib/accounts/principals.ts";
import type { Person } from "../../lib/accounts/principal.ts";
import { ensureSuperuser } from "../../lib/accounts/superuser.ts";
import { type Db, openDatabase } from "../../lib/platform/database.ts";
import { migrate } from "../../lib/platform/migrate.ts";
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
import { clearAfterClocks, type Clock, findFaketime, makeClock } from "./clocks.ts";

type Env = Readonly<Record<string, string>>;

/** What can be hurt, and mended again. */
export interface Part {
  readonly name: string;
  /** Ends it with -9; a clock is set wrong. */
  hurt(): Promise<void>;
  /** Starts it again where it was; a clock is set right. */
  mend(): Promise<void>;
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
  /** Calls the API as the owner, who signs in again when the tokens are good no more. */
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

const PASSWORD = "correct horse battery";
const WORKERS = 2;
const HOUR_SECONDS = 3600;
/** By how much a clock is wrong, one time after the other. */
const JUMPS_SECONDS = [HOUR_SECONDS, 24 * HOUR_SECONDS, -HOUR_SECONDS];
const RESTART_MS = 300;

/**
 * Starts PostgreSQL and Redis as in production, a web server, two workers and a receiver. Where
 * libfaketime is installed, the product, PostgreSQL and Redis have each a clock that can jump.
 */
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
  const clocks = await makeClocks(folder);
  if (clocks) stops.push(clearAfterClocks);
  const postgres = await HurtPostgres.start(
    options.postgresFolder ?? folder,
    clocks?.postgres.env,
  );
  stops.push(() => postgres.stop());
  const redis = await HurtRedis.start(
    options.redisFolder ?? join(folder, "redis"),
    clocks?.redis.env,
  );
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
  const owner = await makeOwner(db);
  const worker = await argumentsOf("worker", env);
  const timed = { ...env, ...clocks?.product.env };
  const processes = [
    new HurtProcess("web", await argumentsOf("web", env), timed),
    ...Array.from(
      { length: WORKERS },
      (_, at) => new HurtProcess(`worker ${at + 1}`, worker, timed),
    ),
  ];
  for (const one of processes) stops.push(() => one.hurt());
  const caller = new Caller(`http://127.0.0.1:${port}/api/v1`);
  const call: World["call"] = (path, init) => caller.call(path, init);
  await waitFor("the web server", async () => {
    const response = await call("/health").catch(() => undefined);
    await response?.body?.cancel();
    return response?.ok;
  });
  const servers = [...processes, redis, redis.emptied, postgres, postgres.helper];
  const parts = [...servers, ...clocks ? wrongClocks(Object.values(clocks)) : []];
  const endings = () => processes.reduce((sum, one) => sum + one.endings, 0);
  return { parts, folder, env, db, owner, receiver, call, endings };
}

async function makeOwner(db: Db): Promise<Person> {
  const { userId, workspaceId } = await ensureSuperuser(db, {
    name: "Olga Owner",
    username: "olga",
    email: "olga@example.com",
    password: PASSWORD,
  });
  const owner = await findPrincipal(db, userId, workspaceId);
  if (!owner) throw new RangeError("There is no owner");
  return owner;
}

/** Who holds tokens, and gets others when the server says that they are good no more. */
class Caller {
  #tokens: { readonly access: string; readonly refresh: string } | undefined;

  constructor(private readonly url: string) {}

  async call(path: string, init: RequestInit = {}): Promise<Response> {
    if (!this.#tokens) await this.#signIn();
    const first = await this.#send(path, init);
    if (first.status !== 401) return first;
    await first.body?.cancel();
    await this.#renew();
    return await this.#send(path, init);
  }

  #send(path: string, init: RequestInit): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${this.#tokens?.access}` },
      signal: AbortSignal.timeout(30_000),
    });
  }

  async #renew(): Promise<void> {
    const body = JSON.stringify({ refresh_token: this.#tokens?.refresh });
    const headers = { "content-type": "application/json" };
    if (!(await this.#take("/refresh", { body, headers }))) await this.#signIn();
  }

  async #signIn(): Promise<void> {
    const body = new URLSearchParams({ username: "olga", password: PASSWORD });
    if (!(await this.#take("/login", { body }))) throw new Error("The owner cannot sign in");
  }

  async #take(path: string, init: RequestInit): Promise<boolean> {
    const signal = AbortSignal.timeout(30_000);
    const answer = await fetch(`${this.url}${path}`, { ...init, method: "POST", signal });
    const text = await answer.text();
    if (!answer.ok) return false;
    const { access_token: access, refresh_token: refresh } = JSON.parse(text);
    this.#tokens = { access, refresh };
    return true;
  }
}

async function makeClocks(folder: string) {
  const library = await findFaketime();
  if (!library) return undefined;
  return {
    product: await makeClock(library, folder, "the product"),
    postgres: await makeClock(library, folder, "PostgreSQL"),
    redis: await makeClock(library, folder, "Redis"),
  };
}

/** One part for each clock, and one for all of them at once, as where they share a machine. */
function wrongClocks(clocks: readonly Clock[]): Part[] {
  const together: [string, readonly Clock[]][] = [
    ...clocks.map((clock): [string, Clock[]] => [`the clock of ${clock.name}`, [clock]]),
    ["every clock", clocks],
  ];
  return together.map(([name, those]) => {
    let times = 0;
    const setAll = (seconds: number) => Promise.all(those.map((clock) => clock.set(seconds)));
    return {
      name,
      hurt: async () => void await setAll(JUMPS_SECONDS[times++ % JUMPS_SECONDS.length] ?? 0),
      mend: async () => void await setAll(0),
    };
  });
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
    void this.mend();
  }

  async hurt(): Promise<void> {
    this.#isWanted = false;
    await this.#child?.kill();
  }

  mend(): Promise<void> {
    this.#isWanted = true;
    const child = startChild(this.name, this.args, this.env);
    this.#child = child;
    void child.exited.then(async () => {
      if (!this.#isWanted || this.#child !== child) return;
      this.endings++;
      await new Promise((resolve) => setTimeout(resolve, RESTART_MS));
      if (this.#isWanted && this.#child === child) await this.mend();
    });
    return Promise.resolve();
  }
}

/** PostgreSQL, killed with all of its helpers. */
class HurtPostgres implements Part {
  readonly name = "PostgreSQL";
  readonly helper: Part = {
    name: "a helper of PostgreSQL",
    hurt: () => this.#server.killBackend(),
    mend: () => Promise.resolve(), // the server does that by itself
  };
  #server: LocalPostgres;

  private constructor(
    private readonly launch: (port?: number) => Promise<LocalPostgres>,
    server: LocalPostgres,
  ) {
    this.#server = server;
  }

  static async start(folder: string, env?: Env): Promise<HurtPostgres> {
    const launch = (port?: number) =>
      startPostgres(folder, { durable: true, ...env && { env }, ...port && { port } });
    return new HurtPostgres(launch, await launch());
  }

  get url(): string {
    return this.#server.url;
  }

  hurt(): Promise<void> {
    return this.#server.kill();
  }

  async mend(): Promise<void> {
    this.#server = await this.launch(Number(new URL(this.url).port));
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
    hurt: async () => {
      await this.hurt();
      await Deno.remove(join(this.folder, "appendonlydir"), { recursive: true });
    },
    mend: () => this.mend(),
  };
  #server: LocalRedis;

  private constructor(
    private readonly folder: string,
    private readonly launch: (port?: number) => Promise<LocalRedis>,
    server: LocalRedis,
  ) {
    this.#server = server;
  }

  static async start(folder: string, env?: Env): Promise<HurtRedis> {
    const found = await provideRedisProgram(folder, silent);
    const program = { ...found, env: { ...found.env, ...env } };
    const password = crypto.randomUUID();
    const launch = (port = freePort()) =>
      startRedis(program, folder, { persistent: true, password, port });
    return new HurtRedis(folder, launch, await launch());
  }

  get url(): string {
    return this.#server.url;
  }

  hurt(): Promise<void> {
    return this.#server.kill();
  }

  async mend(): Promise<void> {
    this.#server = await this.launch(Number(new URL(this.url).port));
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }
}
