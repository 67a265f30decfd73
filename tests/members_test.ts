import assert from "node:assert/strict";
import { findInvitation } from "../lib/accounts/invitation_answers.ts";
import { linkToken } from "../lib/accounts/mail_links.ts";
import { changeRole, leaveWorkspace, removeMember } from "../lib/accounts/members.ts";
import { findSession, signIn } from "../lib/accounts/sessions.ts";
import { listWorkspacesOf, switchWorkspace } from "../lib/accounts/workspaces.ts";
import { acceptInvitation } from "../lib/accounts/invitation_answers.ts";
import { Conflict, NotFound } from "../lib/platform/errors.ts";
import { sessionCookieName } from "../routes/(_shared)/cookies.ts";
import { type Answer, type ApiTest, apiTest } from "./harness/api.ts";
import { PASSWORD } from "./harness/owner.ts";
import { holdPauses } from "./harness/pauses.ts";

/** The secrets of the invitations that were mailed, the first one first. */
async function mailedTokens({ test: { services: { db }, config } }: ApiTest): Promise<string[]> {
  const links = await db.selectFrom("mailLinks").select("id").where("purpose", "=", "invitation")
    .orderBy("createdAt").execute();
  return await Promise.all(links.map(({ id }) => linkToken(config, id)));
}

async function browserOf({ test: { services } }: ApiTest, login: string) {
  const made = await signIn(services, {
    login,
    password: PASSWORD,
    address: "local",
    userAgent: null,
  });
  return { ...made, sessionId: made.session.id, actor: made.session.actor };
}

Deno.test("an owner changes roles and takes members out; a workspace keeps an owner", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner } = test;
  const viewer = await test.addPerson("viewer", "same");
  const { body: { data } } = await api.call("GET", "/workspace/members");
  assert.deepEqual(
    data.map(({ user_id, role }: { user_id: string; role: string }) => [user_id, role]),
    [[owner.userId, "owner"], [viewer.actor.userId, "viewer"]],
  );
  const role = (userId: string, role: string) =>
    api.call("PATCH", `/workspace/members/${userId}`, { json: { role } });
  assert.equal((await role(owner.userId, "viewer")).status, 409);
  assert.equal((await api.call("DELETE", `/workspace/members/${owner.userId}`)).status, 409);
  assert.equal((await role(viewer.actor.userId, "recruiter")).body.role, "recruiter");
  const job = { title: "Baker", description: "Requirements:\n- 2 years of baking" };
  assert.equal((await viewer.call("POST", "/jobs", { json: job })).status, 201, "at once");
  assert.equal((await api.call("DELETE", `/workspace/members/${viewer.actor.userId}`)).status, 204);
  assert.equal((await viewer.call("GET", "/jobs")).status, 401, "out at once");
});

Deno.test("two owners who go at the same time leave one behind", async () => {
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  for (let round = 0; round < 5; round += 1) {
    const first = (await test.addPerson("owner", "own")).actor;
    const second = (await test.addPerson("owner", first)).actor;
    const gone = await Promise.allSettled([
      removeMember(first, db, second.userId),
      changeRole(second, db, first.userId, { role: "viewer" }),
    ]);
    const kept = await db.selectFrom("memberships").select("userId")
      .where("workspaceId", "=", first.workspaceId).where("role", "=", "owner").execute();
    assert.equal(kept.length, 1, JSON.stringify(gone));
    const [refused] = gone.filter((one) => one.status === "rejected");
    assert.ok(refused?.reason instanceof Conflict || refused?.reason instanceof NotFound);
  }
});

Deno.test("an invitation is sent again, taken back, and never twice to one address", async () => {
  await using test = await apiTest({ worker: false });
  const { api } = test;
  const { db } = test.test.services;
  const invite = (email: string) =>
    api.call("POST", "/workspace/invitations", { json: { email, role: "recruiter" } });
  const { body: made } = await invite("Eva@example.com");
  assert.equal(made.invited_by, "Olga Owner");
  assert.equal((await invite("eva@example.com")).status, 409);
  assert.equal((await invite("OLGA@example.com")).status, 409, "is in it already");
  const both = await Promise.all([invite("piet@example.com"), invite("piet@example.com")]);
  assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409]);
  assert.equal((await api.call("POST", `/workspace/invitations/${made.id}/resend`)).status, 200);
  const [first = "", , again = ""] = await mailedTokens(test);
  assert.equal(await findInvitation(db, first), undefined, "the new link replaces it");
  assert.deepEqual(await findInvitation(db, again), {
    workspace: "My company",
    inviter: "Olga Owner",
    role: "recruiter",
    email: "Eva@example.com",
    hasAccount: false,
  });
  assert.equal((await api.call("DELETE", `/workspace/invitations/${made.id}`)).status, 204);
  assert.equal(await findInvitation(db, again), undefined);
  assert.equal((await api.call("DELETE", `/workspace/invitations/${made.id}`)).status, 404);
  assert.equal((await invite("eva@example.com")).status, 201, "once more, after that");
  const rows = JSON.stringify(await db.selectFrom("mailLinks").selectAll().execute());
  assert.ok(!rows.includes(again));
});

Deno.test("no mailbox is filled with invitations, and nobody learns of those of others", async () => {
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  const others = await Promise.all(
    Array.from({ length: 8 }, () => test.addPerson("owner", "own")),
  );
  const invite = (by: Pick<typeof test.api, "call">, email = "eva@example.com") =>
    by.call("POST", "/workspace/invitations", { json: { email, role: "viewer" } });
  const { body: { id } } = await invite(test.api);
  const again = (key: number) =>
    test.api.call("POST", `/workspace/invitations/${id}/resend`, {
      headers: { "idempotency-key": `${key}` },
    });
  for (let n = 1; n <= 4; n++) assert.equal((await again(n)).status, 200);
  await holdPauses(db);
  const refused = await again(5);
  assert.equal(refused.status, 429);
  assert.match(refused.body.detail, /mails to this address/);
  assert.ok(Number(refused.headers.get("retry-after")) > 0);
  assert.equal((await invite(test.api, "piet@example.com")).status, 201, "others are");
  const answers: Answer[] = [];
  for (const other of others) {
    answers.push(await invite(other));
    await holdPauses(db);
  }
  assert.deepEqual(
    answers.map(({ status, body }) => [status, Object.keys(body)]),
    answers.map(() => [201, Object.keys(answers[0]?.body)]),
    "one cannot tell which was mailed",
  );
  const { count } = await db.selectFrom("mails")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("recipient", "=", "eva@example.com").executeTakeFirstOrThrow();
  assert.equal(Number(count), 10);
  const { token } = await browserOf(test, "olga");
  const send = (path: string, language: string) =>
    fetch(`${test.url}/settings/workspace/${path}`, {
      method: "POST",
      headers: {
        cookie: `${sessionCookieName(test.test.config)}=${token}; language=${language}`,
        origin: test.url,
      },
      body: new URLSearchParams({ email: "eva@example.com", role: "viewer" }),
    });
  const resent = await send(`invitations/${id}/resend`, "nl");
  assert.equal(resent.status, 429);
  assert.match(await resent.text(), /heeft voorlopig genoeg e-mails gekregen/);
  await test.api.call("DELETE", `/workspace/invitations/${id}`);
  const page = await send("invite", "en");
  assert.equal(page.status, 429);
  assert.match(await page.text(), /was sent enough mails for now/);
});

Deno.test("who has an account joins by the link once, switches, and leaves", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner } = test;
  const { db } = test.test.services;
  const stranger = await test.addPerson("owner", "own");
  const { username } = await db.selectFrom("users").select("username")
    .where("id", "=", stranger.actor.userId).executeTakeFirstOrThrow();
  await api.call("POST", "/workspace/invitations", {
    json: { email: `${username}@example.com`, role: "viewer" },
  });
  const [token = ""] = await mailedTokens(test);
  assert.equal((await findInvitation(db, token))?.hasAccount, true);
  const browser = await browserOf(test, username);
  const accept = () => acceptInvitation(browser.actor, db, browser.sessionId, token);
  const ends = await Promise.allSettled([accept(), accept()]);
  assert.deepEqual(ends.map(({ status }) => status).sort(), ["fulfilled", "rejected"], "once");
  const here = async () => (await findSession(test.test.services, browser.token))?.actor;
  assert.deepEqual(
    [(await here())?.workspaceId, (await here())?.role],
    [owner.workspaceId, "viewer"],
  );
  const home = stranger.actor.workspaceId;
  await switchWorkspace(browser.actor, db, browser.sessionId, home);
  assert.equal((await here())?.workspaceId, home);
  const other = await test.addPerson("owner", "own");
  await assert.rejects(
    switchWorkspace(browser.actor, db, browser.sessionId, other.actor.workspaceId),
    NotFound,
  );
  await switchWorkspace(browser.actor, db, browser.sessionId, owner.workspaceId);
  await leaveWorkspace(await here() ?? assert.fail(), db, browser.sessionId);
  assert.equal((await here())?.workspaceId, home, "the browser goes on at home");
  assert.equal((await listWorkspacesOf(db, browser.actor.userId)).length, 1);
  await assert.rejects(
    leaveWorkspace(await here() ?? assert.fail(), db, browser.sessionId),
    Conflict,
  );
});

Deno.test("who has an account joins by the API, and goes on where they are", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner } = test;
  const other = await test.addPerson("owner", "own");
  await api.call("POST", "/workspace/invitations", {
    json: { email: "other@example.com", role: "hiring_manager" },
  });
  const [invitation = ""] = await mailedTokens(test);
  const join = (token: string, by: Pick<typeof api, "call"> = other) =>
    by.call("POST", "/workspace/join", { json: { invitation: token } });
  assert.equal((await join(`${invitation}x`)).status, 404);
  const joined = await join(invitation);
  assert.deepEqual([joined.status, joined.body], [200, {
    id: owner.workspaceId,
    name: "My company",
    role: "hiring_manager",
  }]);
  assert.equal((await join(invitation)).status, 404, "once");
  const here = async () => (await other.call("GET", "/workspace")).body.id;
  assert.equal(await here(), other.actor.workspaceId);
  const { body: { access_token } } = await other.call("POST", "/workspace/switch", {
    json: { workspace_id: owner.workspaceId },
  });
  const { body } = await test.as(access_token).call("GET", "/workspace");
  assert.equal(body.name, "My company");
});
