import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { issueAccessToken, readAccessToken } from "../lib/accounts/tokens.ts";
import { loadConfig } from "../lib/platform/config.ts";
import { keptSecrets } from "../scripts/local/data_folder.ts";
import { parseEnv } from "node:util";

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
    for (const args of [["--keep=-1"], ["--keep", "many"], ["--keep", "20"], ["--force"]]) {
      const { code, stderr } = await rotate(args);
      assert.equal(code, 2, args.join(" "));
      assert.match(stderr, /--keep|--force/);
    }
  });
});
