import assert from "node:assert/strict";
import { newApiKeySecret } from "../lib/accounts/api_key_secret.ts";
import { MAX_API_KEYS, removeEndedSecrets } from "../lib/accounts/api_keys.ts";
import { SCOPES } from "../lib/accounts/permissions.ts";
import { type ApiTest, apiTest, type Json, until } from "./harness/api.ts";
import { startWeb } from "./harness/processes.ts";

async function makeKey({ api }: ApiTest, input: Record<string, unknown> = {}): Promise<Json> {
  const { status, body } = await api.call("POST", "/api_keys", {
    json: { name: "Nightly upload", scopes: ["jobs:write", "resumes:write"], ...input },
  });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

Deno.test("POST /api_keys shows a key once, and keeps a hash of it", async () => {
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  const made = await makeKey(test);
  assert.match(made.key, /^tc_live_[0-9A-Za-z]{49}$/);
  assert.equal(made.last_four, made.key.slice(-4));
  assert.equal(made.created_by, "Olga Owner");
  assert.deepEqual(made.scopes, ["jobs:read", "jobs:write", "resumes:read", "resumes:write"]);
  const { key: _key, ...rest } = made;
  assert.deepEqual((await test.api.call("GET", `/api_keys/${made.id}`)).body, rest);
  const { body: listed } = await test.api.call("GET", "/api_keys");
  assert.deepEqual(listed.data, [rest]);
  const tables = await Promise.all([
    db.selectFrom("apiKeys").selectAll().execute(),
    db.selectFrom("apiKeySecrets").selectAll().execute(),
    db.selectFrom("auditLog").selectAll().execute(),
  ]);
  assert.ok(!JSON.stringify(tables).includes(made.key.slice(8, -4)));
});

Deno.test("an API key acts in its own name, within its scopes, and is nobody's account", async () => {
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  const made = await makeKey(test);
  const program = test.as(made.key);
  const { status, body: job } = await program.call("POST", "/jobs", {
    json: { title: "Nurse", description: "Requirements:\n- BIG registration" },
  });
  assert.equal(status, 201);
  const { userId, apiKeyId } = await db.selectFrom("auditLog").selectAll()
    .where("action", "=", "job.created").executeTakeFirstOrThrow();
  assert.deepEqual([userId, apiKeyId], [null, made.id]);
  const { body: activity } = await test.api.call("GET", `/jobs/${job.id}/activity`);
  assert.equal(activity.data[0].user_name, "Nightly upload");
  const { body: filtered } = await test.api.call(
    "GET",
    `/jobs/${job.id}/activity?user_id=${made.id}`,
  );
  assert.equal(filtered.total_count, activity.total_count);

  const refused = await program.call("GET", "/reports");
  assert.equal(refused.status, 403);
  assert.match(refused.body.detail, /lacks the scope reports:read/);
  for (const [method, path] of [["GET", "/feedback"], ["GET", "/api_keys"]] as const) {
    assert.equal((await program.call(method, path)).status, 403, path);
  }
  await test.api.call("PATCH", `/api_keys/${made.id}`, { json: { scopes: ["reports:read"] } });
  assert.equal((await program.call("GET", "/reports")).status, 200);
  assert.equal((await program.call("GET", "/jobs")).status, 403);
});

Deno.test("keys are made by owners, with scopes that a program can have", async () => {
  await using test = await apiTest({ worker: false });
  const wrong: Record<string, Record<string, unknown>> = {
    "/scopes": { scopes: [] },
    "/scopes/0": { scopes: ["keys:write"] },
    "/name": { name: " x " },
    "/mode": { mode: "root" },
    "/expires_at": { expires_at: "2020-01-01T00:00:00Z" },
    "/key": { key: "tc_live_mine" },
  };
  for (const [pointer, input] of Object.entries(wrong)) {
    const { status, body } = await test.api.call("POST", "/api_keys", {
      json: { name: "Program", scopes: ["jobs:read"], ...input },
    });
    assert.deepEqual([status, body.errors[0].pointer], [422, pointer]);
  }
  for (const role of ["recruiter", "hiring_manager", "viewer"] as const) {
    const person = await test.addPerson(role, "same");
    assert.equal((await person.call("GET", "/api_keys")).status, 403, role);
  }
  const { id } = await makeKey(test);
  const stranger = await test.addPerson("owner", "own");
  for (const [method, path] of [["GET", ""], ["DELETE", ""], ["POST", "/rotate"]] as const) {
    assert.equal((await stranger.call(method, `/api_keys/${id}${path}`)).status, 404, path);
  }
});

Deno.test("a workspace has at most so many keys, also when they are made at once", async () => {
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  const { workspaceId } = test.owner;
  await db.insertInto("apiKeys").values(
    Array.from({ length: MAX_API_KEYS - 2 }, (_, n) => ({
      workspaceId,
      name: `Key ${n}`,
      mode: "live",
      scopes: ["jobs:read"],
    })),
  ).execute();
  const answers = await Promise.all(
    Array.from(
      { length: 5 },
      () =>
        test.api.call("POST", "/api_keys", { json: { name: "One more", scopes: ["jobs:read"] } }),
    ),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 201, 409, 409, 409]);
});

Deno.test("rotating gives a new secret, and the old one holds for the overlap", async () => {
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  const made = await makeKey(test);
  const ask = async (key: string) => (await test.as(key).call("GET", "/jobs")).status;
  const { body: rotated } = await test.api.call("POST", `/api_keys/${made.id}/rotate`, {
    json: { overlap_hours: 2 },
  });
  assert.equal(rotated.id, made.id);
  assert.notEqual(rotated.key, made.key);
  assert.ok(Math.abs(Date.parse(rotated.previous_until) - Date.now() - 7_200_000) < 60_000);
  assert.deepEqual([await ask(made.key), await ask(rotated.key)], [200, 200]);

  // Rotating again with a longer overlap does not let the first one hold longer.
  const { body: third } = await test.api.call("POST", `/api_keys/${made.id}/rotate`);
  const ends = await db.selectFrom("apiKeySecrets").select("expiresAt")
    .where("expiresAt", "is not", null).orderBy("expiresAt").execute();
  const hours = ends.map(({ expiresAt }) =>
    Math.round(((expiresAt?.getTime() ?? 0) - Date.now()) / 3_600_000)
  );
  assert.deepEqual(hours, [2, 24]);

  const { body: last } = await test.api.call("POST", `/api_keys/${made.id}/rotate`, {
    json: { overlap_hours: 0 },
  });
  for (const { key } of [made, rotated, third]) assert.equal(await ask(key), 401);
  assert.match((await test.as(third.key).call("GET", "/jobs")).body.detail, /rotated/);
  assert.equal(await ask(last.key), 200);
  assert.equal((await test.api.call("GET", `/api_keys/${made.id}`)).body.previous_until, null);

  await db.updateTable("apiKeySecrets").set({ expiresAt: new Date(Date.now() - 31 * 86_400_000) })
    .where("expiresAt", "is not", null).execute();
  await removeEndedSecrets(db);
  assert.equal((await db.selectFrom("apiKeySecrets").select("lastFour").execute()).length, 1);
  assert.equal(await ask(last.key), 200);
});

Deno.test("a revoked or expired key is told so, stays in the list and cannot come back", async () => {
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  const [revoked, expired] = [await makeKey(test), await makeKey(test, { name: "Short" })];
  for (let times = 0; times < 2; times++) {
    assert.equal((await test.api.call("DELETE", `/api_keys/${revoked.id}`)).status, 204);
  }
  await db.updateTable("apiKeys").set({ expiresAt: new Date(Date.now() - 1000) })
    .where("id", "=", expired.id).execute();
  const refusal = async (key: string) => {
    const { status, body } = await test.as(key).call("GET", "/jobs");
    return [status, body.detail] as const;
  };
  assert.match((await refusal(revoked.key)).join(), /^401,.*revoked/);
  assert.match((await refusal(expired.key)).join(), /^401,.*expired/);
  const rotate = await test.api.call("POST", `/api_keys/${revoked.id}/rotate`);
  const change = await test.api.call("PATCH", `/api_keys/${revoked.id}`, { json: { name: "Up" } });
  assert.deepEqual([rotate.status, change.status], [409, 409]);
  const { body: { data } } = await test.api.call("GET", "/api_keys");
  assert.deepEqual(data.map(({ id }: Json) => id).sort(), [revoked.id, expired.id].sort());
  const actions = (await db.selectFrom("auditLog").select("action").orderBy("id").execute())
    .map(({ action }) => action);
  assert.deepEqual(actions, ["api_key.created", "api_key.created", "api_key.revoked"]);
});

Deno.test("when a key was last used is written down once a minute", async () => {
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  const made = await makeKey(test);
  assert.equal(made.last_used_at, null);
  const callWithKey = async () => {
    assert.equal((await test.as(made.key).call("GET", "/jobs")).status, 200);
    return (await test.api.call("GET", `/api_keys/${made.id}`)).body.last_used_at as string;
  };
  const first = await callWithKey();
  assert.ok(Math.abs(Date.parse(first) - Date.now()) < 60_000);
  assert.equal(await callWithKey(), first);
  const earlier = new Date(Date.now() - 61_000);
  await db.updateTable("apiKeys").set({ lastUsedAt: earlier }).execute();
  assert.ok(Date.parse(await callWithKey()) > earlier.getTime());
});

Deno.test("a mistyped key is not looked up; unknown ones are slowed down, good ones never", async () => {
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  const made = await makeKey(test);
  const other = made.key.endsWith("0") ? "1" : "0";
  for (const key of [made.key.slice(0, -1) + other, made.key.slice(0, -3), "tc_live_x"]) {
    const { status, body } = await test.as(key).call("GET", "/jobs");
    assert.deepEqual([status, /mistyped/.test(body.detail)], [401, true], key);
  }
  assert.deepEqual(await db.selectFrom("signInFailures").selectAll().execute(), []);
  const guess = () => test.as(newApiKeySecret("live")).call("GET", "/jobs");
  for (let n = 0; n < 20; n++) assert.equal((await guess()).status, 401, `guess ${n}`);
  const slowed = await guess();
  assert.equal(slowed.status, 429);
  assert.ok(Number(slowed.headers.get("retry-after")) > 0);
  assert.equal((await test.as(made.key).call("GET", "/jobs")).status, 200);
});

Deno.test("a test key sees the samples in a sandbox, and no row of the workspace", async () => {
  await using test = await apiTest();
  const { db } = test.test.services;
  const { body: live } = await test.api.call("POST", "/jobs", {
    json: { title: "Live job", description: "Requirements:\n- TypeScript" },
  });
  const scopes = SCOPES;
  const [first, second] = await Promise.all([
    makeKey(test, { mode: "test", scopes }),
    makeKey(test, { mode: "test", scopes, name: "Second" }),
  ]);
  assert.match(first.key, /^tc_test_/);
  const program = test.as(first.key);
  const { body: jobs } = await until(
    () => program.call("GET", "/jobs"),
    ({ body }) => body.total_count === 3,
  );
  assert.ok(jobs.data.every(({ title }: Json) => title !== "Live job"));
  assert.equal((await program.call("GET", `/jobs/${live.id}`)).status, 404);
  const { body: own } = await program.call("POST", "/jobs", {
    json: { title: "Trial", description: "Requirements:\n- TypeScript" },
  });
  const seen = await test.as(second.key).call("GET", `/jobs/${own.id}`);
  assert.equal(seen.status, 200, "the sandbox is one");
  assert.equal((await test.api.call("GET", `/jobs/${own.id}`)).status, 404);
  assert.equal((await test.api.call("GET", "/jobs")).body.total_count, 1);
  const sandboxes = await db.selectFrom("workspaces").select("id")
    .where("sandboxOf", "=", test.owner.workspaceId).execute();
  assert.equal(sandboxes.length, 1);
  await until(
    () => program.call("GET", `/jobs/${jobs.data[0].id}`),
    ({ body: { resumes } }) => resumes.total > 0 && resumes.done + resumes.failed > 0,
  );
});

Deno.test("a key that is revoked in one process is refused by the other within a second", async () => {
  await using test = await apiTest({ worker: false });
  const { key, id } = await makeKey(test);
  const other = await startWeb(test.test.env);
  try {
    const ask = async (url: string) => {
      const response = await fetch(`${url}/api/v1/jobs`, {
        headers: { authorization: `Bearer ${key}` },
      });
      await response.body?.cancel();
      return response.status;
    };
    assert.deepEqual([await ask(test.url), await ask(other.url)], [200, 200]);
    await test.api.call("DELETE", `/api_keys/${id}`);
    assert.deepEqual([await ask(test.url), await ask(other.url)], [401, 401]);
  } finally {
    await other.stop(5000);
  }
});
