import assert from "node:assert/strict";
import { sql } from "kysely";
import { changesSince, currentChange } from "../lib/hiring/progress.ts";
import { type ApiTest, apiTest, type Json, untilRanked } from "./harness/api.ts";

const JOB = { title: "Carpenter", description: "Requirements:\n- VCA certificate\n- Woodworking" };

interface Event {
  readonly id: string;
  readonly event: string;
  readonly data: Json;
}

/** Reads a stream of server-sent events as a client does; comments are `event: "comment"`. */
async function* listen(
  { url, api }: ApiTest,
  jobId: string,
  lastEventId?: string,
): AsyncGenerator<Event> {
  const leave = new AbortController();
  const response = await fetch(`${url}/api/v1/jobs/${jobId}/events`, {
    headers: {
      authorization: `Bearer ${api.token}`,
      ...(lastEventId ? { "last-event-id": lastEventId } : {}),
    },
    signal: leave.signal,
  });
  assert.equal(response.status, 200);
  assert.match(response.headers.get("content-type") ?? "", /^text\/event-stream/);
  assert.equal(response.headers.get("cache-control"), "no-store");
  let rest = "";
  try {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + chunk).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const fields = Object.fromEntries(block.split("\n").map((line) => line.split(/: (.*)/)));
        if (fields.event) yield { ...fields, data: JSON.parse(fields.data) } as Event;
      }
    }
  } finally {
    leave.abort();
  }
}

async function makeJob({ api }: ApiTest): Promise<string> {
  return (await api.call("POST", "/jobs", { json: JOB })).body.id;
}

Deno.test("GET /jobs/{id}/events tells of every résumé until it is judged", async () => {
  await using test = await apiTest();
  const id = await makeJob(test);
  await test.api.upload(id, { "first.txt": "First Person\nWoodworking" });
  await untilRanked(test.api, id);
  const states = new Map<string, string[]>();
  let uploading: Promise<unknown> | undefined;
  for await (const { event, data } of listen(test, id)) {
    if (!uploading) {
      assert.equal(event, "snapshot");
      assert.deepEqual(data.resumes.map(({ status }: Json) => status), ["done"]);
      assert.equal(data.resumes[0].candidate.name, "First Person");
      assert.equal(typeof data.resumes[0].score, "number");
      const files = Object.fromEntries(
        Array.from({ length: 12 }, (_, n) => [`${n}.txt`, `Person ${n}\nWoodworking ${n}`]),
      );
      uploading = test.api.upload(id, { ...files, "bad.pdf": "%PDF-1.4 no" });
      continue;
    }
    assert.equal(event, "changes");
    for (const { id, status } of data.resumes) {
      states.set(id, [...states.get(id) ?? [], status]);
    }
    if (data.counts.total === 14 && data.counts.done + data.counts.failed === 14) break;
  }
  await uploading;
  assert.equal(states.size, 13);
  const places = ["waiting", "reading", "judging", "done", "failed"];
  for (const told of states.values()) {
    assert.match(told.at(-1) ?? "", /done|failed/);
    const order = told.map((status) => places.indexOf(status));
    assert.deepEqual(order, order.toSorted((a, b) => a - b), `went back: ${told}`);
    assert.equal(new Set(told).size, told.length, `told twice: ${told}`);
  }
});

Deno.test("GET /jobs/{id}/events resumes by Last-Event-ID and misses nothing", async () => {
  await using test = await apiTest();
  const id = await makeJob(test);
  const known = new Map<string, string>();
  let lastId = "";
  const follow = async (until: (counts: Json) => boolean, isFirst: boolean) => {
    for await (const { id: eventId, event, data } of listen(test, id, lastId)) {
      assert.equal(event, isFirst ? "snapshot" : "changes");
      lastId = eventId;
      for (const { id, status } of data.resumes) known.set(id, status);
      if (until(data.counts)) return;
      isFirst = false;
    }
  };
  await follow(() => true, true);
  // Each round cuts the stream at another moment while files come in and are judged.
  for (let round = 1; round <= 5; round++) {
    const files = Object.fromEntries(
      Array.from({ length: 8 }, (_, n) => [`${round}-${n}.txt`, `Person ${round} ${n}`]),
    );
    const uploading = test.api.upload(id, files);
    await follow(({ total }) => total > (round - 1) * 8, false);
    await uploading;
    await untilRanked(test.api, id); // while nobody listens
    await follow(({ done }) => done === round * 8, false);
    assert.equal(known.size, round * 8);
    assert.deepEqual([...new Set(known.values())], ["done"]);
  }
});

Deno.test("GET /jobs/{id}/events with a number from another database begins anew", async () => {
  await using test = await apiTest({ worker: false });
  const id = await makeJob(test);
  await test.api.upload(id, { "a.txt": "A" });
  for (const lastId of ["999999999999999", "nonsense", "0"]) {
    for await (const { event, data } of listen(test, id, lastId)) {
      assert.deepEqual([event, data.resumes.length], ["snapshot", 1], lastId);
      break;
    }
  }
});

Deno.test("GET /jobs/{id}/events ends, as a whole answer, when the job is deleted", async () => {
  await using test = await apiTest({ worker: false });
  const id = await makeJob(test);
  const events: string[] = [];
  for await (const { event } of listen(test, id)) {
    events.push(event);
    assert.equal((await test.api.call("DELETE", `/jobs/${id}`)).status, 204);
  }
  assert.deepEqual(events, ["snapshot"]);
});

Deno.test("changesSince() shows what was written before it and committed after it", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const id = await makeJob(test);
  await test.api.upload(id, { "slow.txt": "Slow", "fast.txt": "Fast" });
  const [slow, fast] = (await changesSince(owner, db, id, 0)).resumes;
  assert.ok(slow && fast);
  const { promise: written, resolve: hasWritten } = Promise.withResolvers<void>();
  const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>();
  const change = { change: sqlChange(), status: "reading" as const };
  const slowly = db.transaction().execute(async (trx) => {
    await trx.updateTable("resumes").set(change).where("id", "=", slow.id).execute();
    hasWritten();
    await mayCommit;
  });
  await written;
  await db.updateTable("resumes").set(change).where("id", "=", fast.id).execute();
  const before = await changesSince(owner, db, id, await currentChange(db));
  assert.ok(before.resumes.some((one) => one.id === fast.id));
  assert.ok(!before.resumes.some((one) => one.id === slow.id && one.status === "reading"));
  commit();
  await slowly;
  const after = await changesSince(owner, db, id, before.change);
  assert.equal(after.resumes.find((one) => one.id === slow.id)?.status, "reading");
});

function sqlChange() {
  return sql<number>`pg_current_xact_id()::text::bigint`;
}
