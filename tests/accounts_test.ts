import { sql } from "kysely";
import assert from "node:assert/strict";
import { findPrincipal } from "../lib/accounts/principals.ts";
import { findSession, savePreferences, signIn, signOut } from "../lib/accounts/sessions.ts";
import { checkCredentials } from "../lib/accounts/sign_in.ts";
import { accountSubject } from "../lib/accounts/throttle.ts";
import { signInForTokens } from "../lib/accounts/token_sign_in.ts";
import { ensureFirstSuperuser, ensureSuperuser } from "../lib/accounts/superuser.ts";
import type { Db } from "../lib/platform/database.ts";
import { Conflict, TooManyRequests, Unauthenticated } from "../lib/platform/errors.ts";
import { testServices } from "./harness/services.ts";

const OWNER = { name: "Olga Owner", username: "olga", email: "Olga@Example.com" };
const PASSWORD = "a long enough password";
const ADDRESS = "192.0.2.7";

function makeOwner(db: Db) {
  return ensureSuperuser(db, { ...OWNER, password: PASSWORD });
}

Deno.test("ensureSuperuser() makes a user with a workspace once", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const first = await ensureSuperuser(db, { ...OWNER, password: undefined });
  assert.equal(first.isNew, true);
  assert.equal(first.password?.length, 20);
  const again = await ensureSuperuser(db, { ...OWNER, password: "another one" });
  assert.deepEqual(again, { ...first, isNew: false, password: undefined });
  const actor = await findPrincipal(db, first.userId, first.workspaceId);
  assert.equal(actor?.role, "owner");
  assert.equal(actor?.isSuperuser, true);
  await checkCredentials(db, { login: "olga", password: first.password ?? "" }, ADDRESS);
});

Deno.test("ensureSuperuser() refuses a name and an address of two users", async () => {
  await using test = await testServices();
  const { db } = test.services;
  await makeOwner(db);
  await ensureSuperuser(db, {
    name: "Piet",
    username: "piet",
    email: "p@x.nl",
    password: PASSWORD,
  });
  const mixed = { name: "X Y", username: "piet", email: OWNER.email, password: PASSWORD };
  await assert.rejects(ensureSuperuser(db, mixed), Conflict);
});

Deno.test("ensureSuperuser() promotes who has both name and address, and nobody else", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const anna = await plainUser(db, "anna", "Anna@x.nl");
  const isSuperuser = async () =>
    (await db.selectFrom("users").select("isSuperuser").where("id", "=", anna)
      .executeTakeFirstOrThrow()).isSuperuser;
  const claim = (username: string, email: string) =>
    ensureSuperuser(db, { name: "A B", username, email, password: PASSWORD });
  await assert.rejects(claim("anna", "admin@example.com"), /another e-mail address.*--email/);
  await assert.rejects(claim("admin", "anna@x.nl"), /address of another user than "admin"/);
  assert.equal(await isSuperuser(), false);
  const promoted = await claim("anna", "anna@X.nl");
  assert.deepEqual({ ...promoted, workspaceId: "" }, {
    userId: anna,
    workspaceId: "",
    isNew: false,
    password: undefined,
  });
  assert.equal(await isSuperuser(), true);
  await db.updateTable("users").set({ isDeleted: true, deletedAt: new Date() })
    .where("id", "=", anna).execute();
  await assert.rejects(claim("anna", "anna@x.nl"), /was deleted/);
});

Deno.test("ensureFirstSuperuser() makes one when there is none, and promotes nobody", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const first = { ...OWNER, password: undefined };
  const anna = await plainUser(db, OWNER.username, "anna@x.nl");
  await assert.rejects(ensureFirstSuperuser(db, first), /create_superuser/);
  await db.updateTable("users").set({ username: "anna", email: OWNER.email })
    .where("id", "=", anna).execute();
  await assert.rejects(ensureFirstSuperuser(db, first), Conflict);
  await db.updateTable("users").set({ email: "anna@x.nl" }).where("id", "=", anna).execute();

  const made = await ensureFirstSuperuser(db, first);
  assert.equal(made?.password?.length, 20);
  await db.updateTable("users").set({ username: "boss", email: "boss@x.nl" })
    .where("id", "=", made?.userId ?? "").execute();
  await plainUser(db, OWNER.username, OWNER.email);
  assert.equal(await ensureFirstSuperuser(db, first), undefined, "there is one, by another name");
  const superusers = await db.selectFrom("users").select("username")
    .where("isSuperuser", "=", true).execute();
  assert.deepEqual(superusers, [{ username: "boss" }]);
});

async function plainUser(db: Db, username: string, email: string): Promise<string> {
  const { id } = await db.insertInto("users")
    .values({ name: "Anna Anders", username, email, passwordHash: "none" })
    .returning("id").executeTakeFirstOrThrow();
  return id;
}

Deno.test("signIn() takes username or e-mail in any case and keeps only a hash", async () => {
  await using test = await testServices();
  const { db } = test.services;
  await makeOwner(db);
  for (const login of ["olga", "OLGA", "olga@example.COM"]) {
    const input = { login, password: PASSWORD, address: ADDRESS, userAgent: "tests" };
    const { token, session, expiresAt } = await signIn(test.services, input);
    assert.match(token, /^[A-Za-z0-9_-]{43}$/);
    assert.equal(session.user.name, OWNER.name);
    assert.equal(session.workspace.name, "My company");
    const days = (expiresAt.getTime() - Date.now()) / 86_400_000;
    assert.ok(days > 13.9 && days <= 14, `${days} days`);
    const rows = await db.selectFrom("sessions").selectAll().execute();
    assert.ok(!JSON.stringify(rows).includes(token));
    assert.equal((await findSession(test.services, token))?.id, session.id);
  }
});

Deno.test("findSession() moves the end on, and knows no ended or foreign session", async () => {
  await using test = await testServices();
  const { db } = test.services;
  await makeOwner(db);
  const input = { login: "olga", password: PASSWORD, address: ADDRESS, userAgent: null };
  const { token, session } = await signIn(test.services, input);
  assert.equal(session.isRenewed, false);
  const dayAgo = new Date(Date.now() - 86_400_000);
  const soon = new Date(Date.now() + 86_400_000);
  await db.updateTable("sessions").set({ lastSeenAt: dayAgo, expiresAt: soon }).execute();
  const renewed = await findSession(test.services, token);
  assert.equal(renewed?.isRenewed, true);
  const hours = ((renewed?.expiresAt.getTime() ?? 0) - Date.now()) / 3_600_000;
  assert.ok(hours > 47.9 && hours <= 48, `${hours} hours`);
  assert.equal((await findSession(test.services, token))?.isRenewed, false);
  assert.equal(await findSession(test.services, `${token}x`), undefined);

  await db.updateTable("sessions").set({ expiresAt: dayAgo }).execute();
  assert.equal(await findSession(test.services, token), undefined);
  await db.updateTable("sessions").set({ expiresAt: soon }).execute();
  await signOut(db, token);
  assert.equal(await findSession(test.services, token), undefined);
});

Deno.test("findSession() ends with the membership", async () => {
  await using test = await testServices();
  const { db } = test.services;
  await makeOwner(db);
  const input = { login: "olga", password: PASSWORD, address: ADDRESS, userAgent: null };
  const { token } = await signIn(test.services, input);
  await db.deleteFrom("memberships").execute();
  assert.equal(await findSession(test.services, token), undefined);
});

Deno.test("savePreferences() saves what is given", async () => {
  await using test = await testServices();
  const { db } = test.services;
  await makeOwner(db);
  const input = { login: "olga", password: PASSWORD, address: ADDRESS, userAgent: null };
  const { token, session } = await signIn(test.services, input);
  await savePreferences(session.actor, db, { language: "nl" });
  await savePreferences(session.actor, db, { theme: "dark" });
  const { user, actor } = await findSession(test.services, token) ?? assert.fail();
  assert.deepEqual([user.language, user.theme, actor.language], ["nl", "dark", "nl"]);
});

Deno.test("checkCredentials() slows down after five wrong passwords, more each time", async () => {
  await using test = await testServices();
  const { db } = test.services;
  await makeOwner(db);
  const guess = (password: string, address = ADDRESS) =>
    checkCredentials(db, { login: "olga", password }, address);
  for (let n = 0; n < 5; n++) await assert.rejects(guess(`wrong ${n}`), Unauthenticated);
  const pause = async (address?: string) => {
    const error = await guess(PASSWORD, address).then(() => undefined, (error) => error);
    assert.ok(error instanceof TooManyRequests, String(error));
    return error.retryAfterSeconds;
  };
  assert.ok(await pause() <= 5);
  await pause("198.51.100.1"); // the account waits, wherever it is tried from
  const waitIsOver = () =>
    db.updateTable("signInFailures").set({ blockedUntil: new Date(Date.now() - 1) }).execute();
  await waitIsOver();
  await assert.rejects(guess("wrong again"), Unauthenticated);
  const longer = await pause();
  assert.ok(longer > 5 && longer <= 10, `${longer} s`);
  await waitIsOver();
  await guess(PASSWORD);
  await assert.rejects(guess("wrong"), Unauthenticated); // counted from the start again
  await guess(PASSWORD);
});

Deno.test("guessing in parallel gains nothing, on the page and by the API", async () => {
  await using test = await testServices();
  const { db } = test.services;
  await makeOwner(db);
  const common = { login: "olga", address: ADDRESS, userAgent: null };
  const none = { code: undefined, workspaceId: undefined };
  const elsewhere = { ...none, workspaceId: crypto.randomUUID() };
  const ways: ((password: string) => Promise<unknown>)[] = [
    (password) => signIn(test.services, { ...common, password }),
    (password) => signInForTokens(test.services, { ...common, ...none, password }),
    (password) => signInForTokens(test.services, { ...common, ...elsewhere, password }),
  ];
  for (const guess of ways) {
    await db.deleteFrom("signInFailures").execute();
    const guesses = Array.from({ length: 30 }, (_, n) => guess(n === 29 ? PASSWORD : `wrong ${n}`));
    const results = await Promise.allSettled(guesses);
    assert.equal(results.filter(({ status }) => status === "fulfilled").length, 0);
    const last = results[29];
    assert.ok(last?.status === "rejected" && last.reason instanceof TooManyRequests);
  }
  await db.deleteFrom("signInFailures").execute();
  for (const guess of ways.slice(0, 2)) {
    await assert.rejects(guess("wrong"), Unauthenticated);
    await guess(PASSWORD);
    const { rows } = await sql`
      select from sign_in_failures where subject = ${(await accountSubject("olga")).key}
      union all select from sign_in_failures, users
      where subject = sha256(convert_to('account:' || users.id, 'UTF8'))`.execute(db);
    assert.equal(rows.length, 0, "the account's guesses are forgiven");
  }
  assert.equal((await db.selectFrom("tokenFamilies").select("id").execute()).length, 1);
});

Deno.test("checkCredentials() slows an address down that tries many names", async () => {
  await using test = await testServices();
  const { db } = test.services;
  await makeOwner(db);
  const guess = (n: number, address: string) =>
    checkCredentials(db, { login: `nobody${n}`, password: "x" }, address);
  for (let n = 0; n < 20; n++) {
    // One network of IPv6 is one address.
    await assert.rejects(guess(n, `2001:db8::${n}`), Unauthenticated);
  }
  await assert.rejects(guess(20, "2001:db8::ffff"), TooManyRequests);
  await assert.rejects(guess(21, "2001:db9::1"), Unauthenticated);
  await checkCredentials(db, { login: "olga", password: PASSWORD }, "203.0.113.1");
});

Deno.test("checkCredentials() treats NUL and halves of characters as an unknown name", async () => {
  await using test = await testServices();
  for (const login of ["o\0lga", "\ud800"]) {
    await assert.rejects(
      checkCredentials(test.services.db, { login, password: "x" }, ADDRESS),
      Unauthenticated,
    );
  }
});
