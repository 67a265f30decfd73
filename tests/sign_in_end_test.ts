import assert from "node:assert/strict";
import { sql } from "kysely";
import { refreshTokens } from "../lib/accounts/refresh.ts";
import { findSession, type OpenedSession, signIn } from "../lib/accounts/sessions.ts";
import { openTokenFamily } from "../lib/accounts/token_families.ts";
import { sessionCookieName } from "../routes/(_shared)/cookies.ts";
import { type ApiTest, apiTest } from "./harness/api.ts";
import { makeOwner, PASSWORD } from "./harness/owner.ts";
import { type TestServices, testServices } from "./harness/services.ts";

const DAY_MS = 86_400_000;

function inBrowser({ services }: TestServices): Promise<OpenedSession> {
  const who = { login: "olga", password: PASSWORD, address: "192.0.2.9", userAgent: null };
  return signIn(services, who);
}

/** Lets every sign-in be that old, and used a moment ago. */
async function growOld({ services: { db } }: TestServices, days: number): Promise<void> {
  const createdAt = sql<Date>`now() - make_interval(secs => ${days * 86_400}::double precision)`;
  const ago = sql<Date>`now() - interval '10 minutes'`;
  const expiresAt = sql<Date>`now() + interval '7 days'`;
  await db.updateTable("sessions").set({ createdAt, lastSeenAt: ago, expiresAt }).execute();
  await db.updateTable("tokenFamilies").set({ createdAt, lastUsedAt: ago, expiresAt }).execute();
}

/** Days from the sign-in of the only row to its end, as it stands in the table. */
async function daysOf({ services: { db } }: TestServices, table: "sessions" | "tokenFamilies") {
  const { createdAt, expiresAt } = await db.selectFrom(table).select(["createdAt", "expiresAt"])
    .executeTakeFirstOrThrow();
  return (expiresAt.getTime() - createdAt.getTime()) / DAY_MS;
}

Deno.test("a browser that is used each day signs in again after thirty days", async () => {
  await using test = await testServices();
  await makeOwner(test.services.db);
  const { token } = await inBrowser(test);
  await growOld(test, 20);
  assert.equal((await findSession(test.services, token))?.isRenewed, true);
  assert.ok(await daysOf(test, "sessions") < 30, "moved on as ever before the last days");
  await growOld(test, 29);
  const last = await findSession(test.services, token);
  assert.equal(last?.isRenewed, true);
  assert.equal(await daysOf(test, "sessions"), 30, "moved on to the end of the sign-in alone");
  assert.ok((last?.expiresAt.getTime() ?? 0) < Date.now() + 1.1 * DAY_MS, "and so is the cookie");
  await growOld(test, 30.001);
  assert.equal(await findSession(test.services, token), undefined);
});

Deno.test("refresh tokens end with their family thirty days after the sign-in, whatever is rotated", async () => {
  await using test = await testServices();
  const { userId, workspaceId } = await makeOwner(test.services.db);
  const first = await openTokenFamily(test.services, { userId, workspaceId });
  await growOld(test, 20);
  const second = await refreshTokens(test.services, first.refreshToken);
  await growOld(test, 29);
  const third = await refreshTokens(test.services, second.refreshToken);
  assert.equal(await daysOf(test, "tokenFamilies"), 30);
  await growOld(test, 30.001);
  await assert.rejects(refreshTokens(test.services, third.refreshToken), /has ended/);
  await assert.rejects(
    refreshTokens(test.services, second.refreshToken),
    /has ended/,
    "also within the grace of one that was just exchanged",
  );
});

Deno.test("SESSION_MAX_DAYS bounds what is longer by its own setting", async () => {
  await using test = await testServices({
    SESSION_MAX_DAYS: "1",
    SESSION_DAYS: "14",
    REFRESH_TOKEN_EXPIRE_DAYS: "7",
  });
  const { userId, workspaceId } = await makeOwner(test.services.db);
  const { expiresAt } = await inBrowser(test);
  assert.ok(expiresAt.getTime() <= Date.now() + DAY_MS);
  await openTokenFamily(test.services, { userId, workspaceId });
  assert.equal(await daysOf(test, "tokenFamilies"), 1);
});

async function standing(test: ApiTest, token: string, accessToken: string) {
  const cookie = `${sessionCookieName(test.test.config)}=${token}`;
  const page = await fetch(`${test.url}/settings`, { redirect: "manual", headers: { cookie } });
  await page.body?.cancel();
  const { status } = await test.as(accessToken).call("GET", "/jobs");
  return [page.status, page.headers.get("location"), status];
}

Deno.test("a sign-in that is too old opens no page and no operation, and the list says when that is", async () => {
  await using test = await apiTest({ worker: false });
  const { userId, workspaceId } = test.owner;
  const { token } = await inBrowser(test.test);
  const { accessToken } = await openTokenFamily(test.test.services, { userId, workspaceId });
  await growOld(test.test, 29.5);
  assert.deepEqual(await standing(test, token, accessToken), [200, null, 200]);
  const { body } = await test.as(accessToken).call("GET", "/user/me/sessions");
  assert.deepEqual(
    new Set(body.data.map(({ kind }: { kind: string }) => kind)),
    new Set(["browser", "api"]),
  );
  for (const { signed_in_at, ends_at, expires_at } of body.data) {
    assert.equal(Date.parse(ends_at) - Date.parse(signed_in_at), 30 * DAY_MS);
    assert.ok(expires_at <= ends_at, `${expires_at} is after ${ends_at}`);
  }
  const page = await fetch(`${test.url}/settings`, {
    headers: { cookie: `${sessionCookieName(test.test.config)}=${token}; language=en` },
  });
  assert.match(await page.text(), /Ends on \d+ \w+ \d{4} at the latest/);
  await growOld(test.test, 30.001);
  const led = "/sign-in?next=%2Fsettings&ended=1";
  assert.deepEqual(await standing(test, token, accessToken), [303, led, 401]);
});
