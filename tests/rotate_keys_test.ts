import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { sql } from "kysely";
import { generateSync } from "otplib";
import { Webhook as Verifier } from "standardwebhooks";
import { SEALED_COLUMNS } from "../lib/accounts/resealing.ts";
import { takeCode } from "../lib/accounts/second_factor.ts";
import { issueAccessToken, readAccessToken } from "../lib/accounts/tokens.ts";
import { beginTwoFactor, getTwoFactor, turnOnTwoFactor } from "../lib/accounts/two_factor.ts";
import { deliverWebhook } from "../lib/accounts/webhook_delivery.ts";
import { createWebhook, rotateWebhook, testWebhook } from "../lib/accounts/webhooks.ts";
import { type Config, loadConfig } from "../lib/platform/config.ts";
import type { Db } from "../lib/platform/database.ts";
import { findCall, keepAnswer } from "../lib/platform/idempotency_store.ts";
import { keptSecrets } from "../scripts/local/data_folder.ts";
import { stopClock } from "./harness/clock.ts";
import { startReceiver } from "./harness/receiver.ts";
import { makeOwner, PASSWORD } from "./harness/owner.ts";
import { testServices } from "./harness/services.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SUBJECT = {
  userId: "01900000-0000-7000-8000-000000000001",
  workspaceId: "01900000-0000-7000-8000-000000000002",
  familyId: "01900000-0000-7000-8000-000000000003",
};
const SERVERS = { DATABASE_URL: "postgresql://u:p@db/x", REDIS_URL: "redis://cache" };

/** A folder of its own with a `.env`, in which the keys are rotated. */
async function inFolder(
  dotEnv: string,
  run: (folder: {
    path: string;
    rotate(args?: string[], env?: Record<string, string>): ReturnType<typeof rotateIn>;
    config(): ReturnType<typeof loadConfig>;
  }) => Promise<void>,
) {
  const path = await Deno.makeTempDir({ prefix: "talent-keys-" });
  try {
    await Deno.writeTextFile(join(path, ".env"), dotEnv);
    await run({
      path,
      rotate: (args = [], env = {}) => rotateIn(path, args, env),
      config: () =>
        loadConfig({ ...SERVERS, ...parseEnv(Deno.readTextFileSync(join(path, ".env"))) }),
    });
  } finally {
    await Deno.remove(path, { recursive: true });
  }
}

async function rotateIn(cwd: string, args: string[], env: Record<string, string>) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "-q",
      "--config",
      join(ROOT, "deno.json"),
      join(ROOT, "scripts/rotate_keys.ts"),
      ...args,
    ],
    cwd,
    // What else is set here would win over the folder's .env.
    clearEnv: true,
    env: { ...kept(), ...env },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

function kept(): Record<string, string> {
  const all = Deno.env.toObject();
  const names = ["PATH", "HOME", "DENO_DIR", "NPM_CONFIG_REGISTRY", "SystemRoot"];
  return Object.fromEntries(
    names.flatMap((name) => all[name] === undefined ? [] : [[name, all[name]]]),
  );
}

Deno.test("keys:rotate keeps a secret of .env as an earlier one, and shows none", async () => {
  const old = "o".repeat(40);
  await inFolder(`# ours\nSECRET_KEY=${old}\nPORT=9000\n`, async ({ path, rotate, config }) => {
    const token = await issueAccessToken(config(), SUBJECT);
    const { code, stdout, stderr } = await rotate();
    assert.equal(code, 0, stderr);
    const rotated = config();
    assert.deepEqual(rotated.previousSecretKeys, [old]);
    assert.equal(rotated.port, 9000);
    assert.ok(!stdout.includes(rotated.secretKey));
    assert.deepEqual(await readAccessToken(rotated, token), SUBJECT);
    assert.equal((await Deno.stat(join(path, ".env"))).mode! & 0o777, 0o600);

    assert.equal((await rotate(["--keep", "0"])).code, 0);
    await assert.rejects(readAccessToken(config(), token), /not valid/);
  });
});

/** A second factor, a webhook with two secrets and a kept answer, sealed with the folder's key. */
async function sealSome(db: Db, config: Config) {
  const actor = await makeOwner(db);
  const reach = { db, config };
  await beginTwoFactor(actor, reach);
  const begun = await getTwoFactor(actor, reach);
  assert.ok(begun.state === "begun");
  const browser = { sessionId: crypto.randomUUID(), address: "192.0.2.7" };
  await turnOnTwoFactor(
    actor,
    reach,
    { password: PASSWORD, code: codeOf(begun.secret, -1) },
    browser,
  );
  const receiver = startReceiver();
  const input = { url: receiver.url, events: ["job.created" as const], description: null };
  const { id, secret: earlier } = await createWebhook(actor, reach, input);
  const { secret } = await rotateWebhook(actor, reach, id);
  const call = {
    scope: crypto.getRandomValues(new Uint8Array(32)),
    fingerprint: new Uint8Array(32),
    workspaceId: actor.workspaceId,
  };
  const answer = { status: 201, headers: [], body: new TextEncoder().encode("kept") };
  await db.transaction().execute((trx) => keepAnswer(trx, config, call, answer));
  return { actor, totp: begun.secret, webhookId: id, secrets: [secret, earlier], receiver, call };
}

type Sealed = Awaited<ReturnType<typeof sealSome>>;

/** Signs in by a code, has a message sent and verified by either secret, and repeats a call. */
async function useAll(db: Db, config: Config, sealed: Sealed): Promise<void> {
  await db.updateTable("secondFactors").set({ lastStep: null }).execute();
  const code = { code: codeOf(sealed.totp), address: "192.0.2.7" };
  assert.ok(await takeCode({ db, config }, sealed.actor.userId, code), "the code of the app");
  const { receiver } = sealed;
  const { id: deliveryId } = await testWebhook(sealed.actor, db, sealed.webhookId);
  await deliverWebhook({ db, config }, { deliveryId }, new AbortController().signal);
  const { headers, body } = receiver.received.at(-1) ?? assert.fail("nothing was sent");
  for (const secret of sealed.secrets) {
    new Verifier(secret).verify(body, Object.fromEntries(headers));
  }
  const known = await findCall(db, config, sealed.call);
  assert.equal(new TextDecoder().decode(known?.answer?.body), "kept");
}

function codeOf(secret: string, steps = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });
}

Deno.test("keys:rotate seals anew what the earlier key has sealed, also after it was stopped", async () => {
  using _clock = stopClock(new Date());
  await using test = await testServices();
  const { services: { db }, env } = test;
  const settings = `SECRET_KEY=${"o".repeat(40)}\nDATABASE_URL=${env.DATABASE_URL}\n`;
  await inFolder(settings, async ({ rotate, config }) => {
    const sealed = await sealSome(db, config());
    await using _receiver = sealed.receiver;
    const { code, stdout, stderr } = await rotate(["--keep", "0"]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /Sealed anew: 4\./);
    assert.deepEqual(config().previousSecretKeys, []);
    await useAll(db, config(), sealed);

    await sql`create function stop() returns trigger language plpgsql as
      $$ begin raise exception 'stopped'; end $$`.execute(db);
    await sql`create trigger stop before update of previous_secret on webhooks
      execute function stop()`.execute(db);
    assert.notEqual((await rotate(["--keep", "0"])).code, 0);
    assert.equal(config().previousSecretKeys.length, 1, "it is not forgotten yet");
    await sql`drop trigger stop on webhooks`.execute(db);
    await useAll(db, config(), sealed);
    assert.match((await rotate(["--reseal"])).stdout, /Sealed anew: 2$/m);
    assert.match((await rotate(["--reseal"])).stdout, /Sealed anew: 0$/m);
    await useAll(db, { ...config(), previousSecretKeys: [] }, sealed);
  });
});

Deno.test("keys:rotate changes nothing when the database does not answer", async () => {
  const settings = `SECRET_KEY=${"o".repeat(40)}\nDATABASE_URL=postgresql://u:p@127.0.0.1:1/x\n`;
  await inFolder(settings, async ({ path, rotate }) => {
    const { code, stderr } = await rotate();
    assert.equal(code, 1);
    assert.match(stderr, /database does not answer/);
    assert.equal(await Deno.readTextFile(join(path, ".env")), settings);
  });
});

Deno.test("keys:rotate makes Ed25519 keys and keeps the public part of earlier ones", async () => {
  await inFolder(`ALGORITHM=EdDSA\nSECRET_KEY=${"s".repeat(40)}\n`, async ({ rotate, config }) => {
    assert.throws(config, /keys:rotate/);
    assert.equal((await rotate()).code, 0);
    const first = config();
    const token = await issueAccessToken(first, SUBJECT);
    for (let times = 0; times < 2; times++) assert.equal((await rotate()).code, 0);
    const { signingKeys } = config();
    assert.deepEqual(signingKeys.map(({ d }) => d !== undefined), [true, false, false]);
    assert.deepEqual(await readAccessToken(config(), token), SUBJECT);
    assert.equal((await rotate(["--keep", "2"])).code, 0);
    await assert.rejects(readAccessToken(config(), token), /not valid/);
  });
});

Deno.test("keys:rotate rotates the secret that is kept in DATA_DIR", async () => {
  await inFolder("DATA_DIR=data\n", async ({ path, rotate }) => {
    const printed = await rotate(["--print"]);
    assert.equal(parseEnv(printed.stdout).SECRET_KEY_PREVIOUS, "", printed.stderr);
    await assert.rejects(Deno.stat(join(path, "data")), Deno.errors.NotFound, "it changes nothing");
    const [first] = await keptSecrets(join(path, "data"));
    const { code, stderr } = await rotate();
    assert.equal(code, 0, stderr);
    const [present, ...previous] = await keptSecrets(join(path, "data"));
    assert.notEqual(present, first);
    assert.deepEqual(previous, [first]);
  });
});

Deno.test("keys:rotate leaves what the environment sets, and prints what to put there", async () => {
  const secret = "e".repeat(40);
  await inFolder("", async ({ path, rotate }) => {
    const env = { SECRET_KEY: secret, ENVIRONMENT: "production" };
    const refused = await rotate([], env);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /SECRET_KEY is set by the environment.*--print/);
    const none = await rotate(["--print", "--keep", "0"], env);
    assert.equal(none.code, 2);
    assert.match(none.stderr, /--print needs --keep 1.*--reseal/s);
    const { code, stdout } = await rotate(["--print"], env);
    assert.equal(code, 0);
    assert.equal(parseEnv(stdout).SECRET_KEY_PREVIOUS, secret);
    assert.equal(parseEnv(stdout).SECRET_KEY?.length, 43);
    assert.equal(await Deno.readTextFile(join(path, ".env")), "");
  });
});

Deno.test("keys:rotate explains itself, and refuses what it does not know", async () => {
  await inFolder("", async ({ rotate }) => {
    assert.match((await rotate(["--help"])).stdout, /deno task keys:rotate/);
    for (
      const args of [["--keep=-1"], ["--reseal", "--keep", "1"], ["--keep", "many"], [
        "--keep",
        "20",
      ], ["--force"]]
    ) {
      const { code, stderr } = await rotate(args);
      assert.equal(code, 2, args.join(" "));
      assert.match(stderr, /--keep|--force/);
    }
  });
});

Deno.test("all that is sealed is sealed anew", async () => {
  const purposes = new Set<string>();
  for await (const file of sourceFiles(join(ROOT, "lib"))) {
    const text = await Deno.readTextFile(file);
    for (const [, purpose = ""] of text.matchAll(/\bseal\(\w+, ([A-Z_]+)/g)) purposes.add(purpose);
  }
  assert.deepEqual([...purposes].sort(), [
    "IDEMPOTENCY_PURPOSE",
    "SECOND_FACTOR_PURPOSE",
    "SECRET_PURPOSE",
  ]);
  assert.equal(new Set(SEALED_COLUMNS.map(({ purpose }) => purpose)).size, purposes.size);
});

async function* sourceFiles(folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = join(folder, name);
    if (isDirectory) yield* sourceFiles(path);
    else if (name.endsWith(".ts") && !name.endsWith("_test.ts")) yield path;
  }
}
