import assert from "node:assert/strict";
import fc from "fast-check";
import { sql } from "kysely";
import { Webhook as Verifier } from "standardwebhooks";
import { deliverWebhook, type Sending } from "../lib/accounts/webhook_delivery.ts";
import { EVENT_DATA, WEBHOOK_EVENTS } from "../lib/hiring/webhook_events.ts";
import { addressOf, faultOfUrl, isPublicAddress } from "../lib/platform/webhooks/address.ts";
import { GIVE_UP_AFTER_MS, pauseBefore, PAUSES_MS } from "../lib/platform/webhooks/retry.ts";
import { postTo } from "../lib/platform/webhooks/send.ts";
import { newWebhookSecret, signMessage } from "../lib/platform/webhooks/signature.ts";
import { type ApiTest, apiTest, type Caller, type Json, untilRanked } from "./harness/api.ts";
import { type Receiver, startReceiver } from "./harness/receiver.ts";
import { waitFor } from "./harness/wait.ts";

const JOB = { title: "Backend engineer", description: "Requirements:\n- PostgreSQL" };
const ALL = Object.keys(EVENT_DATA);

async function addWebhook(api: Caller, url: string, events: readonly string[] = ALL) {
  const { status, body } = await api.call("POST", "/webhooks", { json: { url, events } });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

/** Sends what waits, whenever it is due, as the worker would. */
async function deliverAll({ test }: ApiTest, sending: Sending = {}): Promise<void> {
  const { db } = test.services;
  await db.updateTable("webhookDeliveries").set({ nextAttemptAt: sql<Date>`now()` })
    .where("state", "=", "waiting").execute();
  const rows = await db.selectFrom("webhookDeliveries").select("id")
    .where("state", "=", "waiting").orderBy("id").execute();
  for (const { id } of rows) {
    const { signal } = new AbortController();
    await deliverWebhook(test.services, { deliveryId: id }, signal, sending);
  }
}

async function logOf(api: Caller, id: string): Promise<Json[]> {
  return (await api.call("GET", `/webhooks/${id}/deliveries`)).body.data;
}

const typesOf = ({ received }: Receiver) => received.map(({ body }) => JSON.parse(body).type);

Deno.test("a workspace is told what happens, signed, with ids and figures alone", async () => {
  await using receiver = startReceiver();
  await using test = await apiTest();
  const { api } = test;
  const { id, secret } = await addWebhook(api, receiver.url);
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  const { body: added } = await api.upload(job.id, {
    "anna.txt": "Anna Visser\nanna@example.com\nDeveloper, Acme\n2019 - present\n- PostgreSQL",
    "bad.pdf": "%PDF-1.4 no",
  });
  await untilRanked(api, job.id);
  const resumeId = added.data[0].id;
  const moves = await api.call("POST", "/moves", {
    json: { resumes: [{ id: resumeId }], to: { decision: "shortlisted" } },
  });
  await api.call("POST", `/moves/${moves.body.batch_id}/undo`);
  await waitFor(
    "all to be told",
    () =>
      typesOf(receiver).filter((type) => type === "decision.made").length === 2 &&
      ALL.every((type) => typesOf(receiver).includes(type)),
  );
  for (const { headers, body } of receiver.received) {
    const message = new Verifier(secret).verify(body, Object.fromEntries(headers)) as Json;
    assert.equal(message.id, headers.get("webhook-id"));
    assert.equal(message.workspace_id, test.owner.workspaceId);
    assert.match(message.id, /^[0-9a-f-]{36}$/);
    assert.ok(!/anna|visser|example\.com/i.test(body), body);
    const schema = WEBHOOK_EVENTS[message.type]?.payload;
    const fields = JSON.parse(
      body,
      (_key, value) =>
        value && typeof value === "object" && !Array.isArray(value)
          ? Object.fromEntries(
            Object.entries(value).map(([name, one]) => [
              name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
              one,
            ]),
          )
          : value,
    );
    assert.deepEqual(schema?.parse(fields), fields);
  }
  const made = receiver.received.map(({ body }) => JSON.parse(body));
  const evaluated = made.find(({ type }) => type === "resume.evaluated");
  assert.equal(evaluated.data.resume_id, resumeId);
  assert.equal(evaluated.data.grade, "A");
  assert.equal(made.find(({ type }) => type === "resume.failed").data.code, "corrupt");
  const decisions = made.filter(({ type }) => type === "decision.made")
    .sort((a, b) => a.id < b.id ? -1 : 1);
  assert.deepEqual(decisions.map(({ data }) => [data.decision, data.is_undo]), [
    ["shortlisted", false],
    ["undecided", true],
  ]);
  await waitFor(
    "the log",
    async () => (await logOf(api, id)).every(({ state }) => state === "delivered"),
  );
});

Deno.test("a verdict that is overruled, or restored, is told with the score that follows", async () => {
  await using receiver = startReceiver();
  await using test = await apiTest();
  const { api } = test;
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  const { body: added } = await api.upload(job.id, {
    "anna.txt": "Anna Visser\nDeveloper, Acme\n2019 - present\n- PostgreSQL",
  });
  await untilRanked(api, job.id);
  const { body: judged } = await api.call("GET", `/resumes/${added.data[0].id}/evaluation`);
  await addWebhook(api, receiver.url, ["resume.evaluated"]);
  const overrides = `/evaluations/${judged.id}/overrides`;
  const { body: overruled } = await api.call("POST", overrides, {
    json: {
      requirement_id: judged.matches[0].requirement_id,
      match: "NO",
      reason: "Could not show it",
    },
  });
  assert.ok(overruled.score < judged.score);
  await api.call("DELETE", `${overrides}/${overruled.matches[0].override.id}`);
  await waitFor("both to be told", () => receiver.received.length === 2);
  const told = receiver.received.map(({ body }) => JSON.parse(body))
    .sort((a, b) => a.id < b.id ? -1 : 1);
  assert.deepEqual(
    told.map(({ data }) => [data.evaluation_id, data.score, data.grade]),
    [[judged.id, overruled.score, overruled.grade], [judged.id, judged.score, judged.grade]],
  );
});

Deno.test("signMessage() signs as Standard Webhooks' own library does", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), async (body) => {
      const secret = newWebhookSecret();
      const at = new Date(Math.floor(Date.now() / 1000) * 1000);
      const signed = { id: "msg", timestampSeconds: at.getTime() / 1000, body };
      assert.equal(await signMessage(signed, [secret]), new Verifier(secret).sign("msg", at, body));
    }),
    { numRuns: 50 },
  );
});

Deno.test("only what a webhook listens to is written, and nothing for one that is paused", async () => {
  await using receiver = startReceiver();
  await using test = await apiTest({ worker: false });
  const { api } = test;
  const { id } = await addWebhook(api, receiver.url, ["decision.made"]);
  await api.call("POST", "/jobs", { json: JOB });
  assert.deepEqual(await logOf(api, id), []);
  await api.call("PATCH", `/webhooks/${id}`, { json: { events: ["job.created"] } });
  await api.call("POST", "/jobs", { json: JOB });
  assert.equal((await logOf(api, id)).length, 1);
  await api.call("PATCH", `/webhooks/${id}`, { json: { state: "paused" } });
  await api.call("POST", "/jobs", { json: JOB });
  assert.equal((await logOf(api, id)).length, 1);
  assert.equal((await api.call("POST", `/webhooks/${id}/test`)).status, 409);
  await deliverAll(test);
  const [held] = await logOf(api, id);
  assert.equal(held.state, "failed");
  assert.equal(held.attempts[0].error, "The webhook is paused");
  assert.deepEqual(receiver.received, []);
});

Deno.test("a change that is rolled back is told to nobody", async () => {
  await using receiver = startReceiver();
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  await addWebhook(test.api, receiver.url);
  await sql`
    create function fail() returns trigger language plpgsql as
      $$ begin raise exception 'broken'; end $$`.execute(db);
  await sql`create constraint trigger fail after insert on jobs deferrable initially deferred
    for each row execute function fail()`.execute(db);
  assert.equal((await test.api.call("POST", "/jobs", { json: JOB })).status, 500);
  assert.deepEqual(await db.selectFrom("webhookEvents").selectAll().execute(), []);
});

Deno.test("a receiver that fails is tried again, as late as it asks, under one id", async () => {
  await using receiver = startReceiver();
  await using test = await apiTest({ worker: false });
  const { api } = test;
  const { id } = await addWebhook(api, receiver.url, ["job.created"]);
  await api.call("POST", "/jobs", { json: JOB });
  const answers = [
    new Response("x".repeat(100_000), { status: 500 }),
    new Response("busy", { status: 429, headers: { "retry-after": "3600" } }),
    new Response("ok"),
  ];
  receiver.answer = () => answers.shift() ?? new Response(null);
  const nextIn = async () => {
    const [{ next_attempt_at: at }] = await logOf(api, id);
    return Math.round((new Date(at).getTime() - Date.now()) / 1000);
  };
  await deliverAll(test);
  const pause = await nextIn();
  assert.ok(pause >= 0 && pause <= 6, `${pause} s`);
  await deliverAll(test);
  const asked = await nextIn();
  assert.ok(asked > 3500 && asked <= 3600, `${asked} s`);
  assert.ok((await api.call("GET", `/webhooks/${id}`)).body.failing_since);
  await deliverAll(test);
  const [delivery] = await logOf(api, id);
  assert.equal(delivery.state, "delivered");
  assert.deepEqual(delivery.attempts.map(({ status }: Json) => status), [500, 429, 200]);
  assert.equal(delivery.attempts[0].response.length, 2000);
  assert.equal(delivery.next_attempt_at, null);
  assert.equal((await api.call("GET", `/webhooks/${id}`)).body.failing_since, null);
  const ids = receiver.received.map(({ headers }) => headers.get("webhook-id"));
  assert.deepEqual(ids, [delivery.event_id, delivery.event_id, delivery.event_id]);
  assert.equal(new Set(receiver.received.map(({ body }) => body)).size, 1);
  assert.deepEqual(delivery.request, JSON.parse(receiver.received[0]?.body ?? ""));
});

Deno.test("a receiver that hangs, cuts off, redirects or says nonsense has failed", async () => {
  await using receiver = startReceiver();
  const never = Promise.withResolvers<Response>();
  const { signal } = new AbortController();
  const post = (url = receiver.url) =>
    postTo(url, {}, "{}", { allowPrivate: true, signal, timeoutMs: 500 });
  receiver.answer = () => never.promise;
  assert.equal((await post()).error, "No full answer came in time");
  never.resolve(new Response(null));
  const drip = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(1)) });
  receiver.answer = () => new Response(drip);
  const slow = await post();
  assert.equal(slow.error, "No full answer came in time");
  receiver.answer = () =>
    new Response(null, { status: 302, headers: { location: `${receiver.url}/elsewhere` } });
  assert.equal((await post()).status, 302);
  assert.ok(
    receiver.received.every(({ path }) => path === "/hook"),
    "the redirect is not followed",
  );
  let produced = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      produced += 10_000;
      controller.enqueue(new Uint8Array(10_000).fill(65));
    },
  });
  receiver.answer = () => new Response(endless);
  const long = await post();
  assert.equal(long.status, 200);
  assert.ok(produced < 10_000_000, `${produced} bytes were taken`);
  for (
    const lie of [
      "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort",
      "no HTTP at all\r\n\r\n",
      "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
      "",
    ]
  ) {
    using listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
    const lying = (async () => {
      using connection = await listener.accept();
      await connection.read(new Uint8Array(10_000));
      await connection.write(new TextEncoder().encode(lie));
    })();
    const sent = await post(`http://127.0.0.1:${(listener.addr as Deno.NetAddr).port}/`);
    await lying;
    assert.ok(sent.error, lie);
  }
});

Deno.test("410, or a day of failures, switches a webhook off and tells the owners", async () => {
  await using receiver = startReceiver();
  await using test = await apiTest({ worker: false });
  const { api } = test;
  const { db } = test.test.services;
  const { id } = await addWebhook(api, receiver.url, ["job.created"]);
  const stateOf = async () => (await api.call("GET", `/webhooks/${id}`)).body.state;
  await api.call("POST", "/jobs", { json: JOB });
  receiver.answer = () => new Response(null, { status: 503 });
  await deliverAll(test);
  assert.equal(await stateOf(), "active");
  await db.updateTable("webhooks").set({ failingSince: sql<Date>`now() - interval '25 hours'` })
    .execute();
  await deliverAll(test);
  assert.equal(await stateOf(), "disabled");
  const mails = await db.selectFrom("mails").select(["kind", "recipient", "params"]).execute();
  assert.equal(mails.length, 1);
  assert.equal(mails[0]?.kind, "webhook_disabled");
  assert.equal(mails[0]?.recipient, "olga@example.com");
  assert.equal((await logOf(api, id))[0].state, "failed");
  await api.call("PATCH", `/webhooks/${id}`, { json: { state: "active" } });
  await api.call("POST", "/jobs", { json: JOB });
  receiver.answer = () => new Response("gone", { status: 410 });
  await deliverAll(test);
  assert.equal(await stateOf(), "disabled");
});

Deno.test("a delivery is given up after a day", async () => {
  await using receiver = startReceiver();
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  const { id } = await addWebhook(test.api, receiver.url, ["job.created"]);
  await test.api.call("POST", "/jobs", { json: JOB });
  await db.updateTable("webhookDeliveries")
    .set({ createdAt: sql<Date>`now() - interval '24 hours'` }).execute();
  receiver.answer = () => new Response(null, { status: 404 });
  await deliverAll(test);
  assert.equal((await logOf(test.api, id))[0].state, "failed");
});

Deno.test("pauseBefore() climbs the ladder, heeds Retry-After and never goes past a day", () => {
  const now = new Date("2026-01-01T00:00:00Z");
  const about = { ageMs: 0, retryAfter: undefined, random: 0.5, now };
  assert.deepEqual(
    PAUSES_MS.map((_, at) => pauseBefore({ ...about, attempts: at + 1 })),
    [...PAUSES_MS],
  );
  assert.ok(PAUSES_MS.reduce((sum, pause) => sum + pause * 1.05, 0) < GIVE_UP_AFTER_MS);
  assert.equal(pauseBefore({ ...about, attempts: PAUSES_MS.length + 1 }), undefined);
  const dated = { ...about, attempts: 1, retryAfter: "Thu, 01 Jan 2026 00:10:00 GMT" };
  assert.equal(pauseBefore(dated), 600_000);
  assert.equal(pauseBefore({ ...about, attempts: 1, retryAfter: "nonsense" }), 5000);
  assert.equal(pauseBefore({ ...about, attempts: 1, retryAfter: "999999" }), undefined);
});

Deno.test("for a day after a rotation both secrets verify, then the new one alone", async () => {
  await using receiver = startReceiver();
  await using test = await apiTest({ worker: false });
  const { api } = test;
  const { id, secret: old } = await addWebhook(api, receiver.url);
  const { body: rotated } = await api.call("POST", `/webhooks/${id}/rotate`);
  assert.notEqual(rotated.secret, old);
  assert.ok(rotated.previous_secret_until);
  const verify = (secret: string) => {
    const last = receiver.received.at(-1);
    assert.ok(last);
    return new Verifier(secret).verify(last.body, Object.fromEntries(last.headers));
  };
  await api.call("POST", `/webhooks/${id}/test`);
  await deliverAll(test);
  assert.ok(verify(old));
  assert.ok(verify(rotated.secret));
  await test.test.services.db.updateTable("webhooks")
    .set({ previousUntil: sql<Date>`now() - interval '1 second'` }).execute();
  await api.call("POST", `/webhooks/${id}/test`);
  await deliverAll(test);
  assert.throws(() => verify(old));
  assert.ok(verify(rotated.secret));
  const { body } = await api.call("GET", `/webhooks/${id}`);
  assert.ok(!JSON.stringify(body).includes("whsec_"), "the secret is told once");
  const row = await test.test.services.db.selectFrom("webhooks").select("secret")
    .executeTakeFirstOrThrow();
  assert.ok(!new TextDecoder("latin1").decode(row.secret).includes(rotated.secret.slice(6)));
});

Deno.test("a delivery can be replayed, under the id of its event", async () => {
  await using receiver = startReceiver();
  await using test = await apiTest({ worker: false });
  const { api } = test;
  const { id } = await addWebhook(api, receiver.url, ["job.created"]);
  const { body: made } = await api.call("POST", `/webhooks/${id}/test`);
  await deliverAll(test);
  const { status, body: again } = await api.call(
    "POST",
    `/webhooks/${id}/deliveries/${made.id}/replay`,
  );
  assert.equal(status, 202);
  assert.equal(again.is_replay, true);
  assert.equal(again.event_id, made.event_id);
  await deliverAll(test);
  assert.deepEqual(typesOf(receiver), ["webhook.test", "webhook.test"]);
  const { body: other } = await api.call("POST", "/webhooks", {
    json: { url: receiver.url, events: ["job.created"] },
  });
  const elsewhere = `/webhooks/${other.id}/deliveries/${made.id}/replay`;
  assert.equal((await api.call("POST", elsewhere)).status, 404);
});

Deno.test("two workers with one delivery write one outcome down", async () => {
  await using receiver = startReceiver();
  await using test = await apiTest({ worker: false });
  const { id } = await addWebhook(test.api, receiver.url, ["job.created"]);
  await test.api.call("POST", "/jobs", { json: JOB });
  receiver.answer = () => new Response(null, { status: 500 });
  const [{ id: deliveryId }] = await logOf(test.api, id);
  const { signal } = new AbortController();
  const run = () => deliverWebhook(test.test.services, { deliveryId, attempts: 0 }, signal);
  await Promise.all([run(), run()]);
  await run();
  const [delivery] = await logOf(test.api, id);
  assert.equal(delivery.attempts.length, 1);
});

Deno.test("a webhook is removed while what came of a delivery is written down", async () => {
  await using receiver = startReceiver();
  await using test = await apiTest({ worker: false });
  const { api, test: { services } } = test;
  const { id } = await addWebhook(api, receiver.url);
  await api.call("POST", `/webhooks/${id}/test`);
  const { id: deliveryId } = await services.db.selectFrom("webhookDeliveries").select("id")
    .executeTakeFirstOrThrow();
  let delivering = Promise.resolve();
  await services.db.transaction().execute(async (trx) => {
    await trx.selectFrom("webhooks").select("id").where("id", "=", id).forUpdate().execute();
    delivering = deliverWebhook(services, { deliveryId }, new AbortController().signal);
    await waitFor("the worker to wait for the webhook", async () => {
      const { rows: [row] } = await sql<{ count: number }>`
        select count(*) as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(services.db);
      return (row?.count ?? 0) > 0;
    });
    await trx.deleteFrom("webhooks").where("id", "=", id).execute();
  });
  await delivering;
  const left = await services.db.selectFrom("webhookDeliveries").select("id").execute();
  assert.deepEqual(left, []);
});

Deno.test("the ids of events are in the order in which they happened", async () => {
  await using receiver = startReceiver();
  await using test = await apiTest({ worker: false });
  await addWebhook(test.api, receiver.url, ["job.created"]);
  const made: string[] = [];
  for (let n = 0; n < 10; n++) {
    made.push((await test.api.call("POST", "/jobs", { json: JOB })).body.id);
  }
  await deliverAll(test);
  const told = receiver.received.map(({ body }) => JSON.parse(body))
    .sort((a, b) => a.id < b.id ? -1 : 1);
  assert.deepEqual(told.map(({ data }) => data.job_id), made);
});

Deno.test("isPublicAddress() tells the public internet from all else", () => {
  for (
    const address of [
      ..."127.0.0.1 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0".split(" "),
      ..."255.255.255.255 224.0.0.1 198.18.0.1 192.0.2.1 203.0.113.9 240.0.0.1".split(" "),
      ..."::1 :: fe80::1 fc00::1 fd00:ec2::254 ff02::1 2001:db8::1 ::ffff:127.0.0.1".split(" "),
      ..."::ffff:a9fe:a9fe 64:ff9b::7f00:1 2002:7f00:1:: 2001::1 nonsense".split(" "),
    ]
  ) assert.equal(isPublicAddress(address), false, address);
  for (const address of ["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "::ffff:1.1.1.1"]) {
    assert.equal(isPublicAddress(address), true, address);
  }
});

Deno.test("nothing is sent to a name that leads into the private network", async () => {
  await using receiver = startReceiver();
  await using test = await apiTest({ worker: false });
  const { port } = new URL(receiver.url);
  const { id } = await addWebhook(test.api, `http://hooks.example:${port}/`, ["job.created"]);
  const { signal } = new AbortController();
  const publicOne = { address: "93.184.216.34", family: 4 } as const;
  const privateOne = { address: "127.0.0.1", family: 4 } as const;
  for (const found of [[privateOne], [publicOne, privateOne]]) {
    await test.api.call("POST", `/webhooks/${id}/test`);
    await deliverAll(test, { allowPrivate: false, resolve: () => Promise.resolve(found) });
  }
  const log = await logOf(test.api, id);
  for (const { attempts } of log) {
    assert.match(attempts[0].error, /private network/);
    assert.equal(attempts[0].status, null);
  }
  // Numbers in their many writings are the same address.
  for (const host of ["127.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:7f00:1]", "localhost"]) {
    const sent = await postTo(`http://${host}:${port}/`, {}, "{}", { allowPrivate: false, signal });
    assert.match(sent.error ?? "", /private network/, host);
  }
  assert.deepEqual(receiver.received, []);
});

Deno.test("the address that was checked is the one that is connected to", async () => {
  await using receiver = startReceiver();
  const { port } = new URL(receiver.url);
  const { signal } = new AbortController();
  let asked = 0;
  const resolve = () => {
    asked++;
    return Promise.resolve([{ address: "127.0.0.1", family: 4 as const }]);
  };
  const options = { allowPrivate: true, signal, resolve };
  const sent = await postTo(`http://hooks.example:${port}/x`, {}, "{}", options);
  assert.equal(sent.status, 204);
  assert.equal(asked, 1);
  assert.equal(receiver.received[0]?.headers.get("host"), `hooks.example:${port}`);
  await assert.rejects(
    addressOf("nowhere.example", { allowPrivate: false, resolve: () => Promise.resolve([]) }),
    /leads nowhere/,
  );
});

Deno.test("a URL that cannot be a webhook's is refused with the reason", async () => {
  for (
    const [url, fault] of [
      ["nonsense", /a URL/],
      ["http://hooks.example/", /https/],
      ["ftp://hooks.example/", /https/],
      ["https://user:pw@hooks.example/", /password/],
      ["https://hooks.example/#part", /fragment/],
      ["https://10.1.2.3/", /public internet/],
      ["https://[::1]/", /public internet/],
      ["https://2130706433/", /public internet/],
    ] as const
  ) assert.match(faultOfUrl(url, false) ?? "", fault, url);
  assert.equal(faultOfUrl("https://hooks.example/a?b=c", false), undefined);
  assert.equal(faultOfUrl("http://127.0.0.1:8080/", true), undefined);
  await using test = await apiTest({ worker: false });
  const { status, body } = await test.api.call("POST", "/webhooks", {
    json: { url: "ftp://hooks.example/", events: ["job.created"] },
  });
  assert.equal(status, 422);
  assert.equal(body.errors[0].pointer, "/url");
  const wrong = { url: "https://hooks.example/", events: ["job.exploded"] };
  assert.equal((await test.api.call("POST", "/webhooks", { json: wrong })).status, 422);
});

Deno.test("what a clock that ran ahead has recorded is told once it is set right", async () => {
  await using receiver = startReceiver();
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  await addWebhook(test.api, receiver.url, ["job.created"]);
  await test.api.call("POST", "/jobs", { json: JOB });
  const { id } = await db.updateTable("webhookDeliveries")
    .set({ nextAttemptAt: sql<Date>`now() + interval '1 day'` })
    .returning("id").executeTakeFirstOrThrow();
  const deliver = () =>
    deliverWebhook(
      test.test.services,
      { deliveryId: id, attempts: 0 },
      new AbortController().signal,
    );
  await deliver();
  await deliver();
  assert.deepEqual(typesOf(receiver), ["job.created"]);
});
