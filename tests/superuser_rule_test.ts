import assert from "node:assert/strict";
import { generateSync } from "otplib";
import { loadConfig } from "../lib/platform/config.ts";
import { openSession, signIn } from "../lib/accounts/sessions.ts";
import { openTokenFamily } from "../lib/accounts/token_families.ts";
import { sessionCookieName } from "../routes/(_shared)/cookies.ts";
import { allOperations } from "../scripts/local/api_operations.ts";
import { apiTest, type Caller } from "./harness/api.ts";
import { PASSWORD } from "./harness/owner.ts";
import { visitor } from "./harness/visitor.ts";

const REQUIRED = { SUPERUSER_SECOND_FACTOR: "required" };

async function turnOn(api: Caller): Promise<void> {
  const { body: { secret } } = await api.call("POST", "/user/me/two_factor");
  const json = { password: PASSWORD, code: generateSync({ secret }) };
  const on = await api.call("POST", "/user/me/two_factor/confirm", { json });
  assert.equal(on.status, 200);
}

Deno.test("superusers need a second factor everywhere but in local, unless the setting says otherwise", () => {
  const base = {
    DATABASE_URL: "postgres://localhost/x",
    REDIS_URL: "redis://localhost",
    SECRET_KEY: "0".repeat(32),
    PUBLIC_URL: "https://talent.example",
  };
  const ruleOf = (env: Record<string, string>) =>
    loadConfig({ ...base, ...env }).superuserSecondFactor;
  assert.equal(ruleOf({ ENVIRONMENT: "local" }), "optional");
  assert.equal(ruleOf({ ENVIRONMENT: "staging" }), "required");
  assert.equal(ruleOf({ ENVIRONMENT: "production" }), "required");
  assert.equal(
    ruleOf({ ENVIRONMENT: "production", SUPERUSER_SECOND_FACTOR: "optional" }),
    "optional",
  );
  assert.equal(ruleOf({ ENVIRONMENT: "local", ...REQUIRED }), "required");
});

Deno.test("without a second factor the API gives a superuser what a member has, and nothing of superusers'", async () => {
  await using test = await apiTest({ worker: false, settings: REQUIRED });
  const { api } = test;
  for (
    const path of [
      "/users",
      "/workspaces",
      "/mails",
      "/feedback",
      "/tasks?all=true",
    ]
  ) {
    const { status, body } = await api.call("GET", path);
    assert.deepEqual([status, body.type], [403, "/problems/second_factor_missing"], path);
    assert.match(body.detail, /POST \/api\/v1\/user\/me\/two_factor/);
  }
  const member = await test.addPerson("viewer", "own");
  const { username } = await test.test.services.db.selectFrom("users").select("username")
    .where("id", "=", member.actor.userId).executeTakeFirstOrThrow();
  for (
    const [method, path, json] of [
      ["GET", `/user/${username}/tier`],
      ["PATCH", `/user/${username}`, { name: "Somebody Else" }],
      ["DELETE", `/db_user/${username}`],
      ["DELETE", `/user/${username}/two_factor`],
      ["POST", "/tier", { name: "gold" }],
    ] as const
  ) {
    const { status, body } = await api.call(method, path, json ? { json } : {});
    assert.deepEqual([status, body.type], [403, "/problems/second_factor_missing"], path);
  }
  const plain = await member.call("GET", "/users");
  assert.deepEqual([plain.status, plain.body.type], [403, "/problems/forbidden"], "no superuser");
  for (const path of ["/jobs", "/user/me", "/tasks", "/audit_log", "/user/olga/tier"]) {
    assert.equal((await api.call("GET", path)).status, 200, `${path} is a member's own`);
  }

  await turnOn(api);
  for (const path of ["/users", "/workspaces", "/mails", "/feedback", "/tasks?all=true"]) {
    assert.equal((await api.call("GET", path)).status, 200, path);
  }
});

Deno.test("every operation of superusers is refused without a second factor, before anything is read", async () => {
  await using test = await apiTest({ worker: false, settings: REQUIRED });
  const own = (await allOperations()).filter(({ operation }) => operation.may === "superuser");
  assert.ok(own.length > 15, `${own.length} operations`);
  for (const { method, path } of own) {
    const at = path.replaceAll(
      /\{(\w+)\}/g,
      (_, name) => name === "id" ? crypto.randomUUID() : "nobody",
    );
    const { status, body } = await test.api.call(method, at, method === "GET" ? {} : { json: {} });
    assert.deepEqual(
      [status, body.type],
      [403, "/problems/second_factor_missing"],
      `${method} ${at}`,
    );
  }
});

Deno.test("pages of superusers lead to where a second factor is set up, which says why", async () => {
  await using test = await apiTest({ worker: false, settings: REQUIRED });
  const olga = await visitor(test, "olga");
  for (
    const path of ["/admin/users", "/admin/health", "/admin/tasks", "/admin/mails", "/feedback"]
  ) {
    const led = await olga.open(path);
    await led.body?.cancel();
    assert.deepEqual([led.status, led.headers.get("location")], [303, "/settings/security"], path);
  }
  const sent = await olga.send("/admin/users/olga", { isDisabled: "true" });
  await sent.body?.cancel();
  assert.deepEqual([sent.status, sent.headers.get("location")], [303, "/settings/security"]);
  const jobs = await olga.open("/");
  assert.equal(jobs.status, 200, "what a member has goes on");
  assert.match(await jobs.text(), /href="\/admin\/users"/, "the way to it stays in the menu");
  const why = {
    en: /superusers reach all workspaces/,
    nl: /superusers kunnen bij alle werkruimtes/,
  };
  for (const language of ["en", "nl"] as const) {
    assert.match(await (await olga.open("/settings/security", language)).text(), why[language]);
  }

  const { token } = await signIn(test.test.services, {
    login: "olga",
    password: PASSWORD,
    address: "local",
    userAgent: null,
  });
  const headers = {
    cookie: `${sessionCookieName(test.test.config)}=${token}`,
    accept: "application/json",
  };
  const asJson = await fetch(`${test.url}/admin/users`, { redirect: "manual", headers });
  assert.deepEqual([asJson.status, (await asJson.json()).code], [403, "second_factor_missing"]);

  const { accessToken } = await openTokenFamily(test.test.services, test.owner);
  await turnOn(test.as(accessToken));
  const before = await fetch(`${test.url}/admin/users`, { redirect: "manual", headers });
  await before.body?.cancel();
  assert.equal(before.status, 401, "who signed in without a code is signed out");
  const { userId, workspaceId } = test.owner;
  const anew = await openSession(test.test.services, { userId, workspaceId }, null);
  const after = await fetch(`${test.url}/admin/users`, {
    headers: { cookie: `${sessionCookieName(test.test.config)}=${anew.token}` },
  });
  await after.body?.cancel();
  assert.equal(after.status, 200);
});
