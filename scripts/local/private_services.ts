import { join } from "node:path";
import { tmpdir } from "node:os";
import { openDatabase, openPostgres } from "../../lib/platform/database.ts";
import { migrate } from "../../lib/platform/migrate.ts";
import { holdFolder } from "./data_folder.ts";
import { startPostgres } from "./postgres.ts";
import { startRedis } from "./redis.ts";
import { provideRedisProgram, type RedisProgram } from "./redis_program.ts";
import type { Reporter } from "./step.ts";

/** The migrated, empty database that each test's own one is copied from. */
export const TEMPLATE_DATABASE = "talent_template";

const PREFIX = "talent-private-";

/** PostgreSQL and Redis on free ports, for tests and benches; what they hold goes with them. */
export interface PrivateServices {
  /** Of a role that may create databases. */
  readonly databaseUrl: string;
  /** Of the role that may do all, for what the product itself may not. */
  readonly superuserUrl: string;
  readonly redisUrl: string;
  /** For a test that needs a Redis of its own, to kill it. */
  readonly redisProgram: RedisProgram;
  stop(): Promise<void>;
}

/**
 * Starts the servers in a folder of their own, which `stop()` removes with all that is in it.
 *
 * @param options.durable Whether they write as in production, so that a crash loses nothing; tests
 *   are faster without.
 */
export async function startPrivateServices(
  reporter: Reporter,
  { durable = false }: { readonly durable?: boolean } = {},
): Promise<PrivateServices> {
  await removeAbandoned();
  const folder = await Deno.makeTempDir({ prefix: PREFIX });
  await Deno.chmod(folder, 0o755); // as root, PostgreSQL runs as another user
  const held = await holdFolder(folder);
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    await Promise.all(stops.map((one) => one()));
    await held?.release();
    await Deno.remove(folder, { recursive: true });
  };
  const postgres = reporter.step("PostgreSQL (private)", async () => {
    const server = await startPostgres(folder, { durable });
    stops.push(() => server.stop());
    await makeTemplate(server.url);
    return server;
  });
  const redis = provideRedisProgram(join(folder, "redis"), reporter).then((program) =>
    reporter.step("Redis (private)", async () => {
      const server = await startRedis(program, join(folder, "redis"), { persistent: durable });
      stops.push(() => server.stop());
      return { server, program };
    })
  );
  // Both come to an end before either is stopped.
  await Promise.allSettled([postgres, redis]);
  try {
    const [{ url, superuserUrl }, { server, program }] = await Promise.all([postgres, redis]);
    return { databaseUrl: url, superuserUrl, redisUrl: server.url, redisProgram: program, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function makeTemplate(url: string): Promise<void> {
  const sql = openPostgres({ url, poolSize: 1 });
  await sql.unsafe(`create database ${TEMPLATE_DATABASE}`);
  await sql.end();
  const template = new URL(url);
  template.pathname = `/${TEMPLATE_DATABASE}`;
  const db = openDatabase({ url: template.href, poolSize: 2 });
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
}

/** Removes the folders of runs that were killed: nobody holds those. */
async function removeAbandoned(): Promise<void> {
  for await (const entry of Deno.readDir(tmpdir())) {
    if (!entry.name.startsWith(PREFIX)) continue;
    const path = join(tmpdir(), entry.name);
    try {
      const { mtime } = await Deno.stat(path);
      if (mtime && Date.now() - mtime.getTime() < 60_000) continue; // perhaps just being made
      const held = await holdFolder(path);
      if (!held) continue;
      await held.release();
      await Deno.remove(path, { recursive: true });
    } catch {
      // Another user's, or another run removes it at this moment.
    }
  }
}
