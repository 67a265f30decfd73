import assert from "node:assert/strict";
import { type FeedbackInput, readScreenshot, sendFeedback } from "../lib/hiring/feedback.ts";
import { Forbidden, NotFound } from "../lib/platform/errors.ts";
import { pictureType } from "../lib/platform/picture.ts";
import { apiTest } from "./harness/api.ts";

const WORDS = {
  title: "Dots",
  text: "I cannot tell them apart.",
  page: "/jobs/1/ranking?sort=name",
};

const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

const PNG = latin1("\x89PNG\r\n\x1a\n\0\0\0\rIHDR and the rest");
const JPEG = latin1("\xff\xd8\xff\xe0 and the rest");
const WEBP = latin1("RIFF\x10\0\0\0WEBPVP8 and the rest");

function form(
  screenshot: Uint8Array | undefined,
  { name = "screen.png", type = "image/png", words = WORDS as Record<string, string> } = {},
): { body: FormData } {
  const body = new FormData();
  for (const [key, value] of Object.entries(words)) body.append(key, value);
  if (screenshot) body.append("screenshot", new Blob([screenshot as BlobPart], { type }), name);
  return { body };
}

Deno.test("pictureType() looks at the bytes", () => {
  assert.equal(pictureType(PNG), "image/png");
  assert.equal(pictureType(JPEG), "image/jpeg");
  assert.equal(pictureType(WEBP), "image/webp");
  for (
    const other of [
      "",
      "\x89PNG\r\n\x1a\n",
      "GIF89a",
      "<svg xmlns='http://www.w3.org/2000/svg'/>",
      "RIFF\x10\0\0\0WAVEfmt ",
      "<!doctype html><title>image/png</title>",
    ]
  ) {
    assert.equal(pictureType(latin1(other)), undefined, JSON.stringify(other));
  }
});

Deno.test("POST /feedback takes JSON, and a form with a picture", async () => {
  await using test = await apiTest({ worker: false });
  const viewer = await test.addPerson("viewer", "own");
  const plain = await viewer.call("POST", "/feedback", { json: WORDS });
  assert.equal(plain.status, 201);
  assert.deepEqual(
    [plain.body.title, plain.body.text, plain.body.page, plain.body.screenshot_type],
    [WORDS.title, WORDS.text, WORDS.page, null],
  );
  assert.equal(plain.body.user.id, viewer.actor.userId);
  for (const [bytes, type] of [[PNG, "png"], [JPEG, "jpeg"], [WEBP, "webp"]] as const) {
    // What the sender calls it makes no difference.
    const sent = form(bytes, { name: "page.html", type: "text/html" });
    const { status, body } = await viewer.call("POST", "/feedback", sent);
    assert.equal(status, 201);
    assert.equal(body.screenshot_type, `image/${type}`);
    const kept = await readScreenshot(test.owner, test.test.services, body.id);
    assert.deepEqual([kept.type, [...kept.bytes]], [`image/${type}`, [...bytes]]);
  }
  const { status, body } = await viewer.call("POST", "/feedback", form(undefined));
  assert.deepEqual([status, body.screenshot_type], [201, null]);
});

Deno.test("POST /feedback says what is wrong", async () => {
  await using test = await apiTest({ worker: false });
  const refuse = async (options: Parameters<typeof test.api.call>[2], wanted: number) => {
    const { status, body } = await test.api.call("POST", "/feedback", options);
    assert.equal(status, wanted, JSON.stringify(body));
    return body.errors?.map(({ pointer }: { pointer: string }) => pointer);
  };
  assert.deepEqual(await refuse({ json: { title: " ", text: "x" } }, 422), ["/title"]);
  assert.deepEqual(await refuse({ json: { ...WORDS, text: "x".repeat(5001) } }, 422), ["/text"]);
  assert.deepEqual(await refuse({ json: { ...WORDS, mood: "good" } }, 422), ["/mood"]);
  assert.deepEqual(await refuse(form(PNG, { words: { title: "Dots" } }), 422), ["/text"]);
  await refuse(form(latin1("<svg/>")), 415);
  await refuse(form(new Uint8Array()), 415);
  const large = new Uint8Array(5 * 1024 * 1024 + 1);
  large.set(PNG);
  await refuse(form(large), 413);
  await refuse({ body: "Dots", headers: { "content-type": "text/plain" } }, 415);
  const { db } = test.test.services;
  assert.deepEqual(await db.selectFrom("feedback").selectAll().execute(), []);
  assert.deepEqual(await db.selectFrom("documents").select("key").execute(), []);
});

Deno.test("a picture of 5 MiB is the largest that is taken", async () => {
  await using test = await apiTest({ worker: false });
  const largest = new Uint8Array(5 * 1024 * 1024);
  largest.set(PNG);
  assert.equal((await test.api.call("POST", "/feedback", form(largest))).status, 201);
});

Deno.test("GET /feedback is for superusers, over all workspaces, the last first", async () => {
  await using test = await apiTest({ worker: false });
  const stranger = await test.addPerson("owner", "own");
  for (const title of ["one", "two", "three"]) {
    await stranger.call("POST", "/feedback", { json: { ...WORDS, title } });
  }
  assert.equal((await stranger.call("GET", "/feedback")).status, 403);
  const { status, body } = await test.api.call("GET", "/feedback?items_per_page=2");
  assert.equal(status, 200);
  assert.deepEqual(body.data.map(({ title }: { title: string }) => title), ["three", "two"]);
  assert.deepEqual([body.total_count, body.has_more], [3, true]);
  const next = await test.api.call("GET", "/feedback?items_per_page=2&page=2");
  assert.deepEqual(next.body.data.map(({ title }: { title: string }) => title), ["one"]);
});

Deno.test("readScreenshot() is for superusers, and who looked is written down", async () => {
  await using test = await apiTest({ worker: false });
  const { services } = test.test;
  const { actor } = await test.addPerson("owner", "own");
  const input: FeedbackInput = WORDS;
  const sent = await sendFeedback(actor, services, input, { bytes: PNG });
  const plain = await sendFeedback(actor, services, input);
  await assert.rejects(readScreenshot(actor, services, sent.id), Forbidden);
  await assert.rejects(readScreenshot(test.owner, services, plain.id), NotFound);
  await assert.rejects(readScreenshot(test.owner, services, crypto.randomUUID()), NotFound);
  await readScreenshot(test.owner, services, sent.id);
  const rows = await services.db.selectFrom("auditLog")
    .select(["action", "userId", "targetId", "details"]).orderBy("id").execute();
  assert.deepEqual(rows, [
    {
      action: "feedback.sent",
      userId: actor.userId,
      targetId: sent.id,
      details: { screenshot: "image/png" },
    },
    {
      action: "feedback.sent",
      userId: actor.userId,
      targetId: plain.id,
      details: { screenshot: null },
    },
    {
      action: "feedback.screenshot_read",
      userId: test.owner.userId,
      targetId: sent.id,
      details: {},
    },
  ]);
});
