import assert from "node:assert/strict";
import { unzipSync } from "fflate";
import { sealAuditLog } from "../lib/accounts/audit_sealing.ts";
import { verifyAuditLog } from "../lib/accounts/audit_verification.ts";
import { linkToken } from "../lib/accounts/mail_links.ts";
import { type ApiTest, apiTest, type Json, until, untilRanked } from "./harness/api.ts";
import { JOB } from "./harness/rows.ts";
import { visitor } from "./harness/visitor.ts";

const RESUME = [
  "Anna Jansen",
  "anna@example.com",
  "",
  "Work experience",
  "Developer, Acme",
  "January 2019 - present",
  "- TypeScript for four years, in a team of six",
].join("\n");

interface World {
  readonly jobId: string;
  readonly resumeId: string;
  readonly candidateId: string;
}

async function world({ api }: ApiTest): Promise<World> {
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  const { body: { data: [resume] } } = await api.upload(job.id, { "anna.txt": RESUME });
  await untilRanked(api, job.id);
  const { body } = await api.call("GET", `/resumes/${resume.id}`);
  return { jobId: job.id, resumeId: resume.id, candidateId: body.candidate.id };
}

/** Sends a link; answers it, and the token that stands in the mail. */
async function sendLink(
  { api, test: { services, config } }: ApiTest,
  candidateId: string,
): Promise<{ link: Json; token: string }> {
  const { status, body: link } = await api.call("POST", `/candidates/${candidateId}/page_links`, {
    json: { language: "nl" },
  });
  assert.equal(status, 201, JSON.stringify(link));
  const mail = await until(
    () =>
      services.db.selectFrom("mails").selectAll().where("linkId", "=", link.id)
        .executeTakeFirstOrThrow(),
    ({ state }) => state !== "waiting",
  );
  assert.deepEqual([mail.kind, mail.recipient, mail.language, mail.state], [
    "candidate_page",
    "anna@example.com",
    "nl",
    "sent",
  ]);
  assert.doesNotMatch(JSON.stringify(mail.params), /Anna/);
  const token = await linkToken(config, link.id);
  const written = await Deno.readTextFile(
    `${config.mail.folder}/${await mailFile(config.mail.folder, mail.id)}`,
  );
  assert.match(
    written.replaceAll("=\r\n", "").replaceAll("=\n", ""),
    new RegExp(`/your-data/${token}`),
  );
  assert.doesNotMatch(JSON.stringify(link), new RegExp(token), "staff never see the secret");
  return { link, token };
}

async function mailFile(folder: string, id: string): Promise<string> {
  for await (const { name } of Deno.readDir(folder)) if (name.includes(id)) return name;
  return assert.fail(`there is no mail ${id}`);
}

/** A candidate's browser, which is signed in to nothing. */
function candidate({ url }: ApiTest, token: string) {
  const base = `${url}/your-data/${token}`;
  const headers = { "accept-language": "en", origin: url };
  return {
    open: (path = "", language = "en") =>
      fetch(base + path, { headers: { ...headers, "accept-language": language } }),
    send: (path: string, fields: Record<string, string> = {}) =>
      fetch(base + path, {
        method: "POST",
        headers,
        body: new URLSearchParams(fields),
        redirect: "manual",
      }),
  };
}

async function decide({ api }: ApiTest, resumeId: string, decision: string, reason?: string) {
  const { status, body } = await api.call("POST", "/moves", {
    json: {
      resumes: [{ id: resumeId }],
      to: { decision },
      ...(decision === "rejected" ? { reason_code: "other_chosen", reason } : {}),
    },
  });
  assert.equal(status, 200, JSON.stringify(body));
}

Deno.test("a candidate reads by a mailed link what is kept, and no decision before its letter", async (t) => {
  await using test = await apiTest();
  const { api, test: { services: { db } } } = test;
  const { resumeId, candidateId } = await world(test);
  await api.call("POST", `/candidates/${candidateId}/notes`, { json: { text: "Smells of fish" } });
  await api.call("POST", `/candidates/${candidateId}/tags`, { json: { tag: "Doubtful" } });
  const { body: evaluation } = await api.call("GET", `/resumes/${resumeId}/evaluation`);
  await api.call("POST", `/evaluations/${evaluation.id}/overrides`, {
    json: {
      requirement_id: evaluation.matches[1].requirement_id,
      match: "PARTIAL",
      reason: "He told me so",
    },
  });
  await decide(test, resumeId, "rejected", "Not one of us");
  const { link, token } = await sendLink(test, candidateId);
  const { open } = candidate(test, token);

  await t.step("the page shows their data and the proof, kept by no cache", async () => {
    const response = await open();
    assert.equal(response.status, 200);
    assert.equal(response.headers.get("cache-control"), "no-store");
    assert.match(response.headers.get("x-robots-tag") ?? "", /noindex/);
    const page = await response.text();
    assert.match(page, /<meta name="robots" content="noindex/);
    for (const word of ["Anna Jansen", "anna@example.com", "anna.txt", "Backend engineer"]) {
      assert.ok(page.includes(word), word);
    }
    assert.match(page, /TypeScript for four years/, "the quote");
    assert.match(page, /A person has judged this in place of the program/);
    const dutch = await (await open("", "nl")).text();
    assert.match(dutch, /Wat er wordt bewaard/);
  });

  await t.step(
    "neither page nor ZIP tells what no letter has told, or what colleagues wrote",
    async () => {
      const page = await (await open()).text();
      assert.match(page, /In progress/);
      assert.doesNotMatch(page, /Rejected|rejected|at the soonest/);
      const zip = unzipSync(new Uint8Array(await (await open("/export")).arrayBuffer()));
      const person = new TextDecoder().decode(zip["person.json"]);
      for (const told of [page, person]) {
        assert.doesNotMatch(told, /Smells of fish|Doubtful|He told me so|Not one of us/);
      }
      assert.doesNotMatch(person, /rejected|other_chosen|stage/i);
      assert.equal(Object.keys(zip).filter((name) => name.startsWith("files/")).length, 1);
    },
  );

  await t.step("once the letter has left, it is told", async () => {
    const { body: draft } = await api.call(
      "GET",
      `/resumes/${resumeId}/letter_draft?kind=rejection`,
    );
    const { kind, language, recipient, subject, text, draft_key } = draft;
    const sent = await api.call("POST", `/resumes/${resumeId}/letters`, {
      json: { kind, language, recipient, subject, text, draft_key },
    });
    await until(
      () => api.call("GET", `/letters/${sent.body.id}`),
      ({ body }) => body.state === "sent",
    );
    const page = await (await open()).text();
    assert.match(page, /you were written that it does not go on/);
    assert.match(page, /at the soonest/);
    assert.ok(page.includes(subject));
    const zip = unzipSync(new Uint8Array(await (await open("/export")).arrayBuffer()));
    const person = new TextDecoder().decode(zip["person.json"]);
    assert.match(person, /other_chosen/);
    assert.doesNotMatch(person, /Not one of us/, "the words of a colleague stay out");
  });

  await t.step("who read it stands in the log, and that the link was opened", async () => {
    const { body } = await api.call("GET", `/candidates/${candidateId}/page_links`);
    assert.equal(body.data[0].id, link.id);
    assert.ok(body.data[0].opened_at);
    const actions = await db.selectFrom("auditLog").select(["action", "userId"])
      .where("candidateId", "=", candidateId).execute();
    for (const one of ["page_link.sent", "own_page.read", "own_page.exported"]) {
      assert.ok(actions.some(({ action }) => action === one), one);
    }
    assert.equal(actions.find(({ action }) => action === "own_page.read")?.userId, null);
    const { open } = await visitor(test, "olga");
    assert.match(await (await open("/settings/audit")).text(), /The candidate/);
    await sealAuditLog(db);
    assert.deepEqual((await verifyAuditLog(db)).faults, []);
  });
});

Deno.test("a link ends by revoking, a newer one, another address and a merge; guessing has to wait", async (t) => {
  await using test = await apiTest();
  const { api, test: { services: { db } } } = test;
  const { jobId, candidateId } = await world(test);
  const statusOf = async (token: string) => (await candidate(test, token).open()).status;

  const first = await sendLink(test, candidateId);
  assert.equal(await statusOf(first.token), 200);
  const second = await sendLink(test, candidateId);
  assert.deepEqual([await statusOf(first.token), await statusOf(second.token)], [404, 200]);

  await t.step("another address", async () => {
    const path = `/candidates/${candidateId}`;
    await api.call("PATCH", path, { json: { email: "other@example.com" } });
    assert.equal(await statusOf(second.token), 404);
    await api.call("PATCH", path, { json: { email: "Anna@example.com" } });
    assert.equal(await statusOf(second.token), 200);
  });
  await t.step("a merge, also when it is taken back", async () => {
    const { body: { data: [twin] } } = await api.upload(jobId, {
      "bram.txt": "Bram Smit\nBaker, Acme\n2019 - 2020",
    });
    await untilRanked(api, jobId);
    const { body: { candidate: other } } = await api.call("GET", `/resumes/${twin.id}`);
    const { body: merge } = await api.call("POST", `/candidates/${candidateId}/merges`, {
      json: { merge_id: other.id },
    });
    assert.equal(await statusOf(second.token), 404);
    await api.call("POST", `/merges/${merge.id}/undo`);
    assert.equal(await statusOf(second.token), 404);
    const { body } = await api.call("GET", `/candidates/${candidateId}/page_links`);
    assert.deepEqual(body.data.map((one: Json) => one.is_usable), [false, false]);
  });
  await t.step("revoking, once", async () => {
    await api.call("PATCH", `/candidates/${candidateId}`, { json: { email: "anna@example.com" } });
    const third = await sendLink(test, candidateId);
    const path = `/candidates/${candidateId}/page_links/${third.link.id}`;
    assert.equal((await api.call("DELETE", path)).status, 204);
    assert.equal((await api.call("DELETE", path)).status, 404);
    assert.equal(await statusOf(third.token), 404);
  });
  await t.step("its time", async () => {
    const fourth = await sendLink(test, candidateId);
    await db.updateTable("mailLinks").set({ expiresAt: new Date(Date.now() - 1000) })
      .where("id", "=", fourth.link.id).execute();
    assert.equal(await statusOf(fourth.token), 404);
  });
  await t.step("the page says so without a word about whom", async () => {
    const page = await (await candidate(test, first.token).open()).text();
    assert.match(page, /This link works no more/);
    assert.doesNotMatch(page, /Anna/);
  });
  await t.step("too many mails, and no address", async () => {
    const path = `/candidates/${candidateId}/page_links`;
    const answers: number[] = [];
    for (let at = 0; at < 3; at++) {
      answers.push((await api.call("POST", path, { json: { language: "en" } })).status);
    }
    assert.ok(answers.includes(429), String(answers));
    await api.call("PATCH", `/candidates/${candidateId}`, { json: { email: null } });
    assert.equal((await api.call("POST", path, { json: { language: "en" } })).status, 409);
  });
  await t.step("who tries what is no link has to wait", async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 30; at++) statuses.push(await statusOf(crypto.randomUUID()));
    assert.equal(statuses.at(-1), 429, String(statuses));
  });
});

Deno.test("what a candidate asks for is seen, answered and carried out by who recruits", async (t) => {
  await using test = await apiTest();
  const { api, test: { services: { db }, config } } = test;
  const { candidateId, resumeId } = await world(test);
  const { token } = await sendLink(test, candidateId);
  const { open, send } = candidate(test, token);
  const olga = await visitor(test, "olga");
  const listed = async (query = "state=open") =>
    (await api.call("GET", `/candidate_requests?${query}`)).body.data;

  await t.step("consent is recorded and withdrawn", async () => {
    assert.equal((await send("/consent")).status, 303);
    const consentOf = async () => {
      const { body } = await api.call("GET", `/candidates/${candidateId}`);
      return [body.consent, body.consent_on, body.consent_until];
    };
    const [state, on, until] = await consentOf();
    assert.equal(state, "given");
    assert.equal((Date.parse(until) - Date.parse(on)) / 86_400_000, 365);
    assert.match(await (await open()).text(), /Withdraw my consent/);
    assert.equal((await send("/consent/withdraw")).status, 303);
    assert.deepEqual((await consentOf())[0], "withdrawn");
  });

  await t.step("a correction says what is wrong; the same is asked for once", async () => {
    const refused = await send("/requests", { kind: "correction", text: " " });
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /Not sent/);
    assert.equal((await send("/requests", { kind: "gift", text: "x" })).status, 422);
    const asked = { kind: "correction", text: "I worked <b>five</b> years at Acme" };
    assert.equal((await send("/requests", asked)).status, 303);
    assert.equal((await send("/requests", asked)).status, 409);
    const page = await (await open()).text();
    assert.match(page, /I worked &lt;b>five/);
  });

  await t.step("recruiters see it: on the dashboard, the list and the person's page", async () => {
    for (const path of ["/", "/candidates", `/candidates/${candidateId}`]) {
      const page = await (await olga.open(path)).text();
      assert.match(page, /1 request of a candidate waits for an answer/, path);
    }
    assert.match(await (await olga.open("/candidates/requests", "nl")).text(), /Verbetering/);
    const [request] = await listed(`candidate=${candidateId}`);
    assert.deepEqual([request.kind, request.state, request.candidate.name], [
      "correction",
      "open",
      "Anna Jansen",
    ]);
  });

  await t.step("an answer is read on the page; to decline it takes a reason", async () => {
    const [{ id }] = await listed();
    const path = `/candidates/requests/${id}`;
    const none = await olga.send(path, { outcome: "declined", answer: "" });
    assert.equal(none.status, 422);
    assert.match(await none.text(), /to decline, say why/);
    const viewer = await test.addPerson("viewer", "same");
    const settle = `/candidate_requests/${id}/settle`;
    assert.equal((await viewer.call("POST", settle, { json: { outcome: "done" } })).status, 403);
    assert.equal((await api.call("POST", settle, { json: { outcome: "declined" } })).status, 422);
    const answer = { outcome: "done", answer: "Five it is." };
    assert.equal((await olga.send(path, answer)).status, 303);
    assert.equal((await olga.send(path, answer)).status, 409);
    assert.match(await (await open()).text(), /Five it is\./);
    assert.deepEqual(await listed(), []);
  });

  await t.step("a request can be taken back, by nobody else", async () => {
    await send("/requests", { kind: "objection", text: "" });
    const [{ id }] = await listed();
    assert.equal((await send(`/requests/${crypto.randomUUID()}/withdraw`)).status, 404);
    assert.equal((await send(`/requests/${id}/withdraw`)).status, 303);
    assert.deepEqual((await listed("state=withdrawn")).map((one: Json) => one.id), [id]);
  });

  await t.step(
    "a hold refuses an erasure; without it all is gone, and proven as asked for",
    async () => {
      await send("/requests", { kind: "erasure", text: "Please" });
      const [{ id }] = await listed();
      await api.call("PUT", `/candidates/${candidateId}/legal_hold`, {
        json: { reason: "A claim" },
      });
      const held = await olga.send(`/candidates/requests/${id}`, { outcome: "done" });
      assert.equal(held.status, 409);
      assert.match(await held.text(), /a legal hold keeps this candidate/);
      assert.doesNotMatch(await (await open()).text(), /A claim|hold/, "which is not told to them");
      await api.call("DELETE", `/candidates/${candidateId}/legal_hold`);
      const settled = await api.call("POST", `/candidate_requests/${id}/settle`, {
        json: { outcome: "done" },
      });
      assert.deepEqual([settled.status, settled.body.state], [200, "done"]);
      assert.equal((await open()).status, 404);
      assert.equal((await api.call("GET", `/resumes/${resumeId}`)).status, 404);
      const { body: { data: [proof] } } = await api.call("GET", "/retention/deletions");
      assert.deepEqual([proof.candidate_id, proof.cause], [candidateId, "request"]);
      for (const table of ["mailLinks", "mails", "candidateRequests"] as const) {
        const { count } = await db.selectFrom(table)
          .select((of) => of.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
        assert.equal(count, 0, table);
      }
      // The mail about the erasure may be on its way at that moment.
      await until(
        () => Array.fromAsync(Deno.readDir(config.mail.folder)),
        (files) => files.length === 0,
      );
      await sealAuditLog(db);
      assert.deepEqual((await verifyAuditLog(db)).faults, []);
    },
  );
});

Deno.test("who may decide is told of a request by mail, in their language, once, and leads to the person", async () => {
  await using test = await apiTest();
  const { owner, test: { services: { db }, config } } = test;
  const { candidateId } = await world(test);
  const recruiter = await test.addPerson("recruiter", "same");
  await db.updateTable("users").set({ language: "nl" }).where("id", "=", recruiter.actor.userId)
    .execute();
  await test.addPerson("viewer", "same");
  await test.addPerson("owner", "own");
  const away = await test.addPerson("recruiter", "same");
  await db.updateTable("users").set({ isDisabled: true }).where("id", "=", away.actor.userId)
    .execute();
  const { token } = await sendLink(test, candidateId);
  const { send } = candidate(test, token);
  const mails = () =>
    db.selectFrom("mails").selectAll().where("kind", "=", "candidate_request").orderBy("id")
      .execute();
  await send("/requests", { kind: "correction", text: "Five years, says Anna" });
  const sent = await until(mails, (all) => all.every(({ state }) => state === "sent"));
  assert.deepEqual(
    sent.map(({ userId, language }) => `${userId} ${language}`).toSorted(),
    [`${owner.userId} en`, `${recruiter.actor.userId} nl`].toSorted(),
  );
  assert.doesNotMatch(JSON.stringify(sent.map(({ params }) => params)), /Anna/);
  for (const { id, language } of sent) {
    const written = (await Deno.readTextFile(
      `${config.mail.folder}/${await mailFile(config.mail.folder, id)}`,
    )).replaceAll(/=\r?\n/g, "");
    assert.match(written, new RegExp(`/candidates/${candidateId}`));
    assert.match(written, language === "nl" ? /Verbetering/ : /Correction/);
    assert.doesNotMatch(written, /Anna|Five years/);
  }

  // Taken back and made again: nobody is told twice in a day. Another request is told of.
  const { id } = await db.selectFrom("candidateRequests").select("id").executeTakeFirstOrThrow();
  await send(`/requests/${id}/withdraw`);
  assert.equal((await send("/requests", { kind: "correction", text: "Again" })).status, 303);
  assert.equal((await mails()).length, 2);
  await send("/requests", { kind: "access", text: "" });
  assert.equal((await mails()).length, 4);
});

Deno.test("whoever changes much by a link has to wait", async () => {
  await using test = await apiTest();
  const { candidateId } = await world(test);
  const { token } = await sendLink(test, candidateId);
  const { send } = candidate(test, token);
  const statuses: number[] = [];
  for (let at = 0; at < 70; at++) statuses.push((await send("/consent")).status);
  assert.ok(statuses.includes(429));
  const other = await fetch(`${test.url}/your-data/${token}/consent`, {
    method: "POST",
    headers: { origin: "https://elsewhere.example" },
  });
  assert.equal(other.status, 403, "no other site sends the form");
});
