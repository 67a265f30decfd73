import assert from "node:assert/strict";
import { sql } from "kysely";
import { generateSync } from "otplib";
import { createHash } from "node:crypto";
import { ensureSuperuser } from "../lib/accounts/superuser.ts";
import { beginPendingSignIn, finishSignIn } from "../lib/accounts/pending_sign_ins.ts";
import type { Person } from "../lib/accounts/principal.ts";
import { takeCode } from "../lib/accounts/second_factor.ts";
import { findSession, type OpenedSession, signIn } from "../lib/accounts/sessions.ts";
import { totpStepOf } from "../lib/accounts/totp.ts";
import {
  beginTwoFactor,
  getTwoFactor,
  renewRecoveryCodes,
  resetTwoFactor,
  turnOffTwoFactor,
  turnOnTwoFactor,
} from "../lib/accounts/two_factor.ts";
import {
  Conflict,
  InvalidInput,
  TooManyRequests,
  Unauthenticated,
} from "../lib/platform/errors.ts";
import { drawQrCode } from "../lib/platform/qr_code.ts";
import { pendingCookieName, sessionCookieName } from "../routes/(_shared)/cookies.ts";
import { type ApiTest, apiTest } from "./harness/api.ts";
import { stopClock } from "./harness/clock.ts";
import { type TestServices, testServices } from "./harness/services.ts";
import { makeOwner, PASSWORD } from "./harness/owner.ts";
import { waitFor } from "./harness/wait.ts";

const ADDRESS = "192.0.2.7";

/** The code that the app shows, some steps of thirty seconds away from the stopped clock. */
function codeOf(secret: string, steps = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });
}

async function person({ services }: TestServices): Promise<OpenedSession> {
  await makeOwner(services.db);
  const who = { login: "olga", password: PASSWORD, address: ADDRESS, userAgent: null };
  return await signIn(services, who);
}

/** Turns it on by the code of the step before, so that the present one is free. */
async function turnedOn(
  { services }: Pick<TestServices, "services">,
  actor: Person,
  sessionId: string = crypto.randomUUID(),
) {
  await beginTwoFactor(actor, services);
  const begun = await getTwoFactor(actor, services);
  assert.ok(begun.state === "begun");
  const { secret } = begun;
  const browser = { sessionId, address: ADDRESS };
  const codes = await turnOnTwoFactor(
    actor,
    services,
    { password: PASSWORD, code: codeOf(secret, -1) },
    browser,
  );
  return { secret, codes };
}

Deno.test("totpStepOf() knows the codes of RFC 6238, appendix B", () => {
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"; // "12345678901234567890"
  const known = [[59, "287082"], [1111111109, "081804"], [20000000000, "353130"]] as const;
  for (const [seconds, code] of known) {
    const now = new Date(seconds * 1000);
    const step = Math.floor(seconds / 30);
    assert.equal(totpStepOf(secret, code, now), step);
    for (const steps of [-1, 1]) {
      assert.equal(totpStepOf(secret, code, new Date(now.getTime() + steps * 30_000)), step);
    }
    assert.equal(totpStepOf(secret, code, new Date(now.getTime() + 61_000)), undefined);
  }
  for (const bad of ["", "28708", "2870822", "28708x", "２８７０８２"]) {
    assert.equal(totpStepOf(secret, bad, new Date(59_000)), undefined, bad);
  }
});

Deno.test("drawQrCode() draws the three finders in their corners", () => {
  const { size, path } = drawQrCode("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ");
  const inner = size - 8;
  assert.equal((inner - 17) % 4, 0, "a size of the standard");
  for (const [x, y] of [[4, 4], [size - 11, 4], [4, size - 11]]) {
    assert.ok(path.includes(`M${x} ${y}h7v1h-7z`), `the finder at ${x}, ${y}`);
  }
});

Deno.test("turnOnTwoFactor() ends what was signed in without, and keeps no secret readable", async () => {
  using _clock = stopClock(new Date());
  await using test = await testServices();
  const { services } = test;
  const other = await person(test);
  const { session, token } = await person(test);
  const pending = await beginPendingSignIn(services.db, {
    userId: session.actor.userId,
    workspaceId: session.actor.workspaceId,
  });
  const { secret, codes } = await turnedOn(test, session.actor, session.id);
  assert.ok(await findSession(services, token), "this browser stays signed in");
  assert.equal(await findSession(services, other.token), undefined);
  const late = { token: pending, code: codeOf(secret), address: ADDRESS, userAgent: null };
  await assert.rejects(finishSignIn(services, late), Unauthenticated);
  assert.equal(new Set(codes).size, 10);
  const [row] = await services.db.selectFrom("secondFactors").selectAll().execute();
  const kept = await services.db.selectFrom("recoveryCodes").select("codeHash").execute();
  const bytes = [row?.secret ?? new Uint8Array(), ...kept.map(({ codeHash }) => codeHash)]
    .map((one) => new TextDecoder("latin1").decode(one)).join("\n");
  for (const told of [secret, ...codes]) assert.ok(!bytes.includes(told));
  assert.ok(
    !kept.some(({ codeHash }) =>
      codes.some((code) =>
        createHash("sha256").update(code).digest("hex") === new Uint8Array(codeHash).toHex()
      )
    ),
    "hashed for the user, so that equal codes of two users differ",
  );
  await assert.rejects(beginTwoFactor(session.actor, services), Conflict);
  const rows = await services.db.selectFrom("auditLog").select(["action", "details"]).execute();
  assert.deepEqual(rows, [{ action: "user.two_factor_on", details: {} }]);
});

Deno.test("a code is taken once, within a step of the clock, and never after a later one", async () => {
  using _clock = stopClock(new Date());
  await using test = await testServices();
  const { session: { actor } } = await person(test);
  const { secret } = await turnedOn(test, actor);
  const take = (code: string) => takeCode(test.services, actor.userId, { code, address: ADDRESS });
  assert.equal(await take(codeOf(secret, -1)), false, "it turned it on");
  assert.equal(await take(codeOf(secret, -2)), false, "too old");
  assert.equal(await take(codeOf(secret, 2)), false, "too early");
  const both = await Promise.all([take(codeOf(secret)), take(codeOf(secret))]);
  assert.deepEqual(both.toSorted(), [false, true], "two at once: one");
  assert.equal(await take(codeOf(secret, 1).replace(/^.../, "$& ")), true, "blanks do not matter");
  assert.equal(await take(codeOf(secret)), false, "before the last one");
});

Deno.test("a code that comes again is refused, and its owner is told", async () => {
  using _clock = stopClock(new Date());
  await using test = await testServices();
  const { services } = test;
  const { session: { actor } } = await person(test);
  const { secret, codes: [recovery = ""] } = await turnedOn(test, actor);
  const take = (code: string) => takeCode(services, actor.userId, { code, address: ADDRESS });
  const told = async () => {
    const rows = await services.db.selectFrom("mails").select(["recipient", "params"])
      .where("kind", "=", "code_reused").execute();
    return rows;
  };
  assert.equal(await take(codeOf(secret)), true);
  assert.equal(await take("000000"), false);
  assert.equal(await take(recovery), true);
  assert.equal(await take(recovery), false);
  assert.deepEqual(await told(), [], "neither a wrong one nor a recovery code is a code seen");
  assert.equal(await take(codeOf(secret)), false);
  assert.deepEqual(await told(), [
    { recipient: "olga@example.com", params: { name: "Olga Owner" } },
  ]);
});

Deno.test("wrong codes have to wait, and a right password does not forget them", async () => {
  using _clock = stopClock(new Date());
  await using test = await testServices();
  const { services } = test;
  const { session: { actor } } = await person(test);
  const { secret, codes } = await turnedOn(test, actor);
  const take = (code: string) => takeCode(services, actor.userId, { code, address: ADDRESS });
  const who = { login: "olga", password: PASSWORD, address: ADDRESS, userAgent: null };
  for (let tries = 0; tries < 5; tries += 1) {
    await assert.rejects(signIn(services, who), { code: "second_factor_required" });
    assert.equal(await take("wrong"), false);
  }
  await assert.rejects(take(codeOf(secret)), TooManyRequests);
  await assert.rejects(take(codes[0] ?? ""), TooManyRequests);
});

Deno.test("recovery codes work once each, as they are typed, until they are made anew", async () => {
  using _clock = stopClock(new Date());
  await using test = await testServices();
  const { services } = test;
  const { session: { actor } } = await person(test);
  const { secret, codes: [first = "", second = "", third = ""] } = await turnedOn(test, actor);
  const take = (code: string) => takeCode(services, actor.userId, { code, address: ADDRESS });
  assert.equal(await take(first), true);
  assert.equal(await take(first), false);
  assert.equal(await take(second.toUpperCase().replaceAll("-", " ").replaceAll("0", "O")), true);
  const state = await getTwoFactor(actor, services);
  assert.ok(state.state === "on" && state.codesLeft === 8);
  const renew = (password: string, code: string) =>
    renewRecoveryCodes(actor, services, { password, code }, ADDRESS);
  await assert.rejects(renew("wrong", codeOf(secret)), InvalidInput);
  await assert.rejects(renew(PASSWORD, "000000x"), InvalidInput);
  const [next = ""] = await renew(PASSWORD, codeOf(secret));
  assert.equal(await take(third), false, "one of those before");
  assert.equal(await take(next), true);
});

Deno.test("turnOnTwoFactor() wants the password as well as the code", async () => {
  using _clock = stopClock(new Date());
  await using test = await testServices();
  const { services } = test;
  const { session: { actor, id } } = await person(test);
  await beginTwoFactor(actor, services);
  const begun = await getTwoFactor(actor, services);
  assert.ok(begun.state === "begun");
  const turnOn = (password: string, code: string) =>
    turnOnTwoFactor(actor, services, { password, code }, { sessionId: id, address: ADDRESS });
  await assert.rejects(
    turnOn("somebody else's", codeOf(begun.secret)),
    (error) => error instanceof InvalidInput && error.issues[0]?.pointer === "/password",
  );
  assert.equal((await getTwoFactor(actor, services)).state, "begun");
  assert.equal((await turnOn(PASSWORD, codeOf(begun.secret))).length, 10);
});

Deno.test("turnOffTwoFactor() wants password and code, resetTwoFactor() a superuser", async () => {
  using _clock = stopClock(new Date());
  await using test = await testServices();
  const { services } = test;
  const { session: { actor, id } } = await person(test);
  const { secret } = await turnedOn(test, actor, id);
  const off = (password: string, code: string) =>
    turnOffTwoFactor(actor, services, { password, code }, ADDRESS);
  await assert.rejects(
    off("wrong", codeOf(secret)),
    (error) => error instanceof InvalidInput && error.issues[0]?.pointer === "/password",
  );
  await assert.rejects(
    off(PASSWORD, codeOf(secret, -1)),
    (error) => error instanceof InvalidInput && error.issues[0]?.pointer === "/code",
  );
  await off(PASSWORD, codeOf(secret));
  const { token, session } = await person(test);
  await turnedOn(test, actor, session.id);
  await assert.rejects(
    resetTwoFactor({ ...actor, isSuperuser: false }, services.db, "olga"),
    { code: "forbidden" },
  );
  await assert.rejects(resetTwoFactor(actor, services.db, "olga"), /Turn your own off/);
  assert.ok(await findSession(services, token), "nothing was changed");
  const bram = await ensureSuperuser(services.db, {
    name: "Bram Bakker",
    username: "bram",
    email: "bram@example.com",
    password: PASSWORD,
  });
  const helper = { ...actor, ...bram };
  await resetTwoFactor(helper, services.db, "olga");
  await assert.rejects(resetTwoFactor(helper, services.db, "olga"), { code: "not_found" });
  assert.equal(await findSession(services, token), undefined, "signed out");
  const rows = await services.db.selectFrom("auditLog").select("action").orderBy("id").execute();
  assert.deepEqual(rows.map(({ action }) => action), [
    "user.two_factor_on",
    "user.two_factor_off",
    "user.two_factor_on",
    "user.two_factor_reset",
  ]);
});

Deno.test("whose second factor is changed is told by mail each time", async () => {
  using _clock = stopClock(new Date());
  await using test = await testServices();
  const { services } = test;
  const { session: { actor, id } } = await person(test);
  const { secret, codes: [first = "", second = ""] } = await turnedOn(test, actor, id);
  await renewRecoveryCodes(actor, services, { password: PASSWORD, code: first }, ADDRESS);
  const wrong = { password: PASSWORD, code: second };
  await assert.rejects(turnOffTwoFactor(actor, services, wrong, ADDRESS), InvalidInput);
  const proof = { password: PASSWORD, code: codeOf(secret) };
  await turnOffTwoFactor(actor, services, proof, ADDRESS);
  await turnedOn(test, actor, id);
  const bram = await ensureSuperuser(services.db, {
    name: "Bram Bakker",
    username: "bram",
    email: "bram@example.com",
    password: PASSWORD,
  });
  await resetTwoFactor({ ...actor, ...bram }, services.db, "olga");
  const mails = await services.db.selectFrom("mails").select(["kind", "recipient", "userId"])
    .orderBy("id").execute();
  const kinds = [
    "two_factor_on",
    "recovery_codes_renewed",
    "two_factor_off",
    "two_factor_on",
    "two_factor_reset",
  ];
  assert.deepEqual(
    mails.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)),
    kinds.toSorted((a, b) => kinds.indexOf(a) - kinds.indexOf(b))
      .map((kind) => ({ kind, recipient: "olga@example.com", userId: actor.userId })),
  );
});

function login({ as }: ApiTest, fields: Record<string, string>) {
  const body = new URLSearchParams({ username: "olga", password: PASSWORD, ...fields });
  return as(undefined).call("POST", "/login", { body });
}

Deno.test("POST /login asks for the second factor, and takes a code or a recovery code once", async () => {
  await using test = await apiTest({ worker: false });
  using _clock = stopClock(new Date());
  const { secret, codes: [recovery = ""] } = await turnedOn(test.test, test.owner);
  const needed = await login(test, {});
  assert.equal(needed.status, 401);
  assert.equal(needed.body.type, "/problems/second_factor_required");
  assert.match(needed.headers.get("www-authenticate") ?? "", /^Bearer/);
  const wrongPassword = await login(test, { password: "wrong", totp: codeOf(secret) });
  assert.equal(wrongPassword.body.type, "/problems/unauthenticated");
  for (const totp of [codeOf(secret), recovery]) {
    const first = await login(test, { totp });
    assert.equal(first.status, 200);
    assert.equal((await test.as(first.body.access_token).call("GET", "/jobs")).status, 200);
    const again = await login(test, { totp });
    assert.deepEqual([again.status, again.body.type], [401, "/problems/unauthenticated"]);
  }
});

Deno.test("refused sign-ins are in the audit log, by what was wrong; names that nobody has are not", async () => {
  await using test = await apiTest({ worker: false });
  using _clock = stopClock(new Date());
  const { codes: [totp = ""] } = await turnedOn(test.test, test.owner);
  assert.equal((await login(test, { password: "wrong" })).status, 401);
  assert.equal((await login(test, { username: "nobody" })).status, 401);
  assert.equal((await login(test, { totp: "000000x" })).status, 401);
  const { body: { access_token } } = await login(test, { totp });
  const { body } = await test.as(access_token).call("GET", "/audit_log?group=accounts");
  const refused = body.data
    .filter(({ action }: { action: string }) => action === "user.sign_in_refused")
    .map(({ details }: { details: unknown }) => details);
  assert.deepEqual(refused, [{ reason: "code" }, { reason: "password" }]);
});

Deno.test("two-factor sign-in is set up, used and turned off by the API", async () => {
  await using test = await apiTest({ worker: false });
  using _clock = stopClock(new Date());
  const { body: { access_token } } = await login(test, {});
  const program = test.as(access_token);
  const path = "/user/me/two_factor";
  const standing = async () => (await program.call("GET", path)).body;
  assert.deepEqual(await standing(), { state: "off", since: null, recovery_codes_left: null });
  const begun = await program.call("POST", path);
  assert.equal(begun.status, 201);
  const { secret, uri } = begun.body;
  assert.ok(uri.startsWith("otpauth://totp/") && uri.includes(`secret=${secret}`), uri);
  assert.equal((await standing()).state, "begun");
  assert.equal((await login(test, {})).status, 200, "nothing is asked for yet");

  const confirm = (password: string, code: string) =>
    program.call("POST", `${path}/confirm`, {
      json: { password, code },
      headers: { "idempotency-key": crypto.randomUUID() },
    });
  const unproven = await confirm("somebody else's", codeOf(secret));
  assert.deepEqual([unproven.status, unproven.body.errors[0].pointer], [422, "/password"]);
  const mistyped = await confirm(PASSWORD, codeOf(secret, -5));
  assert.deepEqual([mistyped.status, mistyped.body.errors[0].pointer], [422, "/code"]);
  const guesses = await test.test.services.db.selectFrom("signInFailures").selectAll().execute();
  assert.ok(guesses.length > 0, "a wrong one is counted whatever the call is repeated by");
  const on = await confirm(PASSWORD, codeOf(secret, -1));
  assert.equal(on.status, 200);
  const { recovery_codes: [recovery = ""] } = on.body;
  assert.equal(on.body.recovery_codes.length, 10);
  assert.equal((await program.call("POST", path)).status, 409, "it is on");
  assert.equal((await program.call("GET", "/jobs")).status, 200, "who set it up stays");
  assert.equal((await test.api.call("GET", "/jobs")).status, 401, "others are signed out");

  assert.equal((await login(test, {})).body.type, "/problems/second_factor_required");
  assert.equal((await login(test, { totp: codeOf(secret) })).status, 200);
  assert.equal((await login(test, { totp: recovery })).status, 200);
  assert.equal((await login(test, { totp: recovery })).status, 401, "a recovery code works once");
  assert.equal((await standing()).recovery_codes_left, 9);

  const { body: { recovery_codes: [next = "", last = ""] } } = await program.call(
    "POST",
    `${path}/recovery_codes`,
    { json: { password: PASSWORD, code: on.body.recovery_codes[1] } },
  );
  assert.equal((await login(test, { totp: on.body.recovery_codes[2] })).status, 401);
  assert.equal((await login(test, { totp: next })).status, 200);
  const off = (password: string) =>
    program.call("DELETE", path, { json: { password, code: last } });
  assert.equal((await off("wrong")).status, 422);
  assert.equal((await off(PASSWORD)).status, 204);
  assert.equal((await login(test, {})).status, 200);
  assert.equal((await off(PASSWORD)).status, 409);
});

Deno.test("a program sets it up where the workspace asks for it, and does nothing else before", async () => {
  await using test = await apiTest({ worker: false });
  using _clock = stopClock(new Date());
  const member = await test.addPerson("viewer", "same");
  await test.test.services.db.updateTable("workspaces").set({ requiresSecondFactor: true })
    .execute();
  for (const path of ["/user/me", "/user/me/sessions", "/jobs", "/workspace/two_factor"]) {
    const refused = await member.call("GET", path);
    assert.equal(refused.status, 403, path);
    assert.match(refused.body.detail, /POST \/api\/v1\/user\/me\/two_factor/);
  }
  // An operation that anyone may call is no way around it.
  assert.equal((await member.call("POST", "/tasks/task?message=x")).status, 403);
  const { body: { secret } } = await member.call("POST", "/user/me/two_factor");
  const proof = { password: PASSWORD, code: codeOf(secret) };
  const on = await member.call("POST", "/user/me/two_factor/confirm", { json: proof });
  assert.equal(on.status, 200);
  assert.equal((await member.call("GET", "/jobs")).status, 200);
});

/** Posts a form as a browser with those cookies does. */
function post({ url }: ApiTest, path: string, cookie: string, fields: Record<string, string>) {
  return fetch(url + path, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin: url },
    body: new URLSearchParams(fields),
  });
}

function cookieOf(answer: Response, name: string): string | undefined {
  return answer.headers.getSetCookie().map((line) => line.split(";")[0] ?? "")
    .find((pair) => pair.startsWith(`${name}=`) && !pair.endsWith("="));
}

Deno.test("the page of signing in gives no session before the code", async () => {
  await using test = await apiTest({ worker: false });
  using _clock = stopClock(new Date());
  const { config } = test.test;
  const { secret } = await turnedOn(test.test, test.owner);
  const first = await post(test, "/sign-in", "", {
    login: "olga",
    password: PASSWORD,
    next: "/reports",
  });
  assert.equal(first.status, 303);
  assert.equal(first.headers.get("location"), "/sign-in/code?next=%2Freports");
  assert.equal(cookieOf(first, sessionCookieName(config)), undefined);
  const pending = cookieOf(first, pendingCookieName(config)) ?? "";
  assert.match(first.headers.getSetCookie().join(), /HttpOnly; SameSite=Lax/);
  const asSession = pending.replace(pendingCookieName(config), sessionCookieName(config));
  const inside = await fetch(`${test.url}/`, {
    redirect: "manual",
    headers: { cookie: `${pending}; ${asSession}` },
  });
  assert.equal(inside.status, 303, "what waits is no session");
  await inside.body?.cancel();
  const wrong = await post(test, "/sign-in/code", pending, { code: "000000", next: "/reports" });
  assert.equal(wrong.status, 401);
  assert.match(await wrong.text(), /aria-invalid="true"/);
  const right = await post(test, "/sign-in/code", pending, {
    code: codeOf(secret),
    next: "/reports",
  });
  assert.deepEqual([right.status, right.headers.get("location")], [303, "/reports"]);
  const session = cookieOf(right, sessionCookieName(config)) ?? "";
  const reports = await fetch(`${test.url}/reports`, { headers: { cookie: session } });
  assert.equal(reports.status, 200);
  await reports.body?.cancel();
  const reused = await post(test, "/sign-in/code", pending, { code: codeOf(secret, 1), next: "/" });
  assert.equal(reused.headers.get("location"), "/sign-in?ended", "it is used up");
});

Deno.test("a workspace that asks for it leads members to set it up before anything else", async () => {
  await using test = await apiTest({ worker: false });
  using _clock = stopClock(new Date());
  const { services, config } = test.test;
  const rule = (isRequired: boolean) =>
    test.api.call("PATCH", "/workspace/two_factor", { json: { is_required: isRequired } });
  assert.equal((await rule(true)).status, 409, "not before one has it oneself");
  const member = await test.addPerson("recruiter", "same");
  const { secret } = await turnedOn(test.test, test.owner);
  const { body: { access_token } } = await login(test, { totp: codeOf(secret) });
  const owner = test.as(access_token);
  const on = await owner.call("PATCH", "/workspace/two_factor", { json: { is_required: true } });
  assert.deepEqual([on.status, on.body], [200, { is_required: true }]);
  const refused = await member.call("GET", "/jobs");
  assert.equal(refused.status, 403);
  assert.match(refused.body.detail, /two-factor/);
  assert.equal((await owner.call("GET", "/jobs")).status, 200);

  const { username } = await services.db.selectFrom("users").select("username")
    .where("id", "=", member.actor.userId).executeTakeFirstOrThrow();
  const who = { login: username, password: PASSWORD, address: ADDRESS, userAgent: null };
  const { token, session } = await signIn(services, who);
  assert.equal(session.lacksSecondFactor, true);
  const cookie = `${sessionCookieName(config)}=${token}`;
  for (const path of ["/", "/reports", "/settings"]) {
    const led = await fetch(test.url + path, { redirect: "manual", headers: { cookie } });
    assert.deepEqual([led.status, led.headers.get("location")], [303, "/settings/security"], path);
    await led.body?.cancel();
  }
  await turnedOn(test.test, member.actor, session.id);
  const page = await fetch(`${test.url}/settings`, { redirect: "manual", headers: { cookie } });
  assert.equal(page.status, 200);
  await page.body?.cancel();
});

Deno.test("a secret that is changed while its code is checked is not turned on", async () => {
  await using test = await testServices();
  const { services } = test;
  const { db } = services;
  const { session: { actor } } = await person(test);
  const { secret } = await beginTwoFactor(actor, services);
  const code = codeOf(secret);
  let turning: Promise<unknown> | undefined;
  await db.transaction().execute(async (trx) => {
    await beginTwoFactor(actor, { ...services, db: trx });
    turning = turnOnTwoFactor(actor, services, { password: PASSWORD, code }, {
      sessionId: crypto.randomUUID(),
      address: ADDRESS,
    }).catch((error) => error);
    await waitFor("it to wait for the row", async () => {
      const { rows } = await sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
      return rows.length > 0;
    });
  });
  assert.ok(await turning instanceof Conflict);
  assert.equal((await getTwoFactor(actor, services)).state, "begun");
});
