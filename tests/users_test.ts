import { hash } from "@node-rs/argon2";
import assert from "node:assert/strict";
import { linkToken } from "../lib/accounts/mail_links.ts";
import { setTimeout } from "node:timers/promises";
import { audit } from "../lib/accounts/audit.ts";
import { isOutdated } from "../lib/accounts/passwords.ts";
import { checkCredentials } from "../lib/accounts/sign_in.ts";
import { RESERVED_USERNAMES, Username } from "../lib/accounts/user_input.ts";
import { Unauthenticated } from "../lib/platform/errors.ts";
import { type Answer, type ApiTest, apiTest, type Caller, type Json } from "./harness/api.ts";
import { PASSWORD } from "./harness/owner.ts";
import { visitor } from "./harness/visitor.ts";

const NOOR = { name: "Noor Visser", username: "noor", email: "noor@example.com" };

/** Makes an account as the superuser does. */
async function make({ api }: ApiTest, more: Json = {}): Promise<Json> {
  const { status, body } = await api.call("POST", "/user", {
    json: { ...NOOR, password: PASSWORD, ...more },
  });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

/** Signs in as somebody does who has a password. */
async function signedIn({ as, api }: ApiTest, username: string): Promise<Caller> {
  const form = new URLSearchParams({ username, password: PASSWORD });
  const { status, body } = await api.call("POST", "/login", { body: form });
  assert.equal(status, 200, JSON.stringify(body));
  return as(body.access_token);
}

function mailsTo({ test: { services: { db } } }: ApiTest, email: string): Promise<string[]> {
  return db.selectFrom("mails").select("kind").where("recipient", "=", email).orderBy("id")
    .execute().then((rows) => rows.map(({ kind }) => kind));
}

Deno.test("a superuser makes accounts; names that are taken or reserved are refused", async () => {
  await using test = await apiTest({ worker: false });
  const made = await make(test, { workspace_name: "Visser & Zn" });
  assert.deepEqual(
    [made.username, made.email_verified_at, made.workspaces],
    ["noor", null, [{ id: made.workspaces[0].id, name: "Visser & Zn", role: "owner" }]],
  );
  assert.ok(!JSON.stringify(made).includes("argon2"), "never the hash");
  assert.deepEqual(await mailsTo(test, NOOR.email), ["verify_email"]);
  const again = (json: Json) =>
    test.api.call("POST", "/user", { json: { ...NOOR, password: PASSWORD, ...json } });
  assert.equal((await again({ email: "other@example.com" })).status, 409);
  assert.equal((await again({ username: "other", email: "NOOR@Example.com" })).status, 409);
  for (const username of ["me", "users", "tier", "tasks", "ranking", "admin", "x", "Noor", "a b"]) {
    const { status, body } = await again({ username, email: "other@example.com" });
    assert.deepEqual([status, body.errors?.[0].pointer], [422, "/username"], username);
  }
  for (const name of RESERVED_USERNAMES) {
    assert.match(name, /^[a-z0-9]{2,20}$/, "could be taken otherwise");
    assert.equal(Username.safeParse(name).success, false);
  }
});

Deno.test("one sees and changes one's own account, and nobody else's", async () => {
  await using test = await apiTest({ worker: false });
  await make(test);
  const noor = await signedIn(test, "noor");
  const { body: me } = await noor.call("GET", "/user/me");
  assert.deepEqual((await noor.call("GET", "/user/noor")).body, me);
  assert.deepEqual((await noor.call("GET", "/user/me/")).body, me, "with a slash as well");
  for (const method of ["GET", "PATCH", "DELETE"]) {
    const json = method === "PATCH" ? { name: "Mine" } : undefined;
    assert.equal((await noor.call(method, "/user/olga", { json })).status, 404, method);
  }
  const change = (json: Json) => noor.call("PATCH", "/user/noor", { json });
  for (const json of [{ is_superuser: true }, { is_disabled: true }]) {
    assert.equal((await change(json)).status, 403);
  }
  assert.equal((await change({ tier_id: null })).status, 422, "has an operation of its own");
  const { body: changed } = await change({ name: "Noor de Vries", username: "noordv" });
  assert.deepEqual([changed.name, changed.username], ["Noor de Vries", "noordv"]);
  assert.equal((await noor.call("GET", "/user/me")).body.username, "noordv", "the token holds");
  assert.equal((await noor.call("GET", "/user/noor")).status, 404);
  assert.equal(
    (await noor.call("PATCH", "/user/noordv", { json: { username: "olga" } })).status,
    409,
  );
});

Deno.test("a new password asks for the present one and signs out everywhere else", async () => {
  await using test = await apiTest({ worker: false });
  await make(test);
  const noor = await signedIn(test, "noor");
  const next = "quite another password";
  const change = (json: Json) => noor.call("PATCH", "/user/noor", { json });
  for (const current of [undefined, "wrong"]) {
    const { status, body } = await change({ password: next, current_password: current });
    assert.deepEqual([status, body.errors[0].pointer], [422, "/current_password"]);
  }
  const [browser, other] = [await visitor(test, "noor"), await signedIn(test, "noor")];
  assert.equal((await change({ password: next, current_password: PASSWORD })).status, 200);
  assert.equal((await browser.open("/settings")).status, 303, "signed out");
  assert.equal((await other.call("GET", "/user/me")).status, 401, "a program as well");
  assert.equal((await noor.call("GET", "/user/me")).status, 200, "who changed it stays");
  const { db } = test.test.services;
  await checkCredentials(db, { login: "noor", password: next }, "192.0.2.1");
  assert.ok((await mailsTo(test, NOOR.email)).includes("password_changed"));
});

Deno.test("a new password by a superuser signs its user out everywhere", async () => {
  await using test = await apiTest({ worker: false });
  await make(test);
  const noor = await signedIn(test, "noor");
  const json = { password: "quite another password" };
  assert.equal((await test.api.call("PATCH", "/user/noor", { json })).status, 200);
  assert.equal((await noor.call("GET", "/user/me")).status, 401);
  assert.equal((await test.api.call("GET", "/user/me")).status, 200);
});

Deno.test("who is disabled is signed out and cannot sign in until a superuser says so", async () => {
  await using test = await apiTest({ worker: false });
  await make(test);
  const [noor, browser] = [await signedIn(test, "noor"), await visitor(test, "noor")];
  const set = (json: Json) => test.api.call("PATCH", "/user/noor", { json });
  assert.equal((await set({ is_disabled: true })).body.is_disabled, true);
  assert.equal((await noor.call("GET", "/user/me")).status, 401);
  assert.equal((await browser.open("/settings")).status, 303);
  const { db } = test.test.services;
  const enter = () => checkCredentials(db, { login: "noor", password: PASSWORD }, "192.0.2.1");
  await assert.rejects(enter(), Unauthenticated);
  await set({ is_disabled: false });
  await enter();
  assert.equal(
    (await test.api.call("PATCH", "/user/olga", { json: { is_superuser: false } })).status,
    403,
  );
});

Deno.test("a deleted account is out at once and keeps its names until it is erased", async () => {
  await using test = await apiTest({ worker: false });
  const made = await make(test);
  const [noor, browser] = [await signedIn(test, "noor"), await visitor(test, "noor")];
  const { status, body } = await noor.call("DELETE", "/user/noor");
  assert.deepEqual([status, body.errors[0].pointer], [422, "/password"]);
  assert.equal(
    (await noor.call("DELETE", "/user/noor", { json: { password: "wrong" } })).status,
    422,
  );
  assert.equal(
    (await noor.call("DELETE", "/user/noor", { json: { password: PASSWORD } })).status,
    204,
  );
  assert.equal((await noor.call("GET", "/user/me")).status, 401);
  assert.equal((await browser.open("/settings")).status, 303);
  const { body: gone } = await test.api.call("GET", "/user/noor");
  assert.deepEqual([gone.is_deleted, typeof gone.deleted_at], [true, "string"]);
  const again = () => test.api.call("POST", "/user", { json: { ...NOOR, password: PASSWORD } });
  assert.equal((await again()).status, 409, "the names stay taken");
  assert.equal((await test.api.call("DELETE", "/user/noor")).status, 409);
  assert.equal((await test.api.call("DELETE", "/db_user/noor")).status, 204);
  assert.equal((await test.api.call("GET", "/user/noor")).status, 404);
  const { db } = test.test.services;
  const left = await db.selectFrom("workspaces").select("id")
    .where("id", "=", made.workspaces[0].id).execute();
  assert.deepEqual(left, [], "their workspace goes, nobody else is in it");
  assert.deepEqual(await mailsTo(test, NOOR.email), []);
  assert.equal((await again()).status, 201);
});

Deno.test("neither the last owner of others nor the last superuser goes", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner } = test;
  const remove = () => api.call("DELETE", "/user/olga", { json: { password: PASSWORD } });
  assert.equal((await remove()).status, 409, "the last superuser");
  assert.equal((await api.call("DELETE", "/db_user/olga")).status, 409, "oneself");
  await make(test);
  await api.call("PATCH", "/user/noor", { json: { is_superuser: true } });
  const { actor } = await test.addPerson("viewer", "same");
  const { status, body } = await remove();
  assert.deepEqual([status, /make one of them an owner/.test(body.detail)], [409, true]);
  await api.call("PATCH", `/workspace/members/${actor.userId}`, { json: { role: "owner" } });
  assert.equal((await remove()).status, 204);
  const { db } = test.test.services;
  const actions = await db.selectFrom("auditLog").select("action")
    .where("workspaceId", "=", owner.workspaceId).orderBy("id").execute();
  assert.deepEqual(
    actions.map(({ action }) => action),
    ["user.changed", "member.role_changed", "user.deleted"],
  );
});

Deno.test("signing in hashes a password anew when the parameters are others", async () => {
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  const old = await hash(PASSWORD, { memoryCost: 12_288, timeCost: 3 });
  await db.updateTable("users").set({ passwordHash: old }).execute();
  const enter = () => checkCredentials(db, { login: "olga", password: PASSWORD }, "192.0.2.1");
  await enter();
  const { passwordHash } = await db.selectFrom("users").select("passwordHash")
    .executeTakeFirstOrThrow();
  assert.equal(isOutdated(passwordHash), false);
  await enter();
});

Deno.test("superusers read the mails of the installation by the API", async () => {
  for (const environment of ["local", "staging"]) {
    const settings = { ENVIRONMENT: environment, SUPERUSER_SECOND_FACTOR: "optional" };
    await using test = await apiTest({ worker: false, settings });
    const email = "eva@example.com";
    await test.api.call("POST", "/workspace/invitations", { json: { email, role: "viewer" } });
    const { body: { data: [mail], total_count } } = await test.api.call("GET", "/mails");
    assert.equal(total_count, 1);
    assert.deepEqual([mail.to, mail.kind, mail.state], [email, "invitation", "waiting"]);
    const { body: whole } = await test.api.call("GET", `/mails/${mail.id}`);
    assert.equal(whole.subject, mail.subject);
    assert.match(whole.text, /Olga Owner/);
    const row = await test.test.services.db.selectFrom("mailLinks").select("id")
      .executeTakeFirstOrThrow();
    const token = await linkToken(test.test.config, row.id);
    assert.equal(whole.text.includes(token), environment === "local", environment);
    const other = await test.addPerson("owner", "own");
    for (const path of ["/mails", `/mails/${mail.id}`]) {
      assert.equal((await other.call("GET", path)).status, 403, path);
    }
    assert.equal((await test.api.call("GET", `/mails/${crypto.randomUUID()}`)).status, 404);
  }
});

Deno.test("superusers walk the workspaces and the mails of the installation", async () => {
  await using test = await apiTest({ worker: false });
  const { api, test: { services: { db } } } = test;
  await db.insertInto("workspaces").values(
    ["Baker", "100% Cooks", "1000 Cooks", "Abel"].map((name) => ({ name })),
  ).execute();
  const walk = async (path: string): Promise<Json[]> => {
    const { status, body } = await api.call("GET", path);
    assert.equal(status, 200, JSON.stringify(body));
    const [from] = path.split("&cursor=");
    const rest = body.next_cursor ? await walk(`${from}&cursor=${body.next_cursor}`) : [];
    assert.equal(body.has_more, rest.length > 0);
    return [...body.data, ...rest];
  };
  const names = async (query: string) =>
    (await walk(`/workspaces?items_per_page=2&${query}`)).map(({ name }) => name);
  const byName = await names("sort=name");
  assert.deepEqual(byName.toSorted(), [
    "100% Cooks",
    "1000 Cooks",
    "Abel",
    "Baker",
    "My company",
  ]);
  assert.deepEqual(await names("sort=-name"), byName.toReversed());
  assert.deepEqual(await names("q=100%25"), ["100% Cooks"], "what is typed is no pattern");
  await db.updateTable("workspaces").set({ updatedAt: new Date("2020-01-01") })
    .where("name", "!=", "Abel").execute();
  const changed = "updated_since=2021-01-01T00:00:00Z&sort=-name";
  assert.deepEqual(await names(changed), ["Abel"]);
  const { body: { data: [baker] } } = await api.call("GET", "/workspaces?q=baker");
  const tier = await api.call("PATCH", `/workspace/${baker.id}/tier`, { json: { tier_id: null } });
  assert.equal(tier.status, 200);
  assert.deepEqual(await names(changed), ["Baker", "Abel"], "a tier is a change");
  const { body } = await api.call("GET", "/workspaces?items_per_page=2&page=2");
  assert.deepEqual([body.page, body.items_per_page, body.total_count], [2, 2, 5]);

  for (const name of ["a", "b", "c"]) {
    const json = { email: `${name}@example.com`, role: "viewer" };
    await api.call("POST", "/workspace/invitations", { json });
  }
  await db.updateTable("mails").set({ state: "sent" }).where("recipient", "=", "b@example.com")
    .execute();
  const to = async (query: string) =>
    (await walk(`/mails?items_per_page=1${query}`)).map((mail) => mail.to[0]).join("");
  assert.equal(await to(""), "cba");
  assert.equal(await to("&state=waiting"), "ca");
  assert.equal(await to(`&updated_since=${new Date(Date.now() + 60_000).toISOString()}`), "");
  assert.equal((await api.call("GET", "/mails?state=lost")).status, 422);
});

Deno.test("the pages of administration are for superusers alone", async () => {
  await using test = await apiTest({ worker: false });
  await make(test);
  const [superuser, other] = [await visitor(test, "olga"), await visitor(test, "noor")];
  for (const path of ["/admin/users", "/admin/mails"]) {
    assert.equal((await other.open(path)).status, 403, path);
    assert.equal((await superuser.open(path)).status, 200, path);
  }
  const page = await (await superuser.open("/admin/users?q=OLGA")).text();
  assert.ok(page.includes("olga@example.com") && !page.includes(NOOR.email));
});

Deno.test("an account can go while others write down what they did in the same workspace", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner, test: { services: { db } } } = test;
  await make(test);
  const started = Promise.withResolvers<void>();
  const deleted = Promise.withResolvers<void>();
  const writing = db.transaction().execute(async (trx) => {
    await audit(trx, owner, "job.created", null);
    started.resolve();
    await deleted.promise;
  });
  await started.promise;
  try {
    const call = api.call("DELETE", "/user/noor");
    const first = await Promise.race([call, setTimeout(5000, "it waits for them")]);
    assert.equal((first as Answer).status, 204, String(first));
  } finally {
    deleted.resolve();
    await writing;
  }
});
