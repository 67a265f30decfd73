import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT } from "jose";
import { authenticate } from "../lib/accounts/authenticate.ts";
import { can } from "../lib/accounts/permissions.ts";
import { refreshTokens } from "../lib/accounts/refresh.ts";
import { ensureSuperuser } from "../lib/accounts/superuser.ts";
import {
  endTokenFamilies,
  openTokenFamily,
  removeEndedFamilies,
} from "../lib/accounts/token_families.ts";
import {
  CLOCK_TOLERANCE_SECONDS,
  issueAccessToken,
  readAccessToken,
} from "../lib/accounts/tokens.ts";
import { loadConfig } from "../lib/platform/config.ts";
import type { Db } from "../lib/platform/database.ts";
import { Unauthenticated } from "../lib/platform/errors.ts";
import { apiTest } from "./harness/api.ts";
import { PASSWORD } from "./harness/owner.ts";
import { startWeb } from "./harness/processes.ts";
import { type TestServices, testServices } from "./harness/services.ts";

const OWNER = { name: "Olga Owner", username: "olga", email: "olga@example.com" };
const SUBJECT = {
  userId: "01900000-0000-7000-8000-000000000001",
  workspaceId: "01900000-0000-7000-8000-000000000002",
  familyId: "01900000-0000-7000-8000-000000000003",
};
const CONFIG = loadConfig({
  DATABASE_URL: "postgresql://u:p@db/x",
  REDIS_URL: "redis://cache",
  SECRET_KEY: "a".repeat(40),
});
const ADDRESS = "192.0.2.7";

async function signedIn({ services }: TestServices) {
  const member = await ensureSuperuser(services.db, { ...OWNER, password: PASSWORD });
  return { member, tokens: await openTokenFamily(services, member, "tests") };
}

async function ed25519(kid: string) {
  const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  const { x = "", d = "" } = await exportJWK(privateKey);
  return { kty: "OKP" as const, crv: "Ed25519" as const, kid, x, d };
}

Deno.test("issueAccessToken() names issuer, audience, kind, key, sign-in and itself", async () => {
  const token = await issueAccessToken(CONFIG, SUBJECT);
  const { kid, ...header } = decodeProtectedHeader(token);
  assert.deepEqual(header, { alg: "HS256", typ: "at+jwt" });
  assert.match(kid ?? "", /^[\w-]{11}$/);
  const { iat = 0, jti, ...claims } = decodeJwt(token);
  assert.deepEqual(claims, {
    iss: "talent-copilot",
    aud: "talent-copilot/api/v1",
    sub: SUBJECT.userId,
    workspace: SUBJECT.workspaceId,
    fam: SUBJECT.familyId,
    exp: iat + 30 * 60,
  });
  assert.match(String(jti), /^[0-9a-f-]{36}$/);
  assert.notEqual(decodeJwt(await issueAccessToken(CONFIG, SUBJECT)).jti, jti);
});

Deno.test("readAccessToken() takes only whole, own access tokens", async () => {
  const token = await issueAccessToken(CONFIG, SUBJECT);
  assert.deepEqual(await readAccessToken(CONFIG, token), SUBJECT);
  const { kid } = decodeProtectedHeader(token);
  const forge = (header: { alg: string; typ?: string; kid?: string }) =>
    new SignJWT({ workspace: SUBJECT.workspaceId, fam: SUBJECT.familyId })
      .setProtectedHeader(header).setIssuer("talent-copilot")
      .setAudience("talent-copilot/api/v1").setSubject(SUBJECT.userId).setJti("x").setIssuedAt()
      .setExpirationTime("1 hour").sign(new TextEncoder().encode(CONFIG.secretKey));
  const [head, body, signature] = token.split(".");
  const none = btoa(JSON.stringify({ alg: "none", typ: "at+jwt", kid })).replaceAll("=", "");
  const bad: Record<string, string> = {
    "signed with the secret itself": await forge({ alg: "HS256", typ: "at+jwt", kid: kid ?? "" }),
    "without a key id": await forge({ alg: "HS256", typ: "at+jwt" }),
    "of another kind": await forge({ alg: "HS256", typ: "JWT", kid: kid ?? "" }),
    "of another installation": await issueAccessToken(
      { ...CONFIG, secretKey: "b".repeat(40) },
      SUBJECT,
    ),
    "without a signature": `${head}.${body}.`,
    "with algorithm none": `${none}.${body}.`,
    "with another payload": `${head}.${body?.slice(0, -2)}AA.${signature}`,
    "that is none": "hello",
  };
  for (const [what, one] of Object.entries(bad)) {
    await assert.rejects(readAccessToken(CONFIG, one), Unauthenticated, what);
  }
});

Deno.test("readAccessToken() forgives clocks that differ by the tolerance, and no more", async () => {
  const now = new Date("2026-03-01T12:00:00Z");
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -60, max: 60 }), async (aheadSeconds) => {
      // The token is issued by one server and read, at the end of its life, by another.
      const token = await issueAccessToken(CONFIG, SUBJECT, now);
      const end = now.getTime() + CONFIG.accessTokenMinutes * 60_000;
      const read = readAccessToken(CONFIG, token, new Date(end + aheadSeconds * 1000));
      if (aheadSeconds < CLOCK_TOLERANCE_SECONDS) return assert.deepEqual(await read, SUBJECT);
      await assert.rejects(read, /expired/);
    }),
  );
  // A server whose clock is behind takes what was issued, as it seems to it, in the future.
  const token = await issueAccessToken(CONFIG, SUBJECT, now);
  assert.deepEqual(
    await readAccessToken(CONFIG, token, new Date(now.getTime() - 60_000)),
    SUBJECT,
  );
});

Deno.test("a rotated secret signs with the new key and takes the tokens of the earlier ones", async () => {
  const old = await issueAccessToken(CONFIG, SUBJECT);
  const rotated = { ...CONFIG, secretKey: "n".repeat(40), previousSecretKeys: [CONFIG.secretKey] };
  const young = await issueAccessToken(rotated, SUBJECT);
  assert.notEqual(decodeProtectedHeader(young).kid, decodeProtectedHeader(old).kid);
  assert.deepEqual(await readAccessToken(rotated, old), SUBJECT);
  assert.deepEqual(await readAccessToken(rotated, young), SUBJECT);
  const forgotten = { ...rotated, previousSecretKeys: [] };
  await assert.rejects(readAccessToken(forgotten, old), Unauthenticated);
});

Deno.test("EdDSA signs with the first of the keys; of the others the public part is enough", async () => {
  const [first, second] = [await ed25519("first"), await ed25519("second")];
  const eddsa = { ...CONFIG, tokenAlgorithm: "EdDSA" as const, signingKeys: [first] };
  const token = await issueAccessToken(eddsa, SUBJECT);
  assert.deepEqual(decodeProtectedHeader(token), { alg: "EdDSA", typ: "at+jwt", kid: "first" });
  const { d: _d, ...open } = first;
  const rotated = { ...eddsa, signingKeys: [second, open] };
  assert.deepEqual(await readAccessToken(rotated, token), SUBJECT);
  assert.equal(decodeProtectedHeader(await issueAccessToken(rotated, SUBJECT)).kid, "second");
  // An installation takes one algorithm alone, whatever a token says of itself.
  await assert.rejects(readAccessToken(CONFIG, token), Unauthenticated);
  await assert.rejects(
    readAccessToken(eddsa, await issueAccessToken(CONFIG, SUBJECT)),
    Unauthenticated,
  );
});

Deno.test("authenticate() takes a token as long as its sign-in and its owner's membership last", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const { member, tokens } = await signedIn(test);
  const header = `Bearer ${tokens.accessToken}`;
  const actor = await authenticate(test.services, header, ADDRESS);
  assert.equal(actor.userId, member.userId);
  assert.ok(can(actor, "jobs:write"));
  for (const bad of [null, `Basic ${tokens.accessToken}`, "Bearer ", `${header}x`]) {
    await assert.rejects(authenticate(test.services, bad, ADDRESS), Unauthenticated);
  }
  assert.equal(await endTokenFamilies(db, member.userId), 1);
  await assert.rejects(authenticate(test.services, header, ADDRESS), Unauthenticated);

  const again = await openTokenFamily(test.services, member);
  await db.deleteFrom("memberships").execute();
  await assert.rejects(
    authenticate(test.services, `Bearer ${again.accessToken}`, ADDRESS),
    Unauthenticated,
  );
});

Deno.test("a stolen refresh token ends the sign-in as soon as both have used it", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const { tokens: stolen } = await signedIn(test);
  const thief = await refreshTokens(test.services, stolen.refreshToken);
  const thiefAgain = await refreshTokens(test.services, thief.refreshToken);
  await assert.rejects(refreshTokens(test.services, stolen.refreshToken), /used before/);
  await assert.rejects(refreshTokens(test.services, thiefAgain.refreshToken), /has ended/);
  for (const { accessToken } of [stolen, thief, thiefAgain]) {
    await assert.rejects(
      authenticate(test.services, `Bearer ${accessToken}`, ADDRESS),
      Unauthenticated,
    );
  }
  const logged = await db.selectFrom("auditLog").selectAll().execute();
  assert.deepEqual(logged.map(({ action }) => action), ["user.refresh_token_reused"]);
  const kept = JSON.stringify([logged, await db.selectFrom("refreshTokens").selectAll().execute()]);
  for (const { refreshToken } of [stolen, thief, thiefAgain]) {
    assert.ok(!kept.includes(refreshToken), "no refresh token is kept");
  }
});

Deno.test("a refresh token that comes again after the grace ends the sign-in", async () => {
  await using test = await testServices();
  const { tokens } = await signedIn(test);
  const next = await refreshTokens(test.services, tokens.refreshToken);
  await passTime(test.services.db, 31);
  await assert.rejects(refreshTokens(test.services, tokens.refreshToken), /used before/);
  await assert.rejects(refreshTokens(test.services, next.refreshToken), /has ended/);
});

/** Lets what was used have been used so much earlier. */
async function passTime(db: Db, seconds: number) {
  for (const { tokenHash, usedAt } of await db.selectFrom("refreshTokens").selectAll().execute()) {
    if (!usedAt) continue;
    await db.updateTable("refreshTokens")
      .set({ usedAt: new Date(usedAt.getTime() - seconds * 1000) })
      .where("tokenHash", "=", tokenHash).execute();
  }
}

Deno.test("refreshes at once of one token get the same successor, and nobody is locked out", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const { tokens } = await signedIn(test);
  let held = tokens.refreshToken;
  for (let round = 0; round < 5; round++) {
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => refreshTokens(test.services, held)),
    );
    const successors = new Set(answers.map(({ refreshToken }) => refreshToken));
    assert.equal(successors.size, 1);
    assert.equal(new Set(answers.map(({ accessToken }) => accessToken)).size, 4);
    held = answers[0]?.refreshToken ?? "";
    assert.notEqual(held, tokens.refreshToken);
  }
  const rows = await db.selectFrom("refreshTokens").select("usedAt").execute();
  assert.equal(rows.length, 6, "one token a round");
});

Deno.test("refreshTokens() moves the end of the sign-in on, and takes none that has ended", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const { member, tokens } = await signedIn(test);
  const daysLeft = async () => {
    const row = await db.selectFrom("tokenFamilies").select("expiresAt").executeTakeFirstOrThrow();
    return (row.expiresAt.getTime() - Date.now()) / 86_400_000;
  };
  assert.ok(await daysLeft() > 6.9 && await daysLeft() <= 7.01);
  await db.updateTable("tokenFamilies").set({ expiresAt: new Date(Date.now() + 60_000) }).execute();
  const next = await refreshTokens(test.services, tokens.refreshToken);
  assert.ok(await daysLeft() > 6.9);
  await assert.rejects(refreshTokens(test.services, `${next.refreshToken}x`), /not valid/);
  await db.updateTable("tokenFamilies").set({ expiresAt: new Date(Date.now() - 1000) }).execute();
  await assert.rejects(refreshTokens(test.services, next.refreshToken), /has ended/);

  const other = await openTokenFamily(test.services, member);
  await removeEndedFamilies(db);
  assert.equal((await db.selectFrom("tokenFamilies").select("id").execute()).length, 2);
  await db.updateTable("tokenFamilies").set({ expiresAt: new Date(Date.now() - 31 * 86_400_000) })
    .where("expiresAt", "<", new Date()).execute();
  await removeEndedFamilies(db);
  assert.equal((await db.selectFrom("tokenFamilies").select("id").execute()).length, 1);
  await refreshTokens(test.services, other.refreshToken);
});

const loginForm = () => ({ body: new URLSearchParams({ username: "olga", password: PASSWORD }) });
const cookieOf = (headers: Headers) => headers.get("set-cookie")?.split(";")[0] ?? "";

Deno.test("signing in, refreshing and signing out by the cookie", async () => {
  await using test = await apiTest({ worker: false });
  const nobody = test.as(undefined);
  const login = await nobody.call("POST", "/login", loginForm());
  assert.equal(login.status, 200);
  assert.deepEqual(Object.keys(login.body), ["access_token", "token_type", "expires_in"]);
  assert.match(
    login.headers.get("set-cookie") ?? "",
    /^refresh_token=[\w-]{43}; Path=\/api\/v1; HttpOnly; SameSite=Lax; Max-Age=604800$/,
  );
  const refreshed = await nobody.call("POST", "/refresh", {
    headers: { cookie: cookieOf(login.headers) },
  });
  assert.equal(refreshed.status, 200);
  assert.notEqual(cookieOf(refreshed.headers), cookieOf(login.headers));
  const api = test.as(refreshed.body.access_token);
  assert.equal((await api.call("GET", "/jobs")).status, 200);

  const out = await nobody.call("POST", "/logout", {
    headers: { cookie: cookieOf(refreshed.headers) },
  });
  assert.deepEqual([out.status, out.body], [200, { message: "Logged out successfully" }]);
  assert.match(out.headers.get("set-cookie") ?? "", /^refresh_token=; .*Max-Age=0$/);
  assert.equal((await api.call("GET", "/jobs")).status, 401);
  assert.equal((await test.as(login.body.access_token).call("GET", "/jobs")).status, 401);
  const late = await nobody.call("POST", "/refresh", {
    headers: { cookie: cookieOf(refreshed.headers) },
  });
  assert.equal(late.status, 401);
  assert.equal((await nobody.call("POST", "/refresh")).status, 401);
  assert.equal((await nobody.call("POST", "/logout")).status, 401);
});

Deno.test("who is in two workspaces signs in to either, switches, and leaves", async () => {
  await using test = await apiTest({ worker: false });
  const nobody = test.as(undefined);
  const { db } = test.test.services;
  const other = await test.addPerson("owner", "own");
  const { userId, workspaceId } = test.owner;
  const second = other.actor.workspaceId;
  await db.insertInto("memberships").values({ workspaceId: second, userId, role: "viewer" })
    .execute();
  const login = async (more: Record<string, string>) =>
    await nobody.call("POST", "/login", {
      body: new URLSearchParams({ username: "olga", password: PASSWORD, ...more }),
    });
  const placeOf = async (token: string) => (await test.as(token).call("GET", "/workspace")).body.id;

  const first = await login({});
  assert.equal(
    await placeOf(first.body.access_token),
    workspaceId,
    "the one that was joined first",
  );
  const direct = await login({ workspace_id: second });
  assert.equal(await placeOf(direct.body.access_token), second);
  const strange = (await test.addPerson("owner", "own")).actor.workspaceId;
  assert.equal((await login({ workspace_id: strange })).status, 404);

  const api = test.as(first.body.access_token);
  const move = (to: string) =>
    api.call("POST", "/workspace/switch", { json: { workspace_id: to } });
  assert.equal((await move(strange)).status, 404);
  const moved = await move(second);
  assert.equal(moved.status, 200);
  assert.equal(await placeOf(moved.body.access_token), second);
  assert.equal((await api.call("GET", "/jobs")).status, 401, "the token of before has ended");
  const renewed = await nobody.call("POST", "/refresh", {
    headers: { cookie: cookieOf(first.headers) },
  });
  assert.equal(await placeOf(renewed.body.access_token), second, "the refresh token went along");

  const there = test.as(renewed.body.access_token);
  assert.equal((await there.call("POST", "/workspace/leave")).status, 204);
  assert.equal((await there.call("GET", "/jobs")).status, 401);
  const { body: me } = await test.api.call("GET", "/user/me");
  assert.deepEqual(me.workspaces.map(({ id }: { id: string }) => id), [workspaceId]);
  assert.equal((await test.api.call("POST", "/workspace/leave")).status, 409, "the last owner");
});

Deno.test("POST /logout by the access token ends its refresh token too", async () => {
  await using test = await apiTest({ worker: false });
  const login = await test.as(undefined).call("POST", "/login", loginForm());
  const api = test.as(login.body.access_token);
  assert.equal((await api.call("POST", "/logout")).status, 200);
  assert.equal((await api.call("GET", "/jobs")).status, 401);
  const refreshed = await test.as(undefined).call("POST", "/refresh", {
    headers: { cookie: cookieOf(login.headers) },
  });
  assert.equal(refreshed.status, 401);
  assert.equal((await test.api.call("GET", "/jobs")).status, 200, "other sign-ins go on");
});

Deno.test("with REFRESH_TOKEN_IN_BODY programs without cookies refresh and sign out", async () => {
  await using test = await apiTest({ worker: false, settings: { REFRESH_TOKEN_IN_BODY: "true" } });
  const nobody = test.as(undefined);
  const { body: first } = await nobody.call("POST", "/login", loginForm());
  const { status, body } = await nobody.call("POST", "/refresh", {
    json: { refresh_token: first.refresh_token },
  });
  assert.equal(status, 200);
  assert.notEqual(body.refresh_token, first.refresh_token);
  const out = await nobody.call("POST", "/logout", { json: { refresh_token: body.refresh_token } });
  assert.equal(out.status, 200);
  assert.equal((await test.as(body.access_token).call("GET", "/jobs")).status, 401);
});

Deno.test("the cookie of refresh tokens is Secure elsewhere than here", async () => {
  await using test = await apiTest({ worker: false, settings: { ENVIRONMENT: "staging" } });
  const login = await test.as(undefined).call("POST", "/login", loginForm());
  assert.match(login.headers.get("set-cookie") ?? "", /; Secure;/);
});

Deno.test("pages of other origins cannot have a browser refresh or sign out", async () => {
  await using test = await apiTest({ worker: false });
  const login = await test.as(undefined).call("POST", "/login", loginForm());
  const cookie = cookieOf(login.headers);
  const here = test.url;
  const cases: [Record<string, string>, number][] = [
    [{ "sec-fetch-site": "cross-site", origin: "https://evil.example" }, 403],
    [{ "sec-fetch-site": "same-site", origin: "https://forum.example.com" }, 403],
    [{ origin: "https://evil.example" }, 403],
    [{ origin: "null" }, 403],
    [{ "sec-fetch-site": "same-origin", origin: here }, 200],
    [{ origin: here }, 200],
    [{}, 200],
  ];
  let held = cookie;
  for (const [headers, wanted] of cases) {
    const { status, headers: answered } = await test.as(undefined).call("POST", "/refresh", {
      headers: { ...headers, cookie: held },
    });
    assert.equal(status, wanted, JSON.stringify(headers));
    if (status === 200) held = cookieOf(answered);
  }
  const evil = { "sec-fetch-site": "cross-site", cookie: held };
  assert.equal((await test.as(undefined).call("POST", "/logout", { headers: evil })).status, 403);
});

Deno.test("two processes refresh at once, and refuse at once what has ended in the other", async () => {
  await using test = await apiTest({ worker: false });
  const other = await startWeb(test.test.env);
  try {
    const login = await test.as(undefined).call("POST", "/login", loginForm());
    const refreshed = await Promise.all([test.url, other.url].map(async (url) => {
      const response = await fetch(`${url}/api/v1/refresh`, {
        method: "POST",
        headers: { cookie: cookieOf(login.headers) },
      });
      const { access_token: token } = await response.json();
      return { status: response.status, cookie: cookieOf(response.headers), token };
    }));
    assert.deepEqual(refreshed.map(({ status }) => status), [200, 200]);
    assert.equal(refreshed[0]?.cookie, refreshed[1]?.cookie);

    const { token } = refreshed[0] ?? assert.fail();
    const ask = async (url: string) => {
      const response = await fetch(`${url}/api/v1/jobs`, {
        headers: { authorization: `Bearer ${token}` },
      });
      await response.body?.cancel();
      return response.status;
    };
    assert.deepEqual([await ask(test.url), await ask(other.url)], [200, 200]);
    await test.as(token).call("POST", "/logout");
    assert.deepEqual([await ask(test.url), await ask(other.url)], [401, 401]);
  } finally {
    await other.stop(5000);
  }
});
