import { join } from "node:path";
import { openPostgres } from "../../lib/platform/database.ts";
import { APP_ROLE } from "../../lib/platform/workspace_wall.ts";
import { notStarted, onFreePort, type PortChoice } from "./free_port.ts";
import { endLeftover, type Guarded, startGuarded } from "./guarded.ts";
import { findRunAs, installPostgres, POSTGRES_MAJOR, type RunAs } from "./postgres_programs.ts";
import { SetupProblem } from "./problem.ts";
import { commandLine, pathExists, runProgram } from "./processes.ts";
import { runningWith } from "./running.ts";

const ROLE = "talent";
const DATABASE = "talent";
const SUPERUSER = "postgres";
const START_LIMIT_MS = 60_000;

type Env = Readonly<Record<string, string>>;

/** A PostgreSQL server of our own. */
export interface LocalPostgres {
  /** Of the product's database, as the role that owns it. */
  readonly url: string;
  /** Of its own database, as the role that may do all. */
  readonly superuserUrl: string;
  /** Its exit code, when it has ended. */
  readonly exited: Promise<number>;
  stop(): Promise<void>;
  /** Ends it and all of its helpers with -9, as a crash would. */
  kill(): Promise<void>;
  /** Ends one helper that serves a client with -9: the server then ends all and recovers. */
  killBackend(): Promise<void>;
}

/**
 * Starts PostgreSQL on a free port of 127.0.0.1 with its data in `dataDir/postgres`; makes the
 * cluster, the role and the database the first time.
 *
 * @param options.durable False trades safety against a power cut for speed: for tests alone.
 * @param options.env What the server gets beyond the environment of this process.
 * @throws {SetupProblem} When it can't run here, or when the data is of another major version.
 */
export async function startPostgres(
  dataDir: string,
  { durable, env, ...where }: { durable: boolean; env?: Env } & PortChoice,
): Promise<LocalPostgres> {
  const folder = join(dataDir, "postgres");
  await Deno.mkdir(folder, { recursive: true, mode: 0o755 });
  const programs = await installPostgres(folder);
  const runAs = await findRunAs(programs);
  const data = join(folder, "data");
  const password = await keptPassword(folder);
  if (await pathExists(data)) await checkVersion(data);
  else await makeCluster(folder, data, programs, runAs);
  await endPredecessor(data);

  const { guarded, port } = await onFreePort(where, async (port) => ({
    guarded: await launch({ folder, data, programs, runAs, durable, port, env }),
    port,
  }));
  try {
    await ensureDatabase(port, password);
  } catch (error) {
    await guarded.stop();
    throw error;
  }
  return {
    url: urlOf(port, ROLE, password, DATABASE),
    superuserUrl: urlOf(port, SUPERUSER, password, SUPERUSER),
    exited: guarded.exited,
    stop: () => guarded.stop(),
    async kill() {
      const server = await pidOf(data);
      signalAll([server, ...helpersOf(server).map(({ pid }) => pid)]);
      await guarded.exited;
    },
    async killBackend() {
      const ofClients = helpersOf(await pidOf(data))
        .filter(({ command }) => command.includes(` ${ROLE} ${DATABASE} `));
      signalAll(ofClients.slice(0, 1).map(({ pid }) => pid));
    },
  };
}

async function pidOf(data: string): Promise<number> {
  return Number.parseInt(await Deno.readTextFile(join(data, "postmaster.pid")));
}

function helpersOf(server: number) {
  return runningWith("postgres: ").filter(({ parent }) => parent === server);
}

function signalAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      Deno.kill(pid, "SIGKILL");
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error; // it has ended by itself
    }
  }
}

function urlOf(port: number, role: string, password: string, database: string): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** One password for the cluster's owner and for our role; only the person's own files hold it. */
async function keptPassword(folder: string): Promise<string> {
  const file = join(folder, "password");
  if (await pathExists(file)) return (await Deno.readTextFile(file)).trim();
  const password = crypto.getRandomValues(new Uint8Array(24)).toHex();
  await Deno.writeTextFile(file, password, { mode: 0o600 });
  return password;
}

async function checkVersion(data: string): Promise<void> {
  const found = (await Deno.readTextFile(join(data, "PG_VERSION")).catch(() => "")).trim();
  if (found === POSTGRES_MAJOR) return;
  throw new SetupProblem(
    `${data} holds ${found ? `a PostgreSQL ${found}` : "no PostgreSQL"} cluster, and PostgreSQL ` +
      `${POSTGRES_MAJOR} cannot read it: move that folder away, or set DATABASE_URL to a server that can`,
  );
}

async function makeCluster(folder: string, data: string, programs: string, runAs: RunAs) {
  // Made beside its place: a start that is killed half-way leaves nothing that looks whole.
  const half = join(folder, "data-half-made");
  await removeFolder(half);
  await Deno.mkdir(half, { mode: 0o700 });
  const passwordFile = join(folder, "password-for-initdb");
  await Deno.copyFile(join(folder, "password"), passwordFile);
  for (const path of [half, passwordFile]) {
    if (runAs.owner) await Deno.chown(path, runAs.owner.uid, runAs.owner.gid);
  }
  const { success, output } = await runProgram([
    ...runAs.prefix,
    join(programs, "bin", "initdb"),
    `--pgdata=${half}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // PostgreSQL's own tables: the same order and case on every system, whatever it has installed.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    // They slow guesses at a password down; ours is of 192 random bits, and each connection pays.
    "--set=scram_iterations=1",
    "--no-sync",
    "--no-instructions",
  ], { ...runAs.user, cwd: "/", env: { TZ: "UTC" } });
  await Deno.remove(passwordFile);
  if (!success) throw new SetupProblem(`PostgreSQL could not make its data folder:\n${output}`);
  await Deno.rename(half, data);
}

async function removeFolder(path: string): Promise<void> {
  if (await pathExists(path)) await Deno.remove(path, { recursive: true });
}

/** Ends the server of a start that was killed, and clears a PID file that names a stranger. */
async function endPredecessor(data: string): Promise<void> {
  const file = join(data, "postmaster.pid");
  if (!(await pathExists(file))) return;
  const pid = Number.parseInt(await Deno.readTextFile(file));
  if (pid > 1) await endLeftover(pid, data);
  // That of a dead process is left to PostgreSQL, which looks whether its helpers still write.
  const isMistaken = !(pid > 1) || commandLine(pid) !== undefined;
  if (isMistaken && await pathExists(file)) await Deno.remove(file);
}

/** Less safe, for speed; and no vacuum at a time of its own choosing that changes a plan. */
const IN_TESTS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
};

interface Launch {
  readonly folder: string;
  readonly data: string;
  readonly programs: string;
  readonly runAs: RunAs;
  readonly durable: boolean;
  readonly port: number;
  readonly env: Env | undefined;
}

async function launch(options: Launch): Promise<Guarded> {
  const { folder, data, programs, runAs, durable, port } = options;
  const log = join(folder, "postgres.log");
  await Deno.writeTextFile(log, "");
  if (runAs.owner) await Deno.chown(log, runAs.owner.uid, runAs.owner.gid);
  const settings = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "", // their paths may be too long, and nobody uses them
    max_connections: "200",
    shared_buffers: "128MB",
    timezone: "UTC",
    log_timezone: "UTC",
    ...(durable ? {} : IN_TESTS),
  };
  const guarded = startGuarded({
    command: [
      ...runAs.prefix,
      join(programs, "bin", "postgres"),
      "-D",
      data,
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    log,
    stopSignal: "INT", // fast shutdown: does not wait for clients
    user: runAs.user,
    env: options.env,
  });
  await ready(guarded, log);
  return guarded;
}

async function ready(guarded: Guarded, log: string): Promise<void> {
  let code: number | undefined;
  guarded.exited.then((value) => code = value);
  const until = performance.now() + START_LIMIT_MS;
  while (!(await Deno.readTextFile(log)).includes("ready to accept connections")) {
    if (code !== undefined || performance.now() > until) {
      await guarded.stop();
      throw await notStarted("PostgreSQL", log);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The product's role may not do what only a superuser may. */
async function ensureDatabase(port: number, password: string): Promise<void> {
  const sql = openPostgres({ url: urlOf(port, SUPERUSER, password, SUPERUSER), poolSize: 1 });
  try {
    const [known] = await sql`select 1 from pg_roles where rolname = ${ROLE}`;
    if (!known) {
      await sql.unsafe(`create role ${ROLE} login createdb password '${password}'`);
    }
    const [app] = await sql`select 1 from pg_roles where rolname = ${APP_ROLE}`;
    if (!app) await sql.unsafe(`create role ${APP_ROLE} nologin; grant ${APP_ROLE} to ${ROLE}`);
    const [made] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (!made) await sql.unsafe(`create database ${DATABASE} owner ${ROLE}`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
