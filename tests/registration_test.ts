import assert from "node:assert/strict";
import { type LinkPurpose, linkToken } from "../lib/accounts/mail_links.ts";
import { findSession } from "../lib/accounts/sessions.ts";
import { checkCredentials } from "../lib/accounts/sign_in.ts";
import { sessionCookieName } from "../routes/(_shared)/cookies.ts";
import { type ApiTest, apiTest, type Json, until } from "./harness/api.ts";
import { PASSWORD } from "./harness/owner.ts";
import { holdPauses } from "./harness/pauses.ts";
import { visitor } from "./harness/visitor.ts";

const EVA = { name: "Eva Smit", username: "eva", email: "eva@example.com" };

/** Sends a form, as a page does. */
function send({ url }: ApiTest, path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url + path, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
    headers: { "accept-language": "en" },
  });
}

/** The secret of the last link that was mailed for that. */
async function lastToken({ test }: ApiTest, purpose: LinkPurpose): Promise<string> {
  const { db } = test.services;
  const { id } = await db.selectFrom("mailLinks").select("id").where("purpose", "=", purpose)
    .orderBy("createdAt", "desc").limit(1).executeTakeFirstOrThrow();
  return await linkToken(test.config, id);
}

function mails({ test: { services: { db } } }: ApiTest) {
  return db.selectFrom("mails").select(["kind", "recipient", "state", "language"]).orderBy("id")
    .execute();
}

function userOf({ test: { services: { db } } }: ApiTest, username: string) {
  return db.selectFrom("users").selectAll().where("username", "=", username)
    .executeTakeFirstOrThrow();
}

const enter = ({ test: { services: { db } } }: ApiTest, password: string) =>
  checkCredentials(db, { login: "eva", password }, "192.0.2.9");

Deno.test("REGISTRATION says who may make an account", async (t) => {
  for (const [mode, plain] of [["open", 201], ["invite", 403], ["closed", 403]] as const) {
    await t.step(mode, async () => {
      await using test = await apiTest({ worker: false, settings: { REGISTRATION: mode } });
      const make = (json: Json) =>
        test.as(undefined).call("POST", "/user", { json: { ...EVA, password: PASSWORD, ...json } });
      assert.equal((await make({})).status, plain);
      await test.api.call("POST", "/workspace/invitations", {
        json: { email: "bob@example.com", role: "recruiter" },
      });
      const invitation = await lastToken(test, "invitation");
      const bob = { username: "bob", email: "bob@example.com", invitation };
      const wrong = await make({ ...bob, email: "other@example.com" });
      assert.equal(wrong.status, mode === "closed" ? 403 : 422, "for another address");
      const made = await make(bob);
      assert.equal(made.status, mode === "closed" ? 403 : 201);
      if (mode === "closed") return;
      assert.equal(made.body.workspaces[0].id, test.owner.workspaceId);
      assert.equal(made.body.workspaces[0].role, "recruiter");
      assert.ok(made.body.email_verified_at, "the mail has shown it");
      assert.equal((await make({ ...bob, username: "bob2" })).status, 404, "once");
      const page = await (await fetch(`${test.url}/register`)).text();
      assert.equal(page.includes('name="workspaceName"'), mode === "open");
    });
  }
});

Deno.test("a person registers by the page, is signed in, and confirms the address", async () => {
  await using test = await apiTest({ worker: false, settings: { REGISTRATION: "open" } });
  const fields = { ...EVA, password: PASSWORD, workspaceName: "Smit BV" };
  for (
    const [wrong, status] of [
      [{ username: "Admin" }, 422],
      [{ username: "admin" }, 422],
      [{ password: "1234567890" }, 422],
      [{ email: "olga@example.com" }, 409],
      [{ username: "olga" }, 409],
    ] as const
  ) {
    const answer = await send(test, "/register", { ...fields, ...wrong });
    assert.equal(answer.status, status, JSON.stringify(wrong));
    assert.ok((await answer.text()).includes('aria-invalid="true"'));
  }
  const made = await send(test, "/register", fields);
  assert.deepEqual([made.status, made.headers.get("location")], [303, "/"]);
  const cookie = made.headers.get("set-cookie") ?? "";
  const name = sessionCookieName(test.test.config);
  const session = await findSession(
    test.test.services,
    new RegExp(`${name}=([^;]+)`).exec(cookie)?.[1] ?? "",
  );
  assert.deepEqual([session?.user.username, session?.workspace.name], ["eva", "Smit BV"]);
  assert.equal((await userOf(test, "eva")).emailVerifiedAt, null);
  const token = await lastToken(test, "verify_email");
  const path = `/verify-email?token=${token}`;
  const asked = await fetch(test.url + path);
  assert.ok((await asked.text()).includes("eva@example.com"));
  assert.equal((await userOf(test, "eva")).emailVerifiedAt, null, "looking is not confirming");
  assert.equal((await send(test, path, {})).status, 200);
  assert.ok((await userOf(test, "eva")).emailVerifiedAt);
  assert.equal((await send(test, path, {})).status, 404, "once");
});

Deno.test("registrations from one network are slowed down", async () => {
  await using test = await apiTest({ worker: false, settings: { REGISTRATION: "open" } });
  const statuses: number[] = [];
  for (let n = 0; n < 12; n += 1) {
    const { status } = await test.as(undefined).call("POST", "/user", {
      json: { ...EVA, username: "olga", password: PASSWORD },
    });
    statuses.push(status);
  }
  assert.ok(statuses.slice(0, 10).every((status) => status === 409), statuses.join());
  assert.ok(statuses.slice(10).every((status) => status === 429), statuses.join());
});

Deno.test("a registration that is repeatable counts as well, and is made once", async () => {
  await using test = await apiTest({ worker: false, settings: { REGISTRATION: "open" } });
  const register = (username: string, key: string) =>
    test.as(undefined).call("POST", "/user", {
      json: { ...EVA, username, password: PASSWORD },
      headers: { "idempotency-key": key },
    });
  const first = await register("eva", "once");
  const again = await register("eva", "once");
  assert.deepEqual([first.status, again.status, again.body], [201, 201, first.body]);
  assert.equal(again.headers.get("idempotency-replayed"), "true");
  const calls = test.test.services.db.updateTable("idempotencyKeys");
  // As a server leaves it that dies between the account and its answer.
  await calls.set({
    status: null,
    body: null,
    holder: crypto.randomUUID(),
    leasedUntil: new Date(0),
  }).execute();
  const after = await register("eva", "once");
  assert.deepEqual([after.status, after.body], [201, first.body]);
  assert.equal(after.headers.get("idempotency-replayed"), null);
  await calls.set({ createdAt: new Date(0) }).execute();
  assert.equal((await register("eva", "once")).status, 409, "a day later it is another call");
  const statuses: number[] = [];
  for (let n = 0; n < 12; n += 1) statuses.push((await register("olga", `try-${n}`)).status);
  assert.equal(statuses[0], 409);
  assert.equal(statuses.at(-1), 429, `who is there cannot be asked for ever: ${statuses}`);
});

Deno.test("another address is used when it is confirmed, and the present one is told", async () => {
  await using test = await apiTest({ worker: false });
  await test.api.call("POST", "/user", { json: { ...EVA, password: PASSWORD } });
  const change = (email: string) => test.api.call("PATCH", "/user/eva", { json: { email } });
  assert.equal((await change("OLGA@example.com")).status, 409);
  const { body } = await change("eva@new.example");
  assert.deepEqual([body.email, body.pending_email], ["eva@example.com", "eva@new.example"]);
  const sent = (await mails(test)).slice(-2).map(({ kind, recipient }) => [kind, recipient]);
  assert.deepEqual(sent, [
    ["verify_email", "eva@new.example"],
    ["email_change", "eva@example.com"],
  ]);
  const token = await lastToken(test, "verify_email");
  // Somebody else takes it meanwhile.
  const other = await test.addPerson("viewer", "own");
  const { db } = test.test.services;
  const take = (email: string) =>
    db.updateTable("users").set({ email }).where("id", "=", other.actor.userId).execute();
  await take("Eva@New.example");
  assert.equal((await send(test, `/verify-email?token=${token}`, {})).status, 404);
  await take("free@example.com");
  assert.equal((await send(test, `/verify-email?token=${token}`, {})).status, 200);
  const user = await userOf(test, "eva");
  assert.deepEqual([user.email, user.emailVerifiedAt !== null], ["eva@new.example", true]);
});

Deno.test("another address of one's own asks for the password", async () => {
  await using test = await apiTest({ worker: false });
  const change = (json: Record<string, string>) => test.api.call("PATCH", "/user/olga", { json });
  for (const current_password of [undefined, "somebody else's"]) {
    const json = { email: "new@example.com", ...(current_password ? { current_password } : {}) };
    const { status, body } = await change(json);
    assert.deepEqual([status, body.errors[0].pointer], [422, "/current_password"]);
  }
  assert.deepEqual(await mails(test), []);
  assert.equal((await change({ email: "OLGA@Example.com" })).status, 200, "the same address");
  const { body } = await change({ email: "new@example.com", current_password: PASSWORD });
  assert.deepEqual([body.email, body.pending_email], ["OLGA@Example.com", "new@example.com"]);
  const sent = (await mails(test)).map(({ kind, recipient }) => [kind, recipient]);
  assert.deepEqual(sent, [
    ["verify_email", "new@example.com"],
    ["email_change", "OLGA@Example.com"],
  ]);
});

Deno.test("a link that was asked for too often is told as that, not as a wrong password", async () => {
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  const json = { email: "new@example.com", current_password: PASSWORD };
  assert.equal((await test.api.call("PATCH", "/user/olga", { json })).status, 200);
  const askAgain = () => test.api.call("POST", "/user/me/email_verification");
  for (let n = 2; n <= 5; n++) assert.equal((await askAgain()).status, 202);
  await holdPauses(db);
  const refused = await askAgain();
  assert.deepEqual([refused.status, (await mails(test)).length], [429, 6]);
  assert.match(refused.body.detail, /mails to this address/);
  const olga = await visitor(test, "olga");
  const profile = { name: "Olga", email: "new@example.com", current: PASSWORD };
  for (const [path, fields] of [["verify", {}], ["profile", profile]] as const) {
    const page = await olga.send(`/settings/${path}`, fields);
    assert.equal(page.status, 429, path);
    const text = await page.text();
    assert.match(text, /This address was sent enough mails for now\. Wait \d+ seconds/, path);
    assert.ok(!text.includes("wrong tries"), path);
  }
  const dutch = await olga.send("/settings/verify", {}, "nl");
  assert.match(await dutch.text(), /heeft voorlopig genoeg e-mails gekregen\. Wacht \d+ seconden/);
  assert.equal((await olga.open("/settings/verify")).headers.get("location"), "/settings");
});

Deno.test("a forgotten password is set anew by mail, which signs out everywhere", async () => {
  await using test = await apiTest();
  await test.api.call("POST", "/user", { json: { ...EVA, password: PASSWORD } });
  const browser = await visitor(test, "eva");
  const asked = await send(test, "/forgot-password", { email: "EVA@example.com" });
  assert.equal(asked.status, 200);
  await until(
    () => mails(test),
    (all) => all.some(({ kind, state }) => kind === "reset_password" && state === "sent"),
  );
  const mail = (await mails(test)).find(({ kind }) => kind === "reset_password");
  assert.equal(mail?.recipient, "eva@example.com", "as it is kept, not as it was typed");
  const path = `/reset-password?token=${await lastToken(test, "reset_password")}`;
  assert.equal((await fetch(test.url + path)).status, 200);
  const set = (next: string, repeat = next) => send(test, path, { next, repeat });
  assert.equal((await set("short")).status, 422);
  assert.equal((await set("1234567890")).status, 422);
  assert.equal((await set("quite another one", "quite an other one")).status, 422);
  const done = await set("quite another one");
  assert.deepEqual([done.status, done.headers.get("location")], [303, "/sign-in?reset"]);
  assert.equal((await set("yet another one")).status, 404, "once");
  assert.equal((await browser.open("/settings")).status, 303, "signed out");
  await enter(test, "quite another one");
  await assert.rejects(enter(test, PASSWORD));
  assert.ok((await userOf(test, "eva")).emailVerifiedAt, "the mailbox is theirs");
});

Deno.test("a program confirms an address and sets a forgotten password anew", async () => {
  await using test = await apiTest();
  await test.api.call("POST", "/user", { json: { ...EVA, password: PASSWORD } });
  const nobody = test.as(undefined);
  const signedIn = async (password: string) =>
    await nobody.call("POST", "/login", {
      body: new URLSearchParams({ username: "eva", password }),
    });
  const eva = test.as((await signedIn(PASSWORD)).body.access_token);
  const confirm = (token: string) =>
    nobody.call("POST", "/email_verification/confirm", { json: { token } });

  const first = await lastToken(test, "verify_email");
  assert.equal((await eva.call("POST", "/user/me/email_verification")).status, 202);
  assert.equal((await confirm(first)).status, 404, "the link before works no more");
  assert.equal((await confirm(await lastToken(test, "verify_email"))).status, 204);
  assert.ok((await userOf(test, "eva")).emailVerifiedAt);
  const sent = (await mails(test)).length;
  assert.equal((await eva.call("POST", "/user/me/email_verification")).status, 202);
  assert.equal((await mails(test)).length, sent, "nothing is left to confirm");

  const asked = await nobody.call("POST", "/password_reset", {
    json: { email: "EVA@example.com" },
  });
  assert.deepEqual([asked.status, asked.body], [202, ""]);
  await until(
    () => mails(test),
    (all) => all.some(({ kind, state }) => kind === "reset_password" && state === "sent"),
  );
  const token = await lastToken(test, "reset_password");
  const set = (password: string) =>
    nobody.call("POST", "/password_reset/confirm", { json: { token, password } });
  const weak = await set("1234567890");
  assert.deepEqual([weak.status, weak.body.errors[0].pointer], [422, "/password"]);
  assert.equal((await set("quite another one")).status, 204);
  assert.equal((await set("yet another one")).status, 404, "once");
  assert.equal((await eva.call("GET", "/user/me")).status, 401, "signed out");
  assert.equal((await signedIn("quite another one")).status, 200);
});

Deno.test("asking for a new password tells nobody who has an account", async () => {
  await using test = await apiTest();
  await test.api.call("POST", "/user", { json: { ...EVA, password: PASSWORD } });
  const ask = (email: string) => send(test, "/forgot-password", { email });
  const known = await ask("eva@example.com");
  const unknown = await ask("nobody@example.com");
  assert.equal(known.status, unknown.status);
  const plain = async (answer: Response, email: string) =>
    (await answer.text()).replaceAll(email, "…").replaceAll(/nonce="[^"]*"/g, "");
  assert.equal(await plain(known, "eva@example.com"), await plain(unknown, "nobody@example.com"));
  await until(
    () => mails(test),
    (all) => !all.some(({ recipient }) => recipient === "nobody@example.com"),
  );
  await until(
    () => mails(test),
    (all) => all.some(({ kind, state }) => kind === "reset_password" && state === "sent"),
  );
  // The web server does the same for both: it writes the wish down, and looks nobody up.
  const statuses: number[] = [];
  for (let n = 0; n < 4; n += 1) statuses.push((await ask("nobody@example.com")).status);
  assert.ok(statuses.includes(429), "an unknown mailbox is slowed down as a known one is");
});
