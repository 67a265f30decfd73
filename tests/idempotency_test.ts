import assert from "node:assert/strict";
import { sql } from "kysely";
import { openTokenFamily } from "../lib/accounts/token_families.ts";
import { openDatabase } from "../lib/platform/database.ts";
import { removeOldCalls } from "../lib/platform/idempotency_store.ts";
import { type Answer, type ApiTest, apiTest, type Caller } from "./harness/api.ts";
import { startWeb } from "./harness/processes.ts";
import { testServices } from "./harness/services.ts";
import { makeOwner, PASSWORD } from "./harness/owner.ts";
import { waitFor } from "./harness/wait.ts";

const JOB = { title: "Backend engineer", description: "Requirements:\n- PostgreSQL" };

function post(
  caller: Caller,
  path: string,
  { key = "key-1", json = JOB as unknown }: { key?: string; json?: unknown } = {},
): Promise<Answer> {
  return caller.call("POST", path, { json, headers: { "idempotency-key": key } });
}

async function countJobs({ test }: Pick<ApiTest, "test">): Promise<number> {
  return (await test.services.db.selectFrom("jobs").select("id").execute()).length;
}

async function countKept({ test }: Pick<ApiTest, "test">): Promise<number> {
  return (await test.services.db.selectFrom("idempotencyKeys").select("scope").execute()).length;
}

const wasReplayed = ({ headers }: Answer) => headers.get("idempotency-replayed") === "true";

Deno.test("a repeated call is answered as it was the first time, and does nothing", async () => {
  await using test = await apiTest({ worker: false });
  const first = await post(test.api, "/jobs");
  assert.equal(first.status, 201);
  assert.equal(wasReplayed(first), false);
  await test.api.call("PATCH", `/jobs/${first.body.id}`, { json: { title: "Renamed" } });
  const again = await post(test.api, "/jobs");
  assert.equal(again.status, 201);
  assert.equal(again.headers.get("content-type"), first.headers.get("content-type"));
  assert.deepEqual(again.body, first.body);
  assert.equal(wasReplayed(again), true);
  assert.equal(await countJobs(test), 1);
});

Deno.test("parallel duplicates have one effect", async () => {
  await using test = await apiTest({ worker: false });
  for (let round = 0; round < 5; round++) {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => post(test.api, "/jobs", { key: `round-${round}` })),
    );
    for (const { status, headers, body } of answers) {
      if (status === 201) continue;
      assert.equal(status, 409);
      assert.equal(headers.get("retry-after"), "1");
      assert.match(body.detail, /still running/);
    }
    const ids = new Set(answers.flatMap(({ status, body }) => status === 201 ? [body.id] : []));
    assert.equal(ids.size, 1);
    assert.equal(await countJobs(test), round + 1);
  }
});

Deno.test("a key is for one call: other parameters are refused, other paths and callers are apart", async () => {
  await using test = await apiTest({ worker: false });
  await post(test.api, "/jobs");
  const other = await post(test.api, "/jobs", { json: { ...JOB, title: "Frontend engineer" } });
  assert.equal(other.status, 422);
  assert.equal(other.body.errors[0].pointer, "/idempotency-key");
  const query = await test.api.call("POST", "/jobs?x=1", {
    json: JOB,
    headers: { "idempotency-key": "key-1" },
  });
  assert.equal(query.status, 422);
  assert.equal(query.body.errors[0].pointer, "/idempotency-key");
  const stage = await post(test.api, "/stages", { json: { name: "Trial", decision: "undecided" } });
  assert.equal(stage.status, 201);
  const colleague = await test.addPerson("recruiter", "same");
  const theirs = await post(colleague, "/jobs");
  assert.equal(theirs.status, 201);
  assert.equal(wasReplayed(theirs), false);
  assert.equal(await countJobs(test), 2);
});

Deno.test("a key that is none is refused", async () => {
  await using test = await apiTest({ worker: false });
  for (const key of ["x".repeat(256), "with blank", "é"]) {
    const { status, body } = await post(test.api, "/jobs", { key });
    assert.equal(status, 422, key);
    assert.equal(body.errors[0].pointer, "/idempotency-key");
  }
  assert.equal((await post(test.api, "/jobs", { key: "~".repeat(255) })).status, 201);
});

Deno.test("a body that is too large is refused, also when it does not say how large it is", async () => {
  await using test = await apiTest({ worker: false });
  const chunk = new TextEncoder().encode(" ".repeat(100_000));
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => ++sent > 30 ? controller.close() : controller.enqueue(chunk),
  });
  const { status } = await test.api.call("POST", "/jobs", {
    body: body as unknown as BodyInit,
    headers: { "idempotency-key": "large", "content-type": "application/json" },
  });
  assert.equal(status, 413);
});

Deno.test("what is wrong with a call is not kept, what became of it is", async () => {
  await using test = await apiTest({ worker: false });
  assert.equal((await post(test.api, "/jobs", { json: { title: "No" } })).status, 422);
  assert.equal((await post(test.as(undefined), "/jobs")).status, 401);
  const viewer = await test.addPerson("viewer", "same");
  assert.equal((await post(viewer, "/jobs")).status, 403);
  assert.equal(await countKept(test), 0);
  assert.equal((await post(test.api, "/jobs")).status, 201, "the same key, once it is right");
  // Refused when it was tried: that is kept, as its effect would be.
  const stage = { name: "Trial", decision: "undecided" };
  await test.api.call("POST", "/stages", { json: stage });
  const taken = await post(test.api, "/stages", { key: "taken", json: stage });
  assert.equal(taken.status, 422);
  const { body: { data } } = await test.api.call("GET", "/stages");
  const made = data.find(({ name }: { name: string }) => name === "Trial");
  await test.api.call("DELETE", `/stages/${made.id}`);
  const again = await post(test.api, "/stages", { key: "taken", json: stage });
  assert.equal(again.status, 422);
  assert.equal(wasReplayed(again), true);
});

Deno.test("an error of ours is not kept, and leaves nothing behind", async () => {
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  await sql`
    create function fail() returns trigger language plpgsql as
      $$ begin raise exception 'broken'; end $$`.execute(db);
  await sql`create trigger fail before insert on audit_log execute function fail()`.execute(db);
  assert.equal((await post(test.api, "/jobs")).status, 500);
  assert.equal(await countJobs(test), 0);
  assert.equal(await countKept(test), 0);
  await sql`drop trigger fail on audit_log`.execute(db);
  assert.equal((await post(test.api, "/jobs")).status, 201);
});

Deno.test("without a sign-in a key is its address's", async () => {
  await using test = await apiTest({ worker: false });
  const anonymous = test.as(undefined);
  const options = { headers: { "idempotency-key": "sample" } };
  const first = await anonymous.call("POST", "/tasks/task?message=one", options);
  const again = await anonymous.call("POST", "/tasks/task?message=one", options);
  assert.equal(first.status, 201);
  assert.deepEqual(again.body, first.body);
  assert.equal(wasReplayed(again), true);
  assert.equal((await anonymous.call("POST", "/tasks/task?message=two", options)).status, 422);
});

Deno.test("with a sign-in a key is the caller's also where anyone may call", async () => {
  await using test = await apiTest({ worker: false });
  const colleague = await test.addPerson("recruiter", "same");
  const start = (by: Caller) =>
    by.call("POST", "/tasks/task?message=one", { headers: { "idempotency-key": "sample" } });
  const ids = [];
  for (const by of [test.api, colleague, test.as(undefined)]) {
    const [first, again] = [await start(by), await start(by)];
    assert.deepEqual([first.status, wasReplayed(first), wasReplayed(again)], [201, false, true]);
    assert.deepEqual(again.body, first.body);
    ids.push(first.body.id);
  }
  assert.equal(new Set(ids).size, 3, "nobody is given another's answer");
  const rows = await test.test.services.db.selectFrom("idempotencyKeys").select("workspaceId")
    .orderBy("createdAt").execute();
  const { workspaceId } = test.owner;
  assert.deepEqual(rows, [{ workspaceId }, { workspaceId }, { workspaceId: null }]);
});

Deno.test("tokens are never kept", async () => {
  await using test = await apiTest({ worker: false });
  const body = new URLSearchParams({ username: "olga", password: PASSWORD });
  const headers = { "idempotency-key": "login" };
  const login = () => test.as(undefined).call("POST", "/login", { body, headers });
  const [one, two] = [await login(), await login()];
  assert.equal(one.status, 200);
  assert.equal(wasReplayed(two), false);
  assert.notEqual(one.body.access_token, two.body.access_token);
  assert.equal(await countKept(test), 0);
});

Deno.test("what is kept of a body cannot be guessed by who does not know the key", async () => {
  await using test = await apiTest({ worker: false });
  for (const key of [crypto.randomUUID(), crypto.randomUUID()]) {
    const headers = { "idempotency-key": key };
    await test.api.call("POST", "/stages", { json: { name: key, decision: "undecided" }, headers });
    await test.api.call("POST", "/workspace/leave", { headers });
    const same = await test.api.call("POST", "/tasks/task?message=same", { headers });
    assert.equal(same.status, 201);
  }
  const rows = await test.test.services.db.selectFrom("idempotencyKeys").select("fingerprint")
    .execute();
  const all = new Set(rows.map(({ fingerprint }) => new Uint8Array(fingerprint).toHex()));
  assert.equal(rows.length, 4);
  assert.equal(all.size, 4, "the same call under another key has another fingerprint");
});

Deno.test("kept answers are unreadable in the database, and go after two days", async () => {
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  await post(test.api, "/jobs");
  const row = await db.selectFrom("idempotencyKeys").select(["body", "scope"])
    .executeTakeFirstOrThrow();
  const stored = new TextDecoder("latin1").decode(row.body ?? undefined);
  assert.ok(stored.length > 100 && !stored.includes("Backend"));
  await db.updateTable("idempotencyKeys")
    .set({ createdAt: sql<Date>`now() - interval '49 hours'` }).execute();
  const later = await post(test.api, "/jobs");
  assert.equal(wasReplayed(later), false);
  assert.equal(await countJobs(test), 2);
  assert.equal(await removeOldCalls(db, 10), 0);
  await db.updateTable("idempotencyKeys")
    .set({ createdAt: sql<Date>`now() - interval '49 hours'` }).execute();
  assert.equal(await removeOldCalls(db, 10), 1);
  assert.equal(await countKept(test), 0);
});

/** The same upload each time; the boundary is another one. */
function upload(api: Caller, jobId: string, content = "Ann Cook\nCook, Acme\n2019 - present") {
  const form = new FormData();
  form.append("files", new Blob([content]), "cv.txt");
  const headers = { "idempotency-key": "upload" };
  return api.call("POST", `/jobs/${jobId}/resumes`, { body: form, headers });
}

Deno.test("an upload is repeatable, also after the server died in the middle of it", async () => {
  await using test = await apiTest({ worker: false });
  const { api } = test;
  const { db } = test.test.services;
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  const first = await upload(api, job.id);
  assert.equal(first.status, 202);
  const again = await upload(api, job.id);
  assert.equal(wasReplayed(again), true);
  assert.deepEqual(again.body, first.body);
  assert.equal((await upload(api, job.id, "Somebody else, and longer too")).status, 422);
  const sameLength = "Ann Cook\nCook, Acme\n2019 - presenT";
  assert.equal((await upload(api, job.id, sameLength)).status, 422, "as long, and another");
  // As a server leaves it that dies before it has answered.
  const die = (lease: string) =>
    sql`update idempotency_keys set status = null, body = null, holder = ${crypto.randomUUID()},
      leased_until = now() + ${lease}::interval`.execute(db);
  await die("1 minute");
  assert.equal((await upload(api, job.id)).status, 409);
  await die("-1 second");
  const after = await upload(api, job.id);
  assert.equal(after.status, 202);
  assert.equal(wasReplayed(after), false);
  assert.equal(after.body.data[0].duplicate, true, "the same bytes make no second résumé");
  assert.equal(after.body.data[0].id, first.body.data[0].id);
});

Deno.test("a call of many megabytes is compared to its end", async () => {
  await using test = await apiTest({ worker: false });
  const resume = (end: string) => ({ text: `${"Cook, Acme 2019. ".repeat(11_000)}${end}` });
  const send = (end: string) =>
    test.api.call("POST", "/evaluations", {
      json: {
        job: { text: "Requirements:\n- Cooking" },
        resumes: [...Array(8).fill(resume("x")), resume(end)],
      },
      headers: { "idempotency-key": "large", prefer: "respond-async" },
    });
  const first = await send("a");
  assert.equal(first.status, 202);
  const again = await send("a");
  assert.deepEqual([wasReplayed(again), again.body.task_id], [true, first.body.task_id]);
  assert.equal((await send("b")).status, 422);
});

Deno.test("what a broken call has taken is not taken again from limits and quota", async () => {
  await using test = await apiTest({ worker: false });
  const { api } = test;
  const { services: { db } } = test.test;
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  const { body: tier } = await api.call("POST", "/tier", {
    json: { name: "counted", monthly_resumes: 100 },
  });
  await db.updateTable("workspaces").set({ tierId: tier.id }).execute();
  const used = async () =>
    (await db.selectFrom("quotaUse").select("resumes").executeTakeFirst())?.resumes ?? 0;
  const files = ["one", "two", "three"].map((name) => `${name} Cook\nCook, Acme\n2019 - present`);
  const uploadAll = () => {
    const form = new FormData();
    for (const [n, file] of files.entries()) form.append("files", new Blob([file]), `${n}.txt`);
    const headers = { "idempotency-key": "upload" };
    return api.call("POST", `/jobs/${job.id}/resumes`, { body: form, headers });
  };
  const judgeAll = () =>
    api.call("POST", "/evaluations", {
      json: {
        job: { text: "Requirements:\n- Cooking" },
        resumes: files.map((text) => ({ text })),
      },
      headers: { "idempotency-key": "judge", prefer: "respond-async" },
    });
  const left = ({ headers }: Answer) => Number(headers.get("x-ratelimit-remaining"));
  for (const [send, inAll] of [[uploadAll, 3], [judgeAll, 6]] as const) {
    const first = await send();
    assert.deepEqual([first.status, await used()], [202, inAll]);
    // As a server leaves it that dies before it has answered.
    await sql`update idempotency_keys set status = null, body = null, holder = ${crypto.randomUUID()},
      leased_until = now() - interval '1 second'`.execute(db);
    const after = await send();
    assert.deepEqual([after.status, wasReplayed(after), await used()], [202, false, inAll]);
    assert.equal(left(first) - left(after), 1, "the call itself");
    assert.equal(after.body.task_id, first.body.task_id);
  }
});

Deno.test("a server that is killed in the middle of a call leaves nothing of it", async () => {
  await using test = await testServices();
  const { services, config, env } = test;
  const owner = await makeOwner(services.db);
  const { accessToken: token } = await openTokenFamily(services, owner);
  const send = (url: string) =>
    fetch(`${url}/api/v1/jobs`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": "survivor",
      },
      body: JSON.stringify(JOB),
    });
  const blocker = openDatabase({ ...config.database, poolSize: 1 });
  try {
    const web = await startWeb(env);
    const lost = await blocker.transaction().execute(async (trx) => {
      // Its job is written by now, and its trail is not.
      await sql`lock table audit_log in access exclusive mode`.execute(trx);
      const answer = send(web.url).then(() => "answered", () => "lost");
      await waitFor("the call to be in the middle", async () => {
        const { rows } = await sql`
          select 1 from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`.execute(services.db);
        return rows.length > 0;
      });
      await web.kill();
      return await answer;
    });
    assert.equal(lost, "lost");
    await waitFor("PostgreSQL to notice", async () => {
      const { rows } = await sql`
        select 1 from pg_stat_activity
        where datname = current_database() and state like 'idle in transaction%'`
        .execute(services.db);
      return rows.length === 0;
    });
    assert.equal(await countJobs({ test }), 0);
    assert.equal(await countKept({ test }), 0);
    const next = await startWeb(env);
    try {
      const [one, two] = [await send(next.url), await send(next.url)];
      assert.equal(one.status, 201);
      assert.deepEqual(await two.json(), await one.json());
      assert.equal(await countJobs({ test }), 1);
    } finally {
      await next.kill();
    }
  } finally {
    await blocker.destroy();
  }
});
