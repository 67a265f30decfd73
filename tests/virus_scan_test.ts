import assert from "node:assert/strict";
import { refusalWords } from "../components/refusal_words.ts";
import { readScreenshot, sendFeedback } from "../lib/hiring/feedback.ts";
import { scanForViruses } from "../lib/platform/clamd.ts";
import { Unavailable } from "../lib/platform/errors.ts";
import en from "../locales/en.json" with { type: "json" };
import nl from "../locales/nl.json" with { type: "json" };
import { apiTest, type Json, until } from "./harness/api.ts";
import { EICAR, startClamd } from "./harness/clamd.ts";
import { waitFor } from "./harness/wait.ts";

const JOB = { title: "Engineer", description: "Requirements:\n- TypeScript" };
const CLEAN = "Anna Berg\nanna@example.com\nDeveloper, Acme, 2016 - present\n- TypeScript";

Deno.test("scanForViruses() finds what the daemon finds, and never takes silence for clean", async () => {
  await using clamd = startClamd();
  const { config } = clamd;
  const bytes = (text: string) => new TextEncoder().encode(text);
  assert.equal(await scanForViruses(config, bytes(CLEAN)), undefined);
  assert.equal(await scanForViruses(config, new Uint8Array()), undefined);
  const long = bytes(`${"x".repeat(300_000)}${EICAR}`); // over several chunks
  assert.equal(await scanForViruses(config, long), "Eicar-Test-Signature");
  assert.equal(clamd.scans, 3);
  clamd.mood = "full";
  await assert.rejects(scanForViruses(config, long), Unavailable);
  clamd.mood = "silent";
  await assert.rejects(scanForViruses({ ...config, timeoutMs: 100 }, bytes(CLEAN)), Unavailable);
  clamd.stop();
  await assert.rejects(scanForViruses(config, bytes(CLEAN)), Unavailable);
});

Deno.test("a file is read and downloaded when the scanner has seen it, and deleted when infected", async () => {
  await using clamd = startClamd();
  await using world = await apiTest({
    settings: { CLAMAV_URL: clamd.config.url, STORAGE: "file", TASK_MAX_ATTEMPTS: "2" },
  });
  const { api, test: { services } } = world;
  const { db } = services;
  const ended = (id: string) =>
    until(
      async () => (await api.call("GET", `/resumes/${id}`)).body as Json,
      ({ status }) => status === "done" || status === "failed",
    );
  const original = (id: string) => api.call("GET", `/resumes/${id}/original`);
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });

  clamd.stop();
  const { body: { data: [anna] } } = await api.upload(job.id, { "anna.txt": CLEAN });
  await waitFor("the task to wait more often than it may fail", async () => {
    const { waits, failures } = await db.selectFrom("tasks").select(["waits", "failures"])
      .where("name", "=", "read_resume").executeTakeFirstOrThrow();
    assert.equal(failures, 0);
    return waits > 5;
  });
  assert.equal((await api.call("GET", `/resumes/${anna.id}`)).body.status, "reading");
  assert.equal((await original(anna.id)).status, 503);
  clamd.start();
  assert.equal((await ended(anna.id)).status, "done");
  const { scans } = clamd;
  assert.deepEqual([(await original(anna.id)).body, clamd.scans], [CLEAN, scans], "scanned once");

  const { body: { data: [evil] } } = await api.upload(job.id, { "evil.txt": `${CLEAN}\n${EICAR}` });
  const { error } = await ended(evil.id);
  assert.equal(error.code, "infected");
  assert.match(error.detail, /malware \(Eicar-Test-Signature\)/);
  const row = await db.selectFrom("resumes").select(["errorCode", "errorParams"])
    .where("id", "=", evil.id).executeTakeFirstOrThrow();
  const shown = { code: String(row.errorCode), params: row.errorParams as Record<string, string> };
  assert.match(refusalWords("nl", nl, shown).title, /malware.*Eicar-Test-Signature/);
  assert.match(refusalWords("en", en, shown).advice, /deleted/);
  assert.equal((await original(evil.id)).status, 404);
  assert.equal((await api.call("POST", `/resumes/${evil.id}/retry`)).status, 409);
  await waitFor("its bytes to go", async () => {
    const files = await Array.fromAsync(services.storage.store("file").list());
    return files.length === 1;
  });

  // Kept before files were scanned, or before the signature was known.
  await db.updateTable("documents").set({ scannedAt: null }).execute();
  assert.equal((await original(anna.id)).status, 200);
  assert.equal(clamd.scans, scans + 2);
});

Deno.test("the picture of a feedback is scanned before anybody sees it, and deleted when infected", async () => {
  await using clamd = startClamd();
  await using world = await apiTest({ worker: false, settings: { CLAMAV_URL: clamd.config.url } });
  const { api, owner, test: { services } } = world;
  const words = { title: "Look", text: "At this", page: null };
  const png = (more: string) => new Uint8Array([...PNG, ...new TextEncoder().encode(more)]);
  const clean = await sendFeedback(owner, services, words, { bytes: png("clean") });
  const evil = await sendFeedback(owner, services, words, { bytes: png(EICAR) });
  clamd.stop();
  await assert.rejects(readScreenshot(owner, services, clean.id), Unavailable);
  clamd.start();
  assert.equal((await readScreenshot(owner, services, clean.id)).type, "image/png");
  await readScreenshot(owner, services, clean.id);
  assert.equal(clamd.scans, 1, "scanned once");
  await assert.rejects(
    readScreenshot(owner, services, evil.id),
    /malware \(Eicar-Test-Signature\)/,
  );
  const kept = await services.db.selectFrom("documents").select("key").execute();
  assert.deepEqual(kept.length, 1, "its bytes are gone");
  const { body: { data } } = await api.call("GET", "/feedback");
  const shown = data.map((one: Json) => one.screenshot_type);
  assert.deepEqual(shown, [null, "image/png"], "what was written stays");
});

/** One pixel; what comes after its end is of no matter to who draws it. */
const PNG = Uint8Array.fromBase64(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==",
);
