import assert from "node:assert/strict";
import { signIn } from "../lib/accounts/sessions.ts";
import { openTokenFamily } from "../lib/accounts/token_families.ts";
import { sessionCookieName } from "../routes/(_shared)/cookies.ts";
import { type ApiTest, apiTest, type Json } from "./harness/api.ts";
import { PASSWORD } from "./harness/owner.ts";
import { startWeb } from "./harness/processes.ts";

async function browserOf({ test: { services } }: ApiTest, userAgent: string) {
  const { token, session } = await signIn(services, {
    login: "olga",
    password: PASSWORD,
    address: "local",
    userAgent,
  });
  return { token, id: session.id };
}

async function listed({ api }: ApiTest): Promise<Json[]> {
  const { status, body } = await api.call("GET", "/user/me/sessions");
  assert.equal(status, 200, body.detail);
  return body.data;
}

Deno.test("GET /user/me/sessions lists browsers and programs, and which of them asks", async () => {
  await using test = await apiTest({ worker: false });
  const browser = await browserOf(test, "Firefox/140.0");
  const program = await openTokenFamily(test.test.services, test.owner, "curl/8.15");
  await test.addPerson("recruiter", "same");
  const all = await listed(test);
  assert.equal(all.length, 3, "nobody else's");
  assert.deepEqual(
    all.map(({ kind, user_agent, is_current }) => [kind, user_agent, is_current]).toSorted(),
    [["api", null, true], ["api", "curl/8.15", false], ["browser", "Firefox/140.0", false]],
  );
  assert.ok(all.some(({ id }) => id === browser.id));
  const text = JSON.stringify(all);
  for (const secret of [browser.token, program.accessToken, program.refreshToken]) {
    assert.equal(text.includes(secret), false, "no secret in the list");
  }
});

Deno.test("what a person ends stops working at once, in every process", async () => {
  await using test = await apiTest({ worker: false });
  const other = await startWeb(test.test.env);
  try {
    const browser = await browserOf(test, "Firefox/140.0");
    const program = await openTokenFamily(test.test.services, test.owner, "curl/8.15");
    const kept = await browserOf(test, "Safari/605.1");
    const ask = async (url: string, path: string, headers: Record<string, string>) => {
      const response = await fetch(url + path, { headers, redirect: "manual" });
      await response.body?.cancel();
      return response.status;
    };
    const inBrowser = (token: string) =>
      ask(other.url, "/settings", { cookie: `${sessionCookieName(test.test.config)}=${token}` });
    const byProgram = () =>
      ask(other.url, "/api/v1/jobs", { authorization: `Bearer ${program.accessToken}` });
    assert.deepEqual([await inBrowser(browser.token), await byProgram()], [200, 200]);

    const [api] = (await listed(test)).filter(({ user_agent }) => user_agent === "curl/8.15");
    for (const id of [browser.id, api.id]) {
      assert.equal((await test.api.call("DELETE", `/user/me/sessions/${id}`)).status, 204);
    }
    assert.deepEqual([await inBrowser(browser.token), await byProgram()], [303, 401]);
    const refresh = await fetch(`${other.url}/api/v1/refresh`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ refresh_token: program.refreshToken }),
    });
    await refresh.body?.cancel();
    assert.equal(refresh.status, 401, "nor is it renewed");
    assert.equal(await inBrowser(kept.token), 200, "the others go on");
    assert.deepEqual((await listed(test)).map(({ kind }) => kind).toSorted(), ["api", "browser"]);
  } finally {
    await other.stop(5000);
  }
});

Deno.test("DELETE /user/me/sessions ends all others, and leaves the one that asks", async () => {
  await using test = await apiTest({ worker: false });
  await browserOf(test, "Firefox/140.0");
  const program = await openTokenFamily(test.test.services, test.owner, "curl/8.15");
  const other = await test.addPerson("recruiter", "same");
  assert.equal((await test.api.call("DELETE", "/user/me/sessions")).status, 204);
  assert.deepEqual((await listed(test)).map(({ is_current }) => is_current), [true]);
  assert.equal((await test.as(program.accessToken).call("GET", "/jobs")).status, 401);
  assert.equal((await other.call("GET", "/jobs")).status, 200, "nobody else's");
  const written = await test.test.services.db.selectFrom("auditLog").select("details")
    .where("action", "=", "user.sessions_ended").execute();
  assert.deepEqual(written, [{ details: { count: 2 } }]);
});

Deno.test("a session is its person's alone to end, once, and it is written down", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner, test: { services: { db } } } = test;
  const browser = await browserOf(test, "Firefox/140.0");
  const colleague = await test.addPerson("owner", "same");
  const end = (caller = api, id = browser.id) => caller.call("DELETE", `/user/me/sessions/${id}`);
  assert.equal((await end(colleague)).status, 404);
  assert.equal((await end(api, crypto.randomUUID())).status, 404);
  assert.equal((await listed(test)).length, 2, "it is still there");
  assert.deepEqual([(await end()).status, (await end()).status], [204, 404]);
  const { body: key } = await api.call("POST", "/api_keys", {
    json: { name: "Nightly upload", scopes: ["jobs:read"] },
  });
  assert.equal((await test.as(key.key).call("GET", "/user/me/sessions")).status, 403);
  const written = await db.selectFrom("auditLog").select(["action", "targetId", "details"])
    .where("userId", "=", owner.userId).where("action", "like", "user.%").execute();
  assert.deepEqual(written, [
    { action: "user.session_ended", targetId: browser.id, details: { kind: "browser" } },
  ]);
  const own = (await listed(test)).find(({ is_current }) => is_current);
  assert.equal((await end(api, own.id)).status, 204);
  assert.equal((await api.call("GET", "/user/me/sessions")).status, 401, "also the one that asks");
});
