import assert from "node:assert/strict";
import { type ApiTest, apiTest, type Caller, until } from "./harness/api.ts";
import { PASSWORD } from "./harness/owner.ts";

/** The earlier system's guide, step by step, against this one: what it promises works as written. */

interface SignedIn {
  readonly caller: Caller;
  readonly token: string;
  readonly cookie: string;
}

async function signIn(test: ApiTest, username: string): Promise<SignedIn> {
  const { status, body, headers } = await test.as(undefined).call("POST", "/login", {
    body: new URLSearchParams({ username, password: PASSWORD }),
  });
  assert.equal(status, 200);
  assert.equal(body.token_type, "bearer");
  return {
    caller: test.as(body.access_token),
    token: body.access_token,
    cookie: cookieOf(headers),
  };
}

/** The refresh token as a browser would send it back. */
function cookieOf(headers: Headers): string {
  const [set = ""] = headers.getSetCookie().filter((one) => one.startsWith("refresh_token="));
  assert.match(set, /; HttpOnly/i);
  assert.match(set, /; SameSite=Lax/i);
  return set.split(";")[0] ?? "";
}

function refresh(test: ApiTest, cookie: string) {
  return test.as(undefined).call("POST", "/refresh", { headers: { cookie } });
}

Deno.test("the guide: signing in by username or e-mail, and who one is", async () => {
  await using test = await apiTest({ worker: false });
  const byName = await signIn(test, "olga");
  assert.equal((await byName.caller.call("GET", "/jobs")).status, 200);
  const byMail = await signIn(test, "olga@example.com");
  assert.equal((await byMail.caller.call("GET", "/jobs")).status, 200);
  const wrong = await test.as(undefined).call("POST", "/login", {
    body: new URLSearchParams({ username: "olga", password: "not this one at all" }),
  });
  assert.equal(wrong.status, 401);
  assert.equal((await test.as(undefined).call("GET", "/jobs")).status, 401);
});

Deno.test("the guide: a refresh token is exchanged, and never good as an access token", async () => {
  await using test = await apiTest({ worker: false });
  const first = await signIn(test, "olga");
  const next = await refresh(test, first.cookie);
  assert.equal(next.status, 200);
  assert.notEqual(next.body.access_token, first.token);
  assert.equal((await test.as(next.body.access_token).call("GET", "/jobs")).status, 200);
  assert.notEqual(cookieOf(next.headers), first.cookie);
  const misused = decodeURIComponent(first.cookie.slice("refresh_token=".length));
  assert.equal((await test.as(misused).call("GET", "/jobs")).status, 401);
});

Deno.test("the guide: signing out ends the access and the refresh token", async () => {
  await using test = await apiTest({ worker: false });
  const { caller, cookie } = await signIn(test, "olga");
  const { status, headers } = await caller.call("POST", "/logout", { headers: { cookie } });
  assert.equal(status, 200);
  assert.match(headers.getSetCookie().join(), /refresh_token=;/);
  assert.equal((await caller.call("GET", "/jobs")).status, 401);
  assert.equal((await refresh(test, cookie)).status, 401);
});

Deno.test("the guide: a tier is made, given to a user, and its limit holds", async () => {
  await using test = await apiTest({ worker: false });
  const { caller: admin } = await signIn(test, "olga");
  const { status, body: tier } = await admin.call("POST", "/tier", { json: { name: "free" } });
  assert.equal(status, 201);
  const limit = await admin.call("POST", "/tier/free/rate_limit", {
    json: { name: "two_job_lists", path: "api/v1/jobs", method: "GET", limit: 2, period: 3600 },
  });
  assert.equal(limit.status, 201);
  const { body: limits } = await admin.call("GET", "/tier/free/rate_limits");
  assert.deepEqual(limits.data.map(({ name }: { name: string }) => name), ["two_job_lists"]);

  const person = await test.addPerson("recruiter", "same");
  const { username } = await test.test.services.db.selectFrom("users").select("username")
    .where("id", "=", person.actor.userId).executeTakeFirstOrThrow();
  const given = await admin.call("PATCH", `/user/${username}/tier`, { json: { tier_id: tier.id } });
  assert.equal(given.status, 200);
  // A change acts within two seconds in every process.
  const seen = await until(
    () => person.call("GET", "/jobs"),
    ({ headers }) => headers.get("x-ratelimit-limit") === "2",
    5000,
  );
  assert.equal(seen.headers.get("x-ratelimit-remaining"), "1");
  assert.equal((await person.call("GET", "/jobs")).status, 200);
  const refused = await person.call("GET", "/jobs");
  assert.equal(refused.status, 429);
  assert.equal(refused.body.type, "/problems/too_many_requests");
  assert.ok(Number(refused.headers.get("retry-after")) > 0);
  assert.equal((await admin.call("GET", "/jobs")).status, 200, "others are counted apart");
});

Deno.test("the guide: the task route has a limit of its own", async () => {
  await using test = await apiTest({ worker: false });
  const { caller: admin } = await signIn(test, "olga");
  const { body: tier } = await admin.call("POST", "/tier", { json: { name: "free" } });
  const made = await admin.call("POST", "/tier/free/rate_limit", {
    json: { name: "tasks", path: "api/v1/tasks/task", limit: 5, period: 3600 },
  });
  assert.equal(made.status, 201);
  await admin.call("PATCH", "/user/olga/tier", { json: { tier_id: tier.id } });
  const start = (caller: Caller) => caller.call("POST", "/tasks/task?message=Limited");
  // Until the tier acts, calls count in the default limit.
  const first = await until(
    () => start(admin),
    ({ headers }) => headers.get("x-ratelimit-limit") === "5",
    5000,
  );
  assert.deepEqual([first.status, first.headers.get("x-ratelimit-remaining")], [201, "4"]);
  const statuses = [];
  for (let n = 0; n < 5; n++) statuses.push((await start(admin)).status);
  assert.deepEqual(statuses, [201, 201, 201, 201, 429]);
  assert.equal((await admin.call("GET", "/jobs")).status, 200, "others are not limited by it");
  assert.equal((await start(test.as(undefined))).status, 201, "who has no tier has the default");
});

Deno.test("the guide: what was read is given again from the cache until it changes", async () => {
  await using test = await apiTest({ worker: false });
  const { caller } = await signIn(test, "olga");
  const { body: job } = await caller.call("POST", "/jobs", {
    json: { title: "Backend engineer", description: "Requirements:\n- TypeScript" },
  });
  const read = () => caller.call("GET", `/jobs/${job.id}`);
  assert.equal((await read()).headers.get("x-cache"), "miss");
  const kept = await read();
  assert.equal(kept.headers.get("x-cache"), "hit");
  const known = await caller.call("GET", `/jobs/${job.id}`, {
    headers: { "if-none-match": kept.headers.get("etag") ?? "" },
  });
  assert.equal(known.status, 304);
  await caller.call("PATCH", `/jobs/${job.id}`, { json: { title: "Frontend engineer" } });
  const changed = await read();
  assert.equal(changed.headers.get("x-cache"), "miss");
  assert.equal(changed.body.title, "Frontend engineer");
});

Deno.test("the guide: a task is handed in without signing in, and tells its result", async () => {
  await using test = await apiTest();
  const anybody = test.as(undefined);
  const { status, body: { id } } = await anybody.call("POST", "/tasks/task?message=Guide");
  assert.equal(status, 201);
  const { body: task } = await until(
    () => anybody.call("GET", `/tasks/task/${id}`),
    ({ body }) => body.status === "done",
  );
  assert.equal(task.function, "sample_background_task");
  assert.deepEqual(task.arguments, { message: "Guide" });
  assert.equal(task.result, "Task Guide is complete!");
  const unknown = "00000000-0000-7000-8000-000000000000";
  assert.equal((await anybody.call("GET", `/tasks/task/${unknown}`)).status, 404);
});
