import assert from "node:assert/strict";
import { cancelTask, getTask, retryEndedTask } from "../lib/accounts/tasks.ts";
import { enqueue } from "../lib/platform/queue.ts";
import { HIDDEN, shownArguments, shownError } from "../lib/platform/shown_task.ts";
import { registry } from "../worker/registry.ts";
import { runWorker } from "../worker/run_worker.ts";
import { type ApiTest, apiTest, type Caller, until } from "./harness/api.ts";
import { waitFor } from "./harness/wait.ts";

const NOBODY = "00000000-0000-7000-8000-000000000000";

async function startSample(api: Caller, message: string): Promise<string> {
  const { status, body } = await api.call("POST", `/tasks/task?message=${message}`);
  assert.equal(status, 201);
  return body.id;
}

/** Makes a task that nobody is to take up yet. */
async function startLater({ api, test }: ApiTest): Promise<string> {
  const id = await startSample(api, "later");
  await test.services.db.updateTable("tasks").set({ dueAt: new Date(Date.now() + 3_600_000) })
    .where("id", "=", id).execute();
  return id;
}

Deno.test("the sample task waits five seconds, then says that it is complete", async () => {
  await using test = await apiTest();
  const anonymous = test.as(undefined);
  const id = await startSample(anonymous, "Demo");
  const { body: before } = await anonymous.call("GET", `/tasks/task/${id}`);
  assert.equal(before.function, "sample_background_task");
  assert.deepEqual(before.arguments, { message: "Demo" });
  assert.equal(before.status, "waiting");
  assert.equal(before.result, null);
  const waitMs = new Date(before.due_at).getTime() - new Date(before.created_at).getTime();
  assert.ok(waitMs > 4000 && waitMs < 6000, `waits ${waitMs} ms`);
  const { body: after } = await until(
    () => anonymous.call("GET", `/tasks/task/${id}`),
    ({ body }) => body.status === "done",
  );
  assert.equal(after.result, "Task Demo is complete!");
  assert.ok(after.started_at >= after.due_at);
  assert.ok(after.finished_at >= after.started_at);
  assert.equal(after.failures, 0);
  assert.equal(after.error, null);
});

Deno.test("a message that is none, and a task that is none, are refused", async () => {
  await using test = await apiTest({ worker: false });
  const anonymous = test.as(undefined);
  for (const query of ["", "?message=", `?message=${"x".repeat(201)}`, "?message=a&other=b"]) {
    const { status, body } = await anonymous.call("POST", `/tasks/task${query}`);
    assert.equal(status, 422, query);
    assert.equal(body.type, "/problems/invalid_input");
  }
  assert.equal((await anonymous.call("GET", `/tasks/task/${NOBODY}`)).status, 404);
  assert.equal((await anonymous.call("GET", "/tasks/task/nonsense")).status, 404);
  assert.equal((await test.as("nonsense").call("GET", `/tasks/task/${NOBODY}`)).status, 401);
});

Deno.test("a workspace's tasks are its own, and all of them a superuser's", async () => {
  await using test = await apiTest({ worker: false });
  const { api } = test;
  const stranger = await test.addPerson("owner", "own");
  const theirs = await startSample(stranger, "theirs");
  const ours = await startSample(api, "ours");
  const free = await startSample(test.as(undefined), "free");
  assert.equal((await stranger.call("GET", `/tasks/task/${ours}`)).status, 404);
  assert.equal((await test.as(undefined).call("GET", `/tasks/task/${ours}`)).status, 404);
  assert.equal((await stranger.call("GET", `/tasks/task/${free}`)).status, 200);
  assert.equal((await stranger.call("POST", `/tasks/task/${free}/cancel`)).status, 404);
  const { body: own } = await stranger.call("GET", "/tasks?status=waiting");
  assert.deepEqual(own.data.map(({ id }: { id: string }) => id), [theirs]);
  assert.equal(own.data[0].arguments.message, HIDDEN);
  assert.equal((await stranger.call("GET", "/tasks?all=true")).status, 403);
  const { body: all } = await api.call("GET", "/tasks?all=true&items_per_page=2");
  assert.deepEqual(all.data.map(({ id }: { id: string }) => id), [free, ours]);
  assert.equal(all.total_count, 3);
  assert.equal(all.has_more, true);
  assert.equal((await api.call("GET", `/tasks/task/${theirs}`)).status, 200);
});

Deno.test("a superuser discards what is parked, and nothing else", async () => {
  await using test = await apiTest({ worker: false });
  const { body: { id } } = await test.api.call("POST", "/tasks/task?message=you");
  const discard = (by = test.api) => by.call("DELETE", `/tasks/task/${id}`);
  assert.equal((await discard()).status, 404, "it waits");
  await test.test.services.db.updateTable("tasks")
    .set({ state: "parked", finishedAt: new Date() }).where("id", "=", id).execute();
  const member = await test.addPerson("owner", "same");
  assert.equal((await discard(member)).status, 403);
  assert.equal((await discard()).status, 204);
  assert.equal((await test.api.call("GET", `/tasks/task/${id}`)).status, 404);
});

Deno.test("the installation's own tasks are for superusers alone", async () => {
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  const id = await db.transaction().execute((trx) =>
    enqueue(trx, { name: "housekeeping", payload: {}, workspaceId: null })
  );
  assert.equal((await test.as(undefined).call("GET", `/tasks/task/${id}`)).status, 404);
  const stranger = await test.addPerson("owner", "own");
  assert.equal((await stranger.call("GET", `/tasks/task/${id}`)).status, 404);
  assert.equal((await test.api.call("GET", `/tasks/task/${id}`)).status, 200);
});

Deno.test("a cancelled task is not run, until it is retried", async () => {
  await using test = await apiTest();
  const { api } = test;
  const id = await startLater(test);
  const { body: cancelled } = await api.call("POST", `/tasks/task/${id}/cancel`);
  assert.equal(cancelled.status, "cancelled");
  assert.ok(cancelled.finished_at);
  const again = await api.call("POST", `/tasks/task/${id}/cancel`);
  assert.equal(again.status, 409);
  assert.match(again.body.detail, /is cancelled/);
  const { status, body: retried } = await api.call("POST", `/tasks/task/${id}/retry`);
  assert.equal(status, 202);
  assert.notEqual(retried.id, id);
  await until(
    () => api.call("GET", `/tasks/task/${retried.id}`),
    ({ body }) => body.status === "done" && body.result === "Task later is complete!",
  );
  assert.equal((await api.call("POST", `/tasks/task/${retried.id}/retry`)).status, 409);
  assert.equal((await api.call("POST", `/tasks/task/${id}/retry`)).status, 404);
});

Deno.test("what waited for a cancelled task is marked as failed, and a retry opens it again", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner } = test;
  const { db } = test.test.services;
  const { body: job } = await api.call("POST", "/jobs", {
    json: { title: "Cook", description: "Requirements:\n- Cooking" },
  });
  const { body: added } = await api.upload(job.id, {
    "cv.txt": "Ann Cook\nCook, Acme\n2019 - now",
  });
  const resumeId = added.data[0].id;
  const task = await db.selectFrom("tasks").select("id").where("name", "=", "read_resume")
    .executeTakeFirstOrThrow();
  await cancelTask(owner, db, task.id);
  const stopping = new AbortController();
  const working = runWorker(test.test.walled, { signal: stopping.signal, registry });
  const statusOf = async () => (await api.call("GET", `/resumes/${resumeId}`)).body.status;
  try {
    await waitFor("the résumé to be failed", async () => await statusOf() === "failed");
    const { id } = await retryEndedTask(owner, db, task.id);
    await waitFor("the résumé to be judged", async () => await statusOf() === "done");
    await waitFor("the task", async () => (await getTask(owner, db, id)).status === "done");
  } finally {
    stopping.abort();
    await working;
  }
});

Deno.test("a task that runs is let go of when it is cancelled", async () => {
  await using test = await apiTest({ worker: false, settings: { TASK_LEASE_SECONDS: "2" } });
  const { services } = test.test;
  const { promise: aborted, resolve } = Promise.withResolvers<void>();
  const given: unknown[] = [];
  const slow = {
    run: (_payload: unknown, { signal }: { signal: AbortSignal }) =>
      new Promise<void>((_, reject) => {
        signal.addEventListener("abort", () => {
          resolve();
          reject(signal.reason);
        });
      }),
    parked: (payload: unknown) => Promise.resolve(void given.push(payload)),
  };
  const stopping = new AbortController();
  const working = runWorker(services, {
    signal: stopping.signal,
    registry: { slow, task_cancelled: registry.task_cancelled ?? slow },
  });
  try {
    const id = await services.db.transaction().execute((trx) =>
      enqueue(trx, { name: "slow", payload: { n: 1 }, workspaceId: test.owner.workspaceId })
    );
    const stateOf = async () => (await getTask(test.owner, services.db, id)).status;
    await waitFor("it to run", async () => await stateOf() === "running");
    await cancelTask(test.owner, services.db, id);
    await aborted;
    assert.equal(await stateOf(), "cancelled");
  } finally {
    stopping.abort();
    await working;
  }
});

Deno.test("errors are told to superusers alone, and arguments never say what may be about a person", async () => {
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  const { workspaceId } = test.owner;
  const id = await db.transaction().execute((trx) =>
    enqueue(trx, {
      name: "send_mail",
      payload: { to: "ann@example.com", resumeId: NOBODY, count: 3, lines: ["Dear Ann", 1] },
      workspaceId,
    })
  );
  await db.updateTable("tasks").set({ state: "parked", error: 'Error: "Ann" at ann@example.com' })
    .where("id", "=", id).execute();
  const { body } = await test.api.call("GET", `/tasks/task/${id}`);
  assert.deepEqual(body.arguments, {
    to: HIDDEN,
    resume_id: NOBODY,
    count: 3,
    lines: [HIDDEN, 1],
  });
  assert.equal(body.error, `Error: "${HIDDEN}" at ${HIDDEN}`);
  const member = await test.addPerson("recruiter", "same");
  assert.equal((await member.call("GET", `/tasks/task/${id}`)).body.error, null);
});

Deno.test("shownArguments() keeps the shape of whatever there is", () => {
  assert.deepEqual(shownArguments(null), { value: null });
  assert.deepEqual(shownArguments(["jan"]), { value: [HIDDEN] });
  assert.deepEqual(shownArguments({ at: "2026-01-01T00:00:00.000Z", ok: true }), {
    at: "2026-01-01T00:00:00.000Z",
    ok: true,
  });
  assert.equal(shownError("Error: No toner"), "Error: No toner");
});
