import assert from "node:assert/strict";
import { join } from "node:path";
import { type Env, loadConfig, settingMeta } from "./config.ts";
import { ConfigError } from "./config_error.ts";
import { Environment } from "./config_schema.ts";
import { localServicesPath } from "./local_services.ts";

const COMPLETE: Env = {
  DATABASE_URL: "postgresql://u:p@db:5432/talent",
  REDIS_URL: "redis://cache:6379",
  SECRET_KEY: "0123456789abcdef0123456789abcdef",
  PUBLIC_URL: "https://talent.example/",
};

function messageOf(env: Env): string {
  try {
    loadConfig({ ...COMPLETE, ...env });
  } catch (error) {
    assert.ok(error instanceof ConfigError, String(error));
    return error.message;
  }
  return "";
}

Deno.test("loadConfig() fills in the defaults", () => {
  const config = loadConfig(COMPLETE);
  assert.equal(config.environment, "local");
  assert.equal(config.host, "127.0.0.1");
  assert.equal(config.port, 8000);
  assert.equal(config.document.maxBytes, 10 * 1024 * 1024);
  assert.equal(config.document.maxPages, 50);
  assert.equal(config.document.timeoutMs, 20_000);
  assert.equal(config.document.maxCharacters, 200_000);
  assert.equal(config.upload.maxFiles, 200);
  assert.equal(config.upload.maxBytes, 256 * 1024 * 1024);
  assert.equal(config.worker.maxAttempts, 5);
  assert.equal(config.worker.inline, false);
  assert.equal(loadConfig({ ...COMPLETE, ENVIRONMENT: "production" }).host, "0.0.0.0");
  assert.equal(config.publicUrl, "https://talent.example");
  assert.equal(loadConfig({ ...COMPLETE, PUBLIC_URL: "" }).publicUrl, "http://127.0.0.1:8000");
  assert.equal(config.registration, "invite");
  assert.equal(config.mail.smtpUrl, undefined);
});

Deno.test("a bucket is signed for by a key, or by the role that the container has", () => {
  const bucket = { STORAGE: "s3", S3_BUCKET: "talent" };
  const key = { S3_ACCESS_KEY_ID: "AKID", S3_SECRET_ACCESS_KEY: "secret" };
  const role = { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "/v2/credentials/1" };
  const s3Of = (env: Env) => loadConfig({ ...COMPLETE, ...bucket, ...env }).storage.s3;
  const given = { accessKeyId: "AKID", secretAccessKey: "secret" };
  assert.deepEqual(s3Of(key)?.key, given);
  assert.deepEqual(s3Of({ ...key, ...role })?.key, given, "a key of one's own goes first");
  assert.equal(s3Of(role)?.key, undefined);
  assert.equal(s3Of(role)?.role?.relativeUri, "/v2/credentials/1");
  assert.match(messageOf(bucket), /^S3_ACCESS_KEY_ID is not set/);
  assert.match(
    messageOf({ ...bucket, ...role, S3_ACCESS_KEY_ID: "AKID" }),
    /^S3_SECRET_ACCESS_KEY is not set/,
  );
});

Deno.test("loadConfig() names variable, value and what is allowed", () => {
  const cases: [Env, string][] = [
    [{ PORT: "http" }, 'PORT is "http": it must be a whole number from 0 to 65535'],
    [{ PORT: "65536" }, 'PORT is "65536": it must be a whole number from 0 to 65535'],
    [{ PORT: "-1" }, 'PORT is "-1": it must be a whole number from 0 to 65535'],
    [
      { WORKER_CONCURRENCY: "0" },
      'WORKER_CONCURRENCY is "0": it must be a whole number from 1 to 256',
    ],
    [
      { ENVIRONMENT: "prod" },
      'ENVIRONMENT is "prod": it must be one of local, staging, production',
    ],
    [
      { PUBLIC_URL: "https://talent.example/app" },
      'PUBLIC_URL is "https://talent.example/app": it must be an address such as ' +
      "https://talent.company.com, without a path",
    ],
    [
      { MAIL_FROM: "Talent\r\nBcc: a@b.nl" },
      'MAIL_FROM is "Talent\\r\\nBcc: a@b.nl": it must be an e-mail address, or Name <address>',
    ],
    [{ WORKER_INLINE: "yes" }, 'WORKER_INLINE is "yes": it must be true or false'],
    [
      { ADMIN_USERNAME: "Admin!" },
      'ADMIN_USERNAME is "Admin!": it must be 2 to 20 lower-case letters and digits',
    ],
    [{ ADMIN_EMAIL: "nobody" }, 'ADMIN_EMAIL is "nobody": it must be an e-mail address'],
    [
      { REDIS_PREFIX: "A B" },
      'REDIS_PREFIX is "A B": it must be at most 40 of a-z, 0-9, `:`, `_` and `-`',
    ],
  ];
  for (const [env, expected] of cases) assert.equal(messageOf(env), expected);
});

Deno.test("loadConfig() never shows a secret", () => {
  for (
    const [name, value] of [
      ["SECRET_KEY", "too-short"],
      ["ADMIN_PASSWORD", "hunter2"],
      ["DATABASE_URL", "mysql://root:hunter2@db"],
      ["REDIS_URL", "hunter2"],
      ["SMTP_URL", "http://me:hunter2@mail"],
    ] as const
  ) {
    const message = messageOf({ [name]: value });
    assert.match(message, new RegExp(`^${name} is set to a value that can't be used`));
    assert.ok(!message.includes(value) && !message.includes("hunter2"), message);
  }
});

Deno.test("loadConfig() names all that is wrong at once", () => {
  assert.equal(messageOf({ PORT: "x", LOG_LEVEL: "loud" }).split("\n").length, 2);
});

Deno.test("loadConfig() takes an empty value for none", () => {
  assert.equal(loadConfig({ ...COMPLETE, PORT: "", ADMIN_PASSWORD: "" }).port, 8000);
});

Deno.test("loadConfig() reads any setting from the file that NAME_FILE names", async () => {
  const folder = await Deno.makeTempDir();
  const file = async (name: string, text: string) => {
    await Deno.writeTextFile(join(folder, name), text);
    return join(folder, name);
  };
  try {
    const SECRET_KEY_FILE = await file("secret", `${"s".repeat(40)}\n`);
    const config = loadConfig({
      PORT_FILE: await file("port", "8123\r\n"),
      DATABASE_URL_FILE: await file("database", "postgresql://u:p@db/talent"),
      REDIS_URL_FILE: await file("redis", "redis://cache:6379\n"),
      SECRET_KEY_FILE,
    });
    assert.equal(config.port, 8123);
    assert.equal(config.secretKey, "s".repeat(40));
    assert.equal(config.database.url, "postgresql://u:p@db/talent");
    assert.equal(config.redis.queueUrl, "redis://cache:6379");
    // A value of its own wins, and an empty one is none, in a file too.
    assert.equal(loadConfig({ ...COMPLETE, SECRET_KEY_FILE }).secretKey, COMPLETE.SECRET_KEY);
    const empty = await file("empty", "\n");
    assert.equal(loadConfig({ ...COMPLETE, PORT_FILE: empty }).port, 8000);
    const missing = join(folder, "missing");
    assert.equal(
      messageOf({ PORT_FILE: missing }),
      `PORT_FILE is "${missing}": it must be a file that can be read`,
    );
    const large = await file("large", "x".repeat(64 * 1024 + 1));
    assert.match(messageOf({ PORT_FILE: large }), /^PORT_FILE is .*at most 65536 bytes$/);
    // What stands in a file is refused like any other value, and a secret is not shown.
    const short = await file("short", "hunter2");
    assert.match(messageOf({ SECRET_KEY: "", SECRET_KEY_FILE: short }), /^SECRET_KEY is set to a /);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("loadConfig() requires addresses and secret outside local", () => {
  for (const name of Object.keys(COMPLETE)) {
    const message = messageOf({ ENVIRONMENT: "production", [name]: undefined });
    assert.equal(message, `${name} is not set: it is required when ENVIRONMENT is production`);
  }
});

Deno.test("loadConfig() puts the guide's settings together", () => {
  const config = loadConfig({
    SECRET_KEY: COMPLETE.SECRET_KEY,
    POSTGRES_SERVER: "db.example",
    POSTGRES_USER: "me@work",
    POSTGRES_PASSWORD: "p:/w",
    POSTGRES_DB: "talent",
    REDIS_QUEUE_HOST: "queue.example",
    REDIS_CACHE_HOST: "cache.example",
    REDIS_CACHE_PORT: "6380",
    REDIS_RATE_LIMIT_URL: "rediss://limits.example",
    REDIS_RATE_LIMIT_HOST: "unused.example",
  });
  assert.equal(config.database.url, "postgresql://me%40work:p%3A%2Fw@db.example:5432/talent");
  assert.equal(config.redis.queueUrl, "redis://queue.example:6379");
  assert.equal(config.redis.cacheUrl, "redis://cache.example:6380");
  assert.equal(config.redis.rateLimitUrl, "rediss://limits.example");
});

Deno.test("loadConfig() takes IPv6 addresses as hosts, and says what is wrong with others", () => {
  const load = (env: Record<string, string>) =>
    loadConfig({ ...COMPLETE, DATABASE_URL: "", ...env });
  const config = load({ POSTGRES_SERVER: "::1", REDIS_QUEUE_HOST: "fe80::1" });
  assert.equal(config.database.url, "postgresql://postgres@[::1]:5432/postgres");
  assert.equal(config.redis.queueUrl, "redis://[fe80::1]:6379");
  for (const name of ["POSTGRES_SERVER", "REDIS_CACHE_HOST", "HOST"]) {
    for (const host of ["db.example:5433", "a b", "1.2.3.4:80", ":"]) {
      assert.throws(
        () => load({ POSTGRES_SERVER: "db.example", [name]: host }),
        { name: "ConfigError", message: `${name} is "${host}": it must be a host name or address` },
      );
    }
  }
});

Deno.test("loadConfig() uses one Redis for all where only REDIS_URL is set", () => {
  const { queueUrl, cacheUrl, rateLimitUrl } = loadConfig(COMPLETE).redis;
  assert.deepEqual([queueUrl, cacheUrl, rateLimitUrl], Array(3).fill("redis://cache:6379"));
});

Deno.test("loadConfig() finds the services of a running start in DATA_DIR", async () => {
  const dataDir = await Deno.makeTempDir();
  try {
    assert.throws(() => loadConfig({ DATA_DIR: dataDir }), /run `deno task start` first/);
    const running = {
      databaseUrl: "postgresql://here/talent",
      queueUrl: "redis://here:1",
      cacheUrl: "redis://here:2",
      rateLimitUrl: "redis://here:3",
      secretKey: "a".repeat(40),
    };
    await Deno.writeTextFile(localServicesPath(dataDir), JSON.stringify(running));
    const config = loadConfig({ DATA_DIR: dataDir, REDIS_CACHE_URL: "redis://there" });
    assert.equal(config.database.url, running.databaseUrl);
    assert.equal(config.redis.queueUrl, running.queueUrl);
    assert.equal(config.redis.cacheUrl, "redis://there");
    assert.equal(config.secretKey, running.secretKey);
    // Half-written by a start that was killed.
    await Deno.writeTextFile(localServicesPath(dataDir), '{"databaseUrl":');
    assert.throws(() => loadConfig({ DATA_DIR: dataDir }), ConfigError);
    await Deno.writeTextFile(join(dataDir, "file"), "");
    assert.throws(() => loadConfig({ DATA_DIR: join(dataDir, "file") }), ConfigError);
  } finally {
    await Deno.remove(dataDir, { recursive: true });
  }
});

Deno.test("every setting says what it does and what is allowed", () => {
  for (const name of Object.keys(Environment.shape)) {
    const { group, about, allowed } = settingMeta(name);
    assert.ok(group && about.endsWith(".") && allowed, name);
  }
});
