import assert from "node:assert/strict";
import { endOtherSessions, listOwnSessions } from "../lib/accounts/own_sessions.ts";
import type { Person as SignedInPerson } from "../lib/accounts/principal.ts";
import {
  type Browser,
  changePassword,
  PasswordChange,
  ProfileInput,
  saveProfile,
} from "../lib/accounts/profile.ts";
import { MIN_PASSWORD } from "../lib/accounts/password_rules.ts";
import { findSession, savePreferences, signIn } from "../lib/accounts/sessions.ts";
import { checkCredentials } from "../lib/accounts/sign_in.ts";
import { ensureSuperuser } from "../lib/accounts/superuser.ts";
import { Conflict, InvalidInput, TooManyRequests } from "../lib/platform/errors.ts";
import { type TestServices, testServices } from "./harness/services.ts";

const PASSWORD = "a long enough password";
const NEXT = "quite another password";
const ADDRESS = "192.0.2.7";

interface Person {
  readonly actor: SignedInPerson;
  readonly browser: Browser;
  readonly token: string;
}

/** Makes the person the first time, and signs them in. */
async function signedIn({ services }: TestServices, username: string): Promise<Person> {
  await ensureSuperuser(services.db, {
    name: "Olga Owner",
    username,
    email: `${username}@example.com`,
    password: PASSWORD,
  });
  const { token, session } = await signIn(services, {
    login: username,
    password: PASSWORD,
    address: ADDRESS,
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  });
  return { token, actor: session.actor, browser: { sessionId: session.id, address: ADDRESS } };
}

async function actionsOf({ services: { db } }: TestServices): Promise<string[]> {
  const rows = await db.selectFrom("auditLog").select("action").orderBy("id").execute();
  return rows.map(({ action }) => action);
}

Deno.test("saveProfile() keeps name and address, and writes down that it did", async () => {
  await using test = await testServices();
  const { actor, token } = await signedIn(test, "olga");
  const profile = { name: "Olga Smit", email: "Olga@Example.com" };
  await saveProfile(actor, test.services, profile, ADDRESS);
  const session = await findSession(test.services, token);
  assert.deepEqual(
    [session?.user.name, session?.user.email, session?.user.username],
    ["Olga Smit", "Olga@Example.com", "olga"],
  );
  assert.deepEqual(await actionsOf(test), ["user.profile_changed"]);
});

Deno.test("saveProfile() refuses another's address in any case, and takes one's own again", async () => {
  await using test = await testServices();
  const { actor } = await signedIn(test, "olga");
  await signedIn(test, "piet");
  const save = (email: string, current?: string) =>
    saveProfile(actor, test.services, { name: "Olga", email, current }, ADDRESS);
  await assert.rejects(save("PIET@example.com", PASSWORD), Conflict);
  await save("OLGA@example.com");
  assert.deepEqual(await actionsOf(test), ["user.profile_changed"], "the refused one is not there");
});

Deno.test("saveProfile() asks for the password of who wants another address", async () => {
  await using test = await testServices();
  const { actor } = await signedIn(test, "olga");
  const save = (current?: string) =>
    saveProfile(actor, test.services, { name: "Olga", email: "new@example.com", current }, ADDRESS);
  for (const current of [undefined, "somebody else's"]) {
    await assert.rejects(
      save(current),
      (error) => error instanceof InvalidInput && error.issues[0]?.pointer === "/current",
    );
  }
  assert.deepEqual(await actionsOf(test), []);
  assert.equal(await save(PASSWORD), true, "a link is mailed");
  const mails = await test.services.db.selectFrom("mails").select(["kind", "recipient"])
    .orderBy("id").execute();
  assert.deepEqual(mails.map(({ kind, recipient }) => `${kind} ${recipient}`), [
    "verify_email new@example.com",
    "email_change olga@example.com",
  ]);
});

Deno.test("ProfileInput wants a name and a whole address", () => {
  const wrong = (name: string, email: string) =>
    ProfileInput.safeParse({ name, email }).error?.issues.map(({ path }) => path[0]) ?? [];
  assert.deepEqual(wrong("Olga", " olga@example.com "), []);
  assert.deepEqual(wrong("O", "olga@example.com"), ["name"]);
  assert.deepEqual(wrong("x".repeat(31), "olga@example.com"), ["name"]);
  for (const email of ["", "olga", "olga@", "olga@example", "a b@example.com", "x".repeat(250)]) {
    assert.ok(wrong("Olga", email).includes("email"), email);
  }
});

Deno.test("changePassword() ends the other sessions of that person alone", async () => {
  await using test = await testServices();
  const { services } = test;
  const other = await signedIn(test, "olga");
  const { actor, browser, token } = await signedIn(test, "olga");
  const piet = await signedIn(test, "piet");
  await changePassword(actor, services, { current: PASSWORD, next: NEXT }, browser);
  assert.ok(await findSession(services, token), "this browser stays signed in");
  assert.equal(await findSession(services, other.token), undefined);
  assert.ok(await findSession(services, piet.token));
  await checkCredentials(services.db, { login: "olga", password: NEXT }, ADDRESS);
  await assert.rejects(
    checkCredentials(services.db, { login: "olga", password: PASSWORD }, ADDRESS),
  );
  assert.deepEqual(await actionsOf(test), ["user.password_changed", "user.sign_in_refused"]);
});

Deno.test("changePassword() wants the present password and counts wrong guesses as signing in does", async () => {
  await using test = await testServices();
  const { services } = test;
  const { actor, browser } = await signedIn(test, "olga");
  const guess = (current: string) =>
    changePassword(actor, services, { current, next: NEXT }, browser);
  for (let tries = 0; tries < 5; tries += 1) {
    await assert.rejects(
      guess("wrong"),
      (error) => error instanceof InvalidInput && error.issues[0]?.pointer === "/current",
    );
  }
  await assert.rejects(guess(PASSWORD), TooManyRequests, "the right one has to wait as well");
  const credentials = { login: "olga", password: PASSWORD };
  await assert.rejects(checkCredentials(services.db, credentials, ADDRESS), TooManyRequests);
  assert.deepEqual(await actionsOf(test), []);
});

Deno.test("PasswordChange asks for a long new password", () => {
  const fits = (next: string) => PasswordChange.safeParse({ current: "x", next }).success;
  assert.equal(fits("x-".repeat(MIN_PASSWORD).slice(0, MIN_PASSWORD - 1)), false);
  assert.equal(fits("x-".repeat(MIN_PASSWORD).slice(0, MIN_PASSWORD)), true);
  assert.equal(fits("x".repeat(1025)), false);
});

Deno.test("listOwnSessions() lists one's own, and endOtherSessions() ends all but this", async () => {
  await using test = await testServices();
  const { services } = test;
  const first = await signedIn(test, "olga");
  await signedIn(test, "olga");
  const piet = await signedIn(test, "piet");
  const listed = await listOwnSessions(first.actor, services, first.browser.sessionId);
  assert.equal(listed.length, 2);
  assert.ok(!listed.some(({ id }) => id === piet.browser.sessionId));
  assert.match(listed[0]?.userAgent ?? "", /Firefox/);
  assert.equal(await endOtherSessions(first.actor, services, first.browser), 1);
  const left = await listOwnSessions(first.actor, services, first.browser.sessionId);
  assert.deepEqual(left.map(({ id }) => id), [first.browser.sessionId]);
  assert.ok(await findSession(services, piet.token));
  assert.deepEqual(await actionsOf(test), ["user.sessions_ended"]);
});

Deno.test("savePreferences() keeps the choice about single keys", async () => {
  await using test = await testServices();
  const { services } = test;
  const { actor, token } = await signedIn(test, "olga");
  assert.equal((await findSession(services, token))?.user.singleKeys, true);
  await savePreferences(actor, services.db, { singleKeys: false });
  assert.equal((await findSession(services, token))?.user.singleKeys, false);
  await savePreferences(actor, services.db, { language: "nl" });
  const { user } = await findSession(services, token) ?? {};
  assert.deepEqual([user?.singleKeys, user?.language], [false, "nl"]);
});
