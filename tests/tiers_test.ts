import { configure, type LogRecord, reset } from "@logtape/logtape";
import assert from "node:assert/strict";
import { type ApiTest, apiTest, type Caller, type Json, until } from "./harness/api.ts";

/** Calls until the limits that an answer tells of are these; a change acts within two seconds. */
function untilPolicy(caller: Caller, path: string, policy: string) {
  return until(
    () => caller.call("GET", path),
    ({ headers }) => headers.get("ratelimit-policy") === policy,
  );
}

/** What a header says, but for the seconds, which pass. */
function withoutTime(header: string | null): string | undefined {
  return header?.replaceAll(/;t=\d+/g, "");
}

async function makeTier(test: ApiTest, name: string, limits: readonly Json[]): Promise<Json> {
  const { body: tier } = await test.api.call("POST", "/tier", { json: { name } });
  for (const json of limits) {
    const { status } = await test.api.call("POST", `/tier/${name}/rate_limit`, { json });
    assert.equal(status, 201);
  }
  return tier;
}

Deno.test("a superuser makes tiers and limits, and changes and removes them", async () => {
  await using test = await apiTest({ worker: false });
  const { api } = test;
  const made = await api.call("POST", "/tier", {
    json: { name: "pro", monthly_resumes: 20_000, monthly_jobs: null },
  });
  assert.equal(made.status, 201);
  assert.equal(made.body.monthly_resumes, 20_000);
  const twice = await api.call("POST", "/tier", { json: { name: "Pro" } });
  assert.equal(twice.status, 409);
  assert.match(twice.body.detail, /"Pro"/);
  for (const name of ["", "a/b", "a b", "ü", "x".repeat(41), 7]) {
    assert.equal((await api.call("POST", "/tier", { json: { name } })).status, 422, `${name}`);
  }
  const list = await api.call("GET", "/tiers");
  assert.deepEqual([list.body.total_count, list.body.data[0].name], [1, "pro"]);
  const renamed = await api.call("PATCH", "/tier/pro", {
    json: { name: "business", monthly_resumes: null },
  });
  assert.deepEqual([renamed.body.name, renamed.body.monthly_resumes], ["business", null]);
  assert.equal((await api.call("GET", "/tier/pro")).status, 404);

  // With or without the slash; a name of its own or one that is made.
  const bare = { path: "api/v1/jobs/{id}/resumes", method: "POST", limit: 5, period: 60 };
  const limit = await api.call("POST", "/tier/business/rate_limit", { json: bare });
  assert.equal(limit.status, 201);
  assert.equal(limit.body.path, "/api/v1/jobs/{id}/resumes");
  assert.equal(limit.body.name, "post.jobs.id.resumes:5:60");
  const same = await api.call("POST", "/tier/business/rate_limit", { json: bare });
  assert.equal(same.status, 409);
  const at = `/tier/business/rate_limit/${limit.body.id}`;
  const changed = await api.call("PATCH", at, { json: { limit: 7, method: null } });
  assert.deepEqual([changed.body.limit, changed.body.method, changed.body.period], [7, null, 60]);
  assert.equal((await api.call("GET", at)).body.limit, 7);
  const limits = await api.call("GET", "/tier/business/rate_limits");
  assert.deepEqual([limits.body.total_count, limits.body.data[0].id], [1, limit.body.id]);
  for (
    const bad of [
      { path: "/api/v2/jobs" },
      { path: "/api/v1/vacancies" },
      { path: "/api/v1/vacancies/*" },
      { path: "/api/v1/search", method: "POST" },
      { path: "/api/v1/jobs/0198f2c4-6A" },
      { path: "/api/v1/jobs/{}" },
      { path: "https://example.com/api/v1/jobs" },
      { limit: 0 },
      { limit: 1.5 },
      { period: 0 },
      { period: 2_678_401 },
      { method: "HEAD" },
      { name: "two words" },
    ]
  ) {
    const { status } = await api.call("POST", "/tier/business/rate_limit", {
      json: { ...bare, ...bad },
    });
    assert.equal(status, 422, JSON.stringify(bad));
  }
  assert.equal((await api.call("DELETE", at)).status, 204);
  assert.equal((await api.call("DELETE", at)).status, 404);
  assert.equal((await api.call("PATCH", at, { json: { limit: 8 } })).status, 404);
  assert.equal((await api.call("DELETE", "/tier/business")).status, 204);
  assert.equal((await api.call("DELETE", "/tier/business")).status, 404);
});

Deno.test("a user's tier goes before the workspace's, and nobody's goes while it is used", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner } = test;
  const { db } = test.test.services;
  const path = "/api/v1/*";
  const slow = await makeTier(test, "slow", [{ name: "slow", path, limit: 50, period: 60 }]);
  const fast = await makeTier(test, "fast", [{ name: "fast", path, limit: 90, period: 60 }]);
  const person = await test.addPerson("viewer", "same");
  const { username } = await db.selectFrom("users").select("username")
    .where("id", "=", person.actor.userId).executeTakeFirstOrThrow();

  assert.equal(
    (await person.call("GET", "/jobs")).headers.get("ratelimit-policy"),
    '"default";q=1000000;w=60',
  );
  const ofWorkspace = `/workspace/${owner.workspaceId}/tier`;
  const set = await api.call("PATCH", ofWorkspace, { json: { tier_id: slow.id } });
  assert.deepEqual([set.status, set.body.tier.name], [200, "slow"]);
  assert.deepEqual((await api.call("GET", ofWorkspace)).body, set.body);
  const { body: all } = await api.call("GET", "/workspaces");
  assert.deepEqual(
    all.data.map((one: Json) => [one.id, one.tier_id]),
    [[owner.workspaceId, slow.id]],
  );
  const nowhere = `/workspace/${crypto.randomUUID()}/tier`;
  assert.equal((await api.call("GET", nowhere)).status, 404);
  assert.equal((await api.call("PATCH", nowhere, { json: { tier_id: null } })).status, 404);
  await untilPolicy(person, "/jobs", '"slow";q=50;w=60');
  const given = await api.call("PATCH", `/user/${username}/tier`, { json: { tier_id: fast.id } });
  assert.deepEqual([given.body.tier_id, given.body.tier.name], [fast.id, "fast"]);
  await untilPolicy(person, "/jobs", '"fast";q=90;w=60');
  const own = await person.call("GET", `/user/${username}/rate_limits`);
  assert.deepEqual(
    [own.body.tier.name, own.body.data.map((one: Json) => one.name), own.body.default],
    ["fast", ["fast"], { limit: 1_000_000, period: 60 }],
  );
  assert.equal((await person.call("GET", "/user/olga/rate_limits")).status, 404);
  assert.equal((await person.call("GET", "/user/olga/tier")).status, 404);
  assert.equal((await api.call("GET", `/user/${username}/tier`)).body.tier.name, "fast");
  assert.equal((await api.call("GET", "/user/nobody/tier")).status, 404);

  for (const [name, user] of [["fast", username], ["slow", "My company"]]) {
    const { status, body } = await api.call("DELETE", `/tier/${name}`);
    assert.equal(status, 409);
    assert.ok(body.detail.includes(user), body.detail);
  }
  const unknown = await api.call("PATCH", `/user/${username}/tier`, {
    json: { tier_id: crypto.randomUUID() },
  });
  assert.deepEqual([unknown.status, unknown.body.errors[0].pointer], [422, "/tier_id"]);

  const none = await api.call("PATCH", `/user/${username}/tier`, { json: { tier_id: null } });
  assert.deepEqual([none.body.tier_id, none.body.tier], [null, null]);
  await untilPolicy(person, "/jobs", '"slow";q=50;w=60');
  assert.equal(
    (await person.call("GET", `/user/${username}/rate_limits`)).body.tier.name,
    "slow",
  );
  assert.equal((await api.call("DELETE", "/tier/fast")).status, 204);
});

Deno.test("calls beyond a limit are refused with what to do, superusers' too", async () => {
  await using test = await apiTest({
    worker: false,
    settings: { DEFAULT_RATE_LIMIT_LIMIT: "6", DEFAULT_RATE_LIMIT_PERIOD: "3600" },
  });
  const person = await test.addPerson("owner", "own");
  const answers = [];
  for (let n = 0; n < 7; n++) answers.push(await person.call("GET", n % 2 ? "/jobs" : "/stages"));
  assert.deepEqual(answers.map(({ status }) => status), [200, 200, 200, 200, 200, 200, 429]);
  const [first] = answers;
  assert.equal(first?.headers.get("ratelimit-policy"), '"default";q=6;w=3600');
  assert.match(first?.headers.get("ratelimit") ?? "", /^"default";r=5;t=3[56]\d\d$/);
  assert.equal(first?.headers.get("x-ratelimit-limit"), "6");
  assert.equal(first?.headers.get("x-ratelimit-remaining"), "5");
  assert.match(first?.headers.get("x-ratelimit-reset") ?? "", /^3[56]\d\d$/);
  const { headers, body } = answers[6] ?? assert.fail();
  assert.equal(headers.get("content-type"), "application/problem+json");
  assert.equal(body.type, "/problems/too_many_requests");
  assert.match(body.detail, /"default" is 6 within 3600 seconds/);
  assert.equal(headers.get("x-ratelimit-remaining"), "0");
  const retryAfter = Number(headers.get("retry-after"));
  assert.ok(retryAfter > 3500 && retryAfter <= 3600, `${retryAfter}`);

  // A refusal of another kind says how the limits stand as well, and counts.
  for (let n = 0; n < 6; n++) {
    const { status, headers } = await test.api.call("GET", "/jobs/nonsense");
    assert.equal(status, 404);
    assert.equal(headers.get("x-ratelimit-remaining"), String(5 - n));
  }
  assert.equal((await test.api.call("GET", "/tiers")).status, 429, "a superuser is not exempt");

  // Without a good token the address is counted, whatever is sent as a token.
  const statuses = [];
  for (const token of [undefined, "a", "b", "c", "tc_live_x", undefined, "d"]) {
    statuses.push((await test.as(token).call("GET", "/jobs")).status);
  }
  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 401, 429]);
  const health = await test.as(undefined).call("GET", "/health");
  assert.notEqual(health.status, 429, "who watches is not refused");
  assert.equal(health.headers.get("x-ratelimit-remaining"), "0");
  const forged = await test.as(undefined).call("GET", "/jobs", {
    headers: { "x-forwarded-for": "198.51.100.77" },
  });
  assert.equal(forged.status, 429, "nobody can make up an address");
});

Deno.test("a token counts by its owner and their tier also where anyone may call", async () => {
  await using test = await apiTest({
    worker: false,
    settings: { DEFAULT_RATE_LIMIT_LIMIT: "2", DEFAULT_RATE_LIMIT_PERIOD: "3600" },
  });
  const { db } = test.test.services;
  const tier = await makeTier(test, "tasks", [
    { name: "task", path: "/api/v1/tasks/task", method: "POST", limit: 4, period: 3600 },
  ]);
  const [one, other] = [await test.addPerson("owner", "own"), await test.addPerson("owner", "own")];
  await db.updateTable("users").set({ tierId: tier.id }).where("id", "=", one.actor.userId)
    .execute();
  const start = (by: Caller) => by.call("POST", "/tasks/task?message=hello");
  const calls = async (by: Caller, count: number) => {
    const answers = [];
    for (let n = 0; n < count; n++) answers.push((await start(by)).status);
    return answers;
  };
  assert.equal((await start(one)).headers.get("ratelimit-policy"), '"task";q=4;w=3600');
  assert.deepEqual(await calls(one, 4), [201, 201, 201, 429], "by their tier");
  assert.deepEqual(await calls(other, 3), [201, 201, 429], "somebody else's is another count");
  const bad = test.as("nonsense");
  assert.deepEqual(await calls(bad, 3), [401, 401, 429], "a bad token counts by address");
  assert.equal((await start(test.as(undefined))).status, 429, "the same count");
});

Deno.test("calls that no operation takes count by address", async () => {
  await using test = await apiTest({
    worker: false,
    settings: { DEFAULT_RATE_LIMIT_LIMIT: "3", DEFAULT_RATE_LIMIT_PERIOD: "3600" },
  });
  const { api } = test;
  const answers = [];
  for (const [method, path] of [["GET", "/nothing"], ["PUT", "/jobs"], ["GET", "/jobs/a/b/c"]]) {
    answers.push(await api.call(method ?? "", path ?? ""));
  }
  assert.deepEqual(
    answers.map(({ status, headers }) => [status, headers.get("x-ratelimit-remaining")]),
    [[404, "2"], [405, "1"], [404, "0"]],
  );
  for (const method of ["GET", "BREW"]) {
    const { status, headers, body } = await api.call(method, "/nothing");
    assert.deepEqual([status, body.type], [429, "/problems/too_many_requests"]);
    assert.ok(Number(headers.get("retry-after")) > 3500);
  }
  assert.equal((await test.as("nonsense").call("GET", "/jobs")).status, 429, "the same count");
  assert.equal((await api.call("GET", "/jobs")).status, 200, "who calls is counted apart");
});

Deno.test("to ask for the methods of a path, or to be sent on, counts as no call", async () => {
  await using test = await apiTest({
    worker: false,
    settings: { DEFAULT_RATE_LIMIT_LIMIT: "1", DEFAULT_RATE_LIMIT_PERIOD: "3600" },
  });
  const ask = async (method: string, path: string) => {
    const response = await fetch(`${test.url}/api/v1${path}`, { method, redirect: "manual" });
    await response.body?.cancel();
    return [response.status, response.headers.get("x-ratelimit-remaining")];
  };
  assert.deepEqual(await ask("OPTIONS", "/jobs"), [204, "1"]);
  assert.deepEqual(await ask("GET", "/jobs/"), [308, "1"]);
  assert.deepEqual(await ask("BREW", "/jobs"), [405, "0"]);
  assert.deepEqual(await ask("OPTIONS", "/jobs"), [204, "0"], "it answers beyond the limit");
  assert.deepEqual(await ask("GET", "/jobs/"), [308, "0"]);
  assert.deepEqual(await ask("BREW", "/jobs"), [429, "0"]);
});

Deno.test("an address comes from the proxy that the settings name", async () => {
  await using test = await apiTest({
    worker: false,
    settings: { DEFAULT_RATE_LIMIT_LIMIT: "2", TRUST_PROXY: "127.0.0.1" },
  });
  const from = async (address: string) =>
    (await test.as(undefined).call("GET", "/jobs", { headers: { "x-forwarded-for": address } }))
      .status;
  const statuses = [];
  for (const address of ["2001:db8::1", "2001:db8::2", "2001:db8::3", "198.51.100.7"]) {
    statuses.push(await from(address));
  }
  assert.deepEqual(statuses, [401, 401, 429, 401], "of IPv6 the network is counted");
});

Deno.test("limits are on patterns: of a method, of all, of all below; all or nothing", async () => {
  await using test = await apiTest({ worker: false });
  const tier = await makeTier(test, "narrow", [
    { name: "one-job", path: "/api/v1/jobs/{job_id}", method: "GET", limit: 2, period: 3600 },
    { name: "jobs", path: "/api/v1/jobs/*", limit: 4, period: 3600 },
    { name: "search", path: "api/v1/search", limit: 1, period: 3600 },
  ]);
  const person = await test.addPerson("owner", "own");
  const { username } = await test.test.services.db.selectFrom("users").select("username")
    .where("id", "=", person.actor.userId).executeTakeFirstOrThrow();
  const jobs = [];
  for (const title of ["One", "Two", "Three"]) {
    const json = { title: `Engineer ${title}`, description: "Requirements:\n- TypeScript" };
    jobs.push((await person.call("POST", "/jobs", { json })).body.id);
  }
  await test.api.call("PATCH", `/user/${username}/tier`, { json: { tier_id: tier.id } });
  await until(
    () => person.call("GET", "/search?q=a"),
    ({ headers }) => headers.get("ratelimit-policy") === '"search";q=1;w=3600',
  );
  assert.equal((await person.call("GET", "/search?q=a")).status, 429);

  // Other ids are the same pattern; both limits are told, and the nearer one in X-RateLimit-.
  const first = await person.call("GET", `/jobs/${jobs[0]}`);
  assert.equal(first.headers.get("ratelimit-policy"), '"one-job";q=2;w=3600, "jobs";q=4;w=3600');
  assert.equal(withoutTime(first.headers.get("ratelimit")), '"one-job";r=1, "jobs";r=3');
  assert.equal(first.headers.get("x-ratelimit-limit"), "2");
  assert.equal((await person.call("GET", `/jobs/${jobs[1]}`)).status, 200);
  assert.equal((await person.call("GET", `/jobs/${jobs[2]}`)).status, 429);
  // What was refused by one limit was not taken from the other.
  const json = { title: "Renamed" };
  assert.equal((await person.call("PATCH", `/jobs/${jobs[2]}`, { json })).status, 200);
  const last = await person.call("GET", `/jobs/${jobs[2]}/ranking`);
  assert.deepEqual([last.status, withoutTime(last.headers.get("ratelimit"))], [200, '"jobs";r=0']);
  assert.equal((await person.call("PATCH", `/jobs/${jobs[2]}`, { json })).status, 429);
  // What the tier does not name is under the default.
  const list = await person.call("GET", "/jobs");
  assert.deepEqual(
    [list.status, list.headers.get("ratelimit-policy")],
    [200, '"default";q=1000000;w=60'],
  );
});

Deno.test("a tier without a limit for what is called warns once, by name, and the default holds", async () => {
  await using test = await apiTest({ worker: false });
  const records: LogRecord[] = [];
  await configure({
    reset: true,
    sinks: { kept: (record) => void records.push(record) },
    loggers: [
      { category: ["talent", "limits"], sinks: ["kept"], lowestLevel: "warning" },
      { category: ["logtape", "meta"], lowestLevel: "error" },
    ],
  });
  try {
    const whole = await makeTier(test, "whole", [{ path: "/api/v1/*", limit: 90, period: 60 }]);
    const part = await makeTier(test, "part", [
      { name: "search", path: "/api/v1/search", limit: 9, period: 60 },
    ]);
    const empty = await makeTier(test, "empty", []);
    const toldOf = (name: string) =>
      records.filter(({ properties }) => properties.tier === name)
        .map(({ properties }) => properties.operation);
    for (const tier of [whole, part, empty]) {
      const person = await test.addPerson("viewer", "own");
      await test.test.services.db.updateTable("users").set({ tierId: tier.id })
        .where("id", "=", person.actor.userId).execute();
      // A new tier acts within a second.
      await until(
        () => person.call("GET", "/search?q=a"),
        ({ headers }) =>
          /;q=9/.test(headers.get("ratelimit-policy") ?? "") || toldOf(tier.name).length > 0,
      );
      const held = tier === whole ? /;q=90;w=60$/ : /^"default";q=1000000;w=60$/;
      for (const path of ["/jobs", "/stages", "/jobs"]) {
        const { headers } = await person.call("GET", path);
        assert.match(headers.get("ratelimit-policy") ?? "", held, `${tier.name}: ${path}`);
      }
    }
    assert.deepEqual(toldOf("whole"), []);
    assert.deepEqual(toldOf("part"), ["GET /api/v1/jobs"]);
    assert.deepEqual(toldOf("empty"), ["GET /api/v1/search"]);
  } finally {
    await reset();
  }
});
