import { type Config, loadConfig } from "../../lib/platform/config.ts";
import { openPostgres } from "../../lib/platform/database.ts";
import { closeServices, openServices, type Services } from "../../lib/platform/services.ts";
import {
  type PrivateServices,
  startPrivateServices,
  TEMPLATE_DATABASE,
} from "../../scripts/local/private_services.ts";
import { silent } from "../../scripts/local/step.ts";
import { TEST_SERVICES } from "./environment.ts";

/** Services for one test: a database and Redis keys that no other test sees. */
export interface TestServices extends AsyncDisposable {
  readonly services: Services;
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
  const { databaseUrl, redisUrl } = await privateServices();
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  await administer(
    databaseUrl,
    `create database ${name} template ${TEMPLATE_DATABASE} strategy file_copy`,
  );
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  const dataDir = await Deno.makeTempDir({ prefix: "talent_data_" });
  const env = {
    ENVIRONMENT: "local",
    DATA_DIR: dataDir,
    PUBLIC_URL: "https://talent.test",
    DATABASE_URL: url.href,
    DATABASE_POOL_SIZE: "5",
    REDIS_URL: redisUrl,
    REDIS_PREFIX: `${name}:`,
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
  const services = await openServices(config);
  return {
    services,
    config,
    env,
    async [Symbol.asyncDispose]() {
      await closeServices(services);
      await Deno.remove(dataDir, { recursive: true });
      // "with (force)" would end an autovacuum too, which the tests' role may not.
      await administer(
        databaseUrl,
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = '${name}' and backend_type = 'client backend'`,
      );
      await administer(databaseUrl, `drop database ${name}`);
    },
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const sql = openPostgres({ url, poolSize: 1 });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

type Addresses = Pick<PrivateServices, "databaseUrl" | "redisUrl" | "redisProgram">;

let started: Promise<Addresses> | undefined;

/** The servers of this run. */
export function privateServices(): Promise<Addresses> {
  const told = Deno.env.get(TEST_SERVICES);
  return started ??= told ? Promise.resolve(JSON.parse(told)) : startPrivateServices(silent);
}
