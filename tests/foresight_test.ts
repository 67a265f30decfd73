import assert from "node:assert/strict";
import { sql } from "kysely";
import { type Answer, apiTest, type Json } from "./harness/api.ts";
import { startWeb } from "./harness/processes.ts";

const LIMITED = { DEFAULT_RATE_LIMIT_LIMIT: "50", DEFAULT_RATE_LIMIT_PERIOD: "3600" };

function remaining({ headers }: Answer): number {
  return Number(headers.get("x-ratelimit-remaining"));
}

Deno.test("each call of who was foreseen counts once", async () => {
  await using test = await apiTest({ worker: false, settings: LIMITED });
  const person = await test.addPerson("recruiter", "same");
  const left: number[] = [];
  for (let at = 0; at < 5; at++) left.push(remaining(await person.call("GET", "/jobs")));
  assert.deepEqual(left, [49, 48, 47, 46, 45]);
  const many = await Promise.all(
    Array.from({ length: 60 }, () => person.call("GET", "/jobs")),
  );
  const passed = many.filter(({ status }) => status === 200);
  assert.deepEqual(
    passed.map(remaining).toSorted((a, b) => a - b),
    Array.from({ length: 45 }, (_, at) => at),
  );
  assert.ok(many.every(({ status }) => status === 200 || status === 429));
});

Deno.test("who was foreseen gets nothing that they may no longer have", async () => {
  await using test = await apiTest({ worker: false, settings: LIMITED });
  const { services: { db } } = test.test;
  const person = await test.addPerson("owner", "same");
  const { userId } = person.actor;
  const { body: job } = await person.call("POST", "/jobs", {
    json: { title: "Cook", description: "Requirements:\n- Cooking" },
  });
  const read = () => person.call("GET", `/jobs/${job.id}`);
  const keys = () => person.call("GET", "/api_keys");
  for (const state of ["miss", "hit", "hit"]) {
    const answer = await read();
    assert.deepEqual([answer.status, answer.headers.get("x-cache")], [200, state]);
    assert.equal((await keys()).status, 200);
  }
  // Other rights: what is kept for an owner is not given, and what an owner may is refused.
  await db.updateTable("memberships").set({ role: "viewer" }).where("userId", "=", userId)
    .execute();
  assert.equal((await read()).headers.get("x-cache"), "miss");
  assert.equal((await keys()).status, 403);
  assert.equal((await read()).headers.get("x-cache"), "hit");

  // Another tier: the call is counted by its limits.
  const { body: tier } = await test.api.call("POST", "/tier", { json: { name: "tiny" } });
  const limit = { path: "/api/v1/jobs/{id}", limit: 7, period: 3600 };
  await test.api.call("POST", "/tier/tiny/rate_limit", { json: limit });
  await db.updateTable("users").set({ tierId: tier.id }).where("id", "=", userId).execute();
  const counted = await untilLimitedTo(7, read);
  assert.equal(remaining(counted), 6);
  assert.equal(remaining(await read()), 5);

  // No sign-in: no answer, and it is the address that counts.
  await db.updateTable("tokenFamilies").set({ revokedAt: sql<Date>`now()` })
    .where("userId", "=", userId).execute();
  const refused = await read();
  assert.deepEqual([refused.status, remaining(refused)], [401, 49]);
  assert.match((refused.body as Json).detail, /has ended/);
  assert.deepEqual([(await read()).status, remaining(await read())], [401, 47]);
});

Deno.test("what another process takes away is taken at once from who was foreseen here", async () => {
  await using test = await apiTest({ worker: false });
  const { services: { db }, env } = test.test;
  const person = await test.addPerson("owner", "same");
  const { userId, workspaceId } = person.actor;
  const other = await startWeb(env);
  try {
    const status = async () => {
      const headers = { authorization: `Bearer ${person.token}` };
      const response = await fetch(`${other.url}/api/v1/api_keys`, { headers });
      await response.body?.cancel();
      return response.status;
    };
    const askFor = (requiresSecondFactor: boolean) =>
      db.updateTable("workspaces").set({ requiresSecondFactor }).where("id", "=", workspaceId)
        .execute();
    assert.deepEqual([await status(), await status()], [200, 200], "known by now");
    await askFor(true);
    assert.equal(await status(), 403, "a second factor is asked for, and they have none");
    await askFor(false);
    assert.equal(await status(), 200);
    const role = { json: { role: "viewer" } };
    const changed = await test.api.call("PATCH", `/workspace/members/${userId}`, role);
    assert.deepEqual([changed.status, await status()], [200, 403]);
    assert.equal((await person.call("POST", "/logout")).status, 200);
    assert.equal(await status(), 401);
  } finally {
    await other.kill();
  }
});

/** Tiers are read anew within a second. */
async function untilLimitedTo(limit: number, call: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await call();
    assert.equal(answer.status, 200);
    if (answer.headers.get("x-ratelimit-limit") === String(limit)) return answer;
  }
}
