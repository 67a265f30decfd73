import { type Config, loadConfig } from "../../lib/platform/config.ts";
import { openCache } from "../../lib/platform/cache.ts";
import { openDatabase } from "../../lib/platform/database.ts";
import { closeServices, openServices, type Services } from "../../lib/platform/services.ts";
import {
  type PrivateServices,
  startPrivateServices,
} from "../../scripts/local/private_services.ts";
import { silent } from "../../scripts/local/step.ts";
import { takeDatabase } from "./databases.ts";
import { TEST_SERVICES } from "./environment.ts";

/** Services for one test: a database and Redis keys that no other test sees. */
export interface TestServices extends AsyncDisposable {
  /** For the test itself: its `db` sees the rows of all workspaces, as the owner of the tables does. */
  readonly services: Services;
  /** As web and worker open them: what runs in no workspace is refused. */
  readonly walled: Services;
  readonly config: Config;
  /** For a web or worker process that is to use the same database and keys. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Makes an empty, migrated database and a key prefix, and opens them.
 *
 *     await using test = await testServices();
 *
 * Under `deno task test` the servers run already; alone (`deno test -A one_test.ts`) they are
 * started with the first call and end with the process.
 *
 * @param settings Environment variables beyond those that name the servers.
 */
export async function testServices(
  settings: Readonly<Record<string, string>> = {},
): Promise<TestServices> {
  const { databaseUrl, superuserUrl, redisUrl } = await privateServices();
  const database = await takeDatabase(superuserUrl, databaseUrl);
  const dataDir = await Deno.makeTempDir({ prefix: "talent_data_" });
  const env = {
    ENVIRONMENT: "local",
    DATA_DIR: dataDir,
    PUBLIC_URL: "https://talent.test",
    DATABASE_URL: database.url,
    DATABASE_POOL_SIZE: "5",
    REDIS_URL: redisUrl,
    REDIS_PREFIX: `test_${crypto.randomUUID().replaceAll("-", "")}:`,
    SECRET_KEY: "a-secret-that-only-the-tests-use-0000",
    LOG_LEVEL: "error",
    CACHE_TIMEOUT_MS: "20000",
    HOST: "127.0.0.1",
    ALLOWED_HOSTS: "127.0.0.1",
    PORT: "0",
    // A test that asks until something is done asks often.
    DEFAULT_RATE_LIMIT_LIMIT: "1000000",
    ...settings,
  };
  const config = loadConfig(env);
  const walled = await openServices(config);
  const services = seeingAll(walled);
  return {
    services,
    walled,
    config,
    env,
    async [Symbol.asyncDispose]() {
      await services.db.destroy();
      await closeServices(walled);
      await Deno.remove(dataDir, { recursive: true });
      await database.giveBack();
    },
  };
}

/** The same services with a `db` that sees the rows of all workspaces. */
export function seeingAll(walled: Services): Services {
  const { config, redis } = walled;
  const db = openDatabase(config.database);
  openCache(db, redis, config.cache);
  return { ...walled, db };
}

type Addresses = Omit<PrivateServices, "stop">;

let started: Promise<Addresses> | undefined;

/** The servers of this run. */
export function privateServices(): Promise<Addresses> {
  const told = Deno.env.get(TEST_SERVICES);
  return started ??= told ? Promise.resolve(JSON.parse(told)) : startPrivateServices(silent);
}
