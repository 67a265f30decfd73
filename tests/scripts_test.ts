import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { ask, BadUse, runCommand } from "../scripts/local/command.ts";
import { newMigration } from "../scripts/local/new_migration.ts";
import { testServices } from "./harness/services.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

async function run(script: string, args: readonly string[], env: Record<string, string> = {}) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", "--no-check", `${ROOT}${script}`, ...args],
    env: { NO_COLOR: "1", ...env },
    cwd: ROOT,
    stdin: "null",
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

/** The scripts behind the tasks that run one. */
async function scripts(): Promise<string[]> {
  const { tasks } = JSON.parse(await Deno.readTextFile(`${ROOT}deno.json`));
  const found = Object.values(tasks as Record<string, { command: string }>).flatMap(({ command }) =>
    command.match(/(scripts|bench)\/\w+\.ts/)?.[0] ?? []
  );
  return [...new Set(found)];
}

Deno.test("every script of a task says how it is called, and refuses what it does not know", async (t) => {
  for (const script of await scripts()) {
    await t.step(script, async () => {
      const help = await run(script, ["--help"]);
      assert.equal(help.code, 0, help.stderr);
      assert.match(help.stdout, /deno task \w+/);
      assert.equal(help.stderr, "");
      if (script === "scripts/test.ts") return; // what it does not know is for `deno test`
      // runCommand() refuses it before anything else; see the next test.
      const source = await Deno.readTextFile(`${ROOT}${script}`);
      if (source.includes("await runCommand(")) return;
      const bad = await run(script, ["--no-such-option"]);
      assert.equal(bad.code, 2, bad.stdout);
      assert.match(bad.stderr, /no-such-option/);
      assert.doesNotMatch(bad.stderr, /\n\s+at /, "no stack trace");
    });
  }
});

Deno.test("runCommand() tells use, failure and our own fault apart", async () => {
  const command = {
    help: "How to",
    options: { count: { type: "string" } },
    words: { min: 1, max: 1 },
  } as const;
  assert.equal(await runCommand(command, () => Promise.resolve(3), ["word"]), 3);
  assert.equal(await runCommand(command, () => Promise.resolve(), ["word", "--count", "2"]), 0);
  for (const args of [[], ["one", "two"], ["word", "--other"], ["word", "--count"]]) {
    assert.equal(await runCommand(command, () => assert.fail(), args), 2, args.join(" "));
  }
  const bad = () => Promise.reject(new BadUse("no"));
  assert.equal(await runCommand(command, bad, ["word"]), 2);
  await assert.rejects(runCommand(command, () => Promise.reject(new TypeError("ours")), ["word"]));
  assert.equal(ask("Who?", "nobody"), "nobody", "nobody is asked where nobody can answer");
});

Deno.test("newMigration() numbers them, and writes what can be applied", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const first = await newMigration(folder, "first_tables");
    assert.match(first, /0001_first_tables\.ts$/);
    await Deno.writeTextFile(`${folder}/0041_other.ts`, "");
    assert.match(await newMigration(folder, "later"), /0042_later\.ts$/);
    const { up, down } = await import(`file://${first}`);
    assert.equal(typeof up, "function");
    assert.equal(typeof down, "function");
    for (const name of ["other", "Upper", "with space", "../up", "", "x".repeat(61)]) {
      await assert.rejects(newMigration(folder, name), BadUse, name);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("db:status tells what is applied, pending and unknown", async () => {
  await using test = await testServices();
  const { services: { db }, env } = test;
  const whole = await run("scripts/db.ts", ["status"], env);
  assert.equal(whole.code, 0, whole.stderr);
  assert.match(whole.stdout, /^applied {2}\d{4}-.*0001_accounts/);
  assert.match(whole.stdout, /up to date/);

  const back = await run("scripts/db.ts", ["rollback"], env);
  assert.equal(back.code, 0, back.stderr);
  const pending = await run("scripts/db.ts", ["status"], env);
  assert.equal(pending.code, 1);
  assert.match(pending.stdout, /^pending +\d{4}_/m);
  assert.match(pending.stderr, /db:migrate/);
  const types = await run("scripts/db.ts", ["types"], env);
  assert.equal(types.code, 1, "nothing is written from half a schema");
  assert.match(types.stderr, /db:migrate/);

  await run("scripts/db.ts", ["migrate"], env);
  await sql`insert into kysely_migration (name, timestamp) values ('9999_newer', now()::text)`
    .execute(db);
  const newer = await run("scripts/db.ts", ["status"], env);
  assert.equal(newer.code, 1);
  assert.match(newer.stdout, /^unknown +9999_newer/m);
  assert.match(newer.stderr, /newer than this code/);
});

Deno.test("create_superuser takes flags, and says what cannot be", async () => {
  await using test = await testServices();
  const { services: { db }, env } = test;
  const flags = ["--username", "grace", "--email", "grace@example.com", "--name", "Grace"];
  const made = await run("scripts/create_superuser.ts", flags, env);
  assert.equal(made.code, 0, made.stderr);
  assert.match(made.stdout, /Created the superuser grace\nPassword: \S+/);
  const again = await run("scripts/create_superuser.ts", flags, env);
  assert.equal(again.code, 0, again.stderr);
  assert.match(again.stdout, /grace is superuser/);
  const { email, isSuperuser } = await db.selectFrom("users").select(["email", "isSuperuser"])
    .where("username", "=", "grace").executeTakeFirstOrThrow();
  assert.deepEqual({ email, isSuperuser }, { email: "grace@example.com", isSuperuser: true });
  const mixed = await run("scripts/create_superuser.ts", ["--username", "grace"], env);
  assert.equal(mixed.code, 1);
  assert.match(mixed.stderr, /"grace" has another e-mail address.*--email/);
  const bad = await run("scripts/create_superuser.ts", ["--username", "No Name"], env);
  assert.equal(bad.code, 2);
  assert.match(bad.stderr, /^--username is "No Name": it must be/);
  const set = await run("scripts/create_superuser.ts", [], { ...env, ADMIN_USERNAME: "No Name" });
  assert.equal(set.code, 1);
  assert.match(set.stderr, /^ADMIN_USERNAME is "No Name": it must be/);
});
