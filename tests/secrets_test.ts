import assert from "node:assert/strict";
import { replaceRecoveryCodes } from "../lib/accounts/recovery_codes.ts";
import { newSecret } from "../lib/accounts/secrets.ts";
import { signIn } from "../lib/accounts/sessions.ts";
import { sessionCookieName } from "../routes/(_shared)/cookies.ts";
import { apiTest } from "./harness/api.ts";
import { makeOwner, PASSWORD } from "./harness/owner.ts";
import { testServices } from "./harness/services.ts";

Deno.test("secrets have 256 random bits, and no two are alike", () => {
  const made = Array.from({ length: 1000 }, newSecret);
  assert.equal(new Set(made).size, made.length);
  for (const secret of made) {
    assert.equal(Uint8Array.fromBase64(secret, { alphabet: "base64url" }).length, 32);
  }
  // Each of the letters stands somewhere at each place but the last, which has four bits.
  for (let i = 0; i < 42; i++) {
    assert.ok(new Set(made.map((secret) => secret[i])).size > 50, `place ${i} hardly changes`);
  }
});

Deno.test("recovery codes have 80 random bits, and only hashes of them are kept", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const { userId } = await makeOwner(db);
  await db.insertInto("secondFactors").values({ userId, secret: new Uint8Array(1) }).execute();
  const codes = await db.transaction().execute((trx) => replaceRecoveryCodes(trx, userId));
  assert.equal(new Set(codes).size, 10);
  for (const code of codes) {
    assert.match(code, /^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
  }
  const rows = await db.selectFrom("recoveryCodes").select("codeHash").execute();
  assert.deepEqual(new Set(rows.map(({ codeHash }) => codeHash.length)), new Set([32]));
  assert.equal(new Set(rows.map(({ codeHash }) => codeHash.toHex())).size, 10);
});

Deno.test("the secret of a session or a token in an address opens nothing", async () => {
  await using test = await apiTest({ worker: false });
  const { token } = await signIn(test.test.services, {
    login: "olga",
    password: PASSWORD,
    address: "192.0.2.8",
    userAgent: null,
  });
  const name = sessionCookieName(test.test.config);
  for (const query of [`${name}=${token}`, `session=${token}`, `token=${token}`]) {
    const page = await fetch(`${test.url}/settings?${query}`, { redirect: "manual" });
    await page.body?.cancel();
    assert.equal(page.status, 303, query);
    assert.match(page.headers.get("location") ?? "", /^\/sign-in/);
  }
  for (const field of ["access_token", "token", "api_key"]) {
    const answer = await test.as(undefined).call("GET", `/jobs?${field}=${test.api.token}`);
    assert.equal(answer.status, 401, field);
  }
});

Deno.test("people keep a password as long as they like, and may take one that they had before", async () => {
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  await db.updateTable("users").set({
    createdAt: new Date("2016-01-01"),
    updatedAt: new Date("2016-01-01"),
  })
    .execute();
  const login = (password: string) =>
    test.as(undefined).call("POST", "/login", {
      body: new URLSearchParams({ username: "olga", password }),
    });
  const other = "an entirely different one";
  const change = async (from: string, to: string) => {
    const { status, body } = await login(from);
    assert.equal(status, 200);
    const json = { password: to, current_password: from };
    const changed = await test.as(body.access_token).call("PATCH", "/user/olga", { json });
    assert.equal(changed.status, 200);
  };
  await change(PASSWORD, other);
  await change(other, PASSWORD);
  assert.equal((await login(PASSWORD)).status, 200);
});
