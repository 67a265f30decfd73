import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { enqueue } from "../lib/platform/queue.ts";
import { testServices } from "./harness/services.ts";

const SCRIPT = fileURLToPath(new URL("../scripts/tasks.ts", import.meta.url));

async function tasks(env: Readonly<Record<string, string>>, ...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", SCRIPT, ...args],
    env,
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

Deno.test("tasks lists what was given up, of workspaces and of none, and lets it run again", async () => {
  await using test = await testServices();
  const { db } = test.services;
  assert.match((await tasks(test.env)).stdout, /No task was given up/);
  const id = await db.transaction().execute((trx) =>
    enqueue(trx, { name: "housekeeping", payload: {}, workspaceId: null })
  );
  await db.updateTable("tasks").set({ state: "parked", failures: 5, error: "Error: No broom" })
    .where("id", "=", id).execute();

  const listed = await tasks(test.env);
  assert.equal(listed.code, 0, listed.stderr);
  assert.match(
    listed.stdout,
    new RegExp(`^${id} .*housekeeping, failed 5 times\\n  Error: No broom`),
  );

  assert.equal((await tasks(test.env, "retry", id)).code, 0);
  const { state } = await db.selectFrom("tasks").select("state").executeTakeFirstOrThrow();
  assert.equal(state, "waiting");
  const again = await tasks(test.env, "retry", id);
  assert.equal(again.code, 1);
  assert.match(again.stdout, /is no task that was given up/);
});

Deno.test("tasks refuses bad use with 2", async () => {
  for (const args of [["retry"], ["retry", "x"], ["drop"], ["--loud"]]) {
    assert.equal((await tasks({}, ...args)).code, 2, args.join(" "));
  }
});
