import fc from "fast-check";
import assert from "node:assert/strict";
import { Webhook } from "standardwebhooks";
import { verifyWebhook, WebhookRefused } from "./webhook.ts";

const secretOf = (bytes: Uint8Array) => `whsec_${bytes.toBase64()}`;
const SECRET = secretOf(new Uint8Array(24).fill(7));
const OTHER = secretOf(new Uint8Array(24).fill(8));

/** A delivery as the specification's own library signs it. */
function deliver(secret: string, body: string, at = new Date()) {
  return {
    "webhook-id": "msg_1",
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(secret).sign("msg_1", at, body),
  };
}

Deno.test("verifyWebhook() takes what the specification's library signs", async () => {
  const bytes = fc.uint8Array({ minLength: 24, maxLength: 64 });
  await fc.assert(fc.asyncProperty(bytes, fc.json(), async (key, body) => {
    const secret = secretOf(key);
    assert.deepEqual(
      await verifyWebhook(body, deliver(secret, body), secret),
      JSON.parse(body),
    );
  }));
});

Deno.test("verifyWebhook() refuses what was changed, is old or is someone else's", async () => {
  const body = '{"type":"resume.evaluated"}';
  const now = new Date();
  const refused = (
    given: string,
    headers: Record<string, string>,
    secret: string,
  ) => assert.rejects(verifyWebhook(given, headers, secret, now), WebhookRefused);
  await refused(`${body} `, deliver(SECRET, body), SECRET);
  await refused(body, deliver(OTHER, body), SECRET);
  await refused(
    body,
    deliver(SECRET, body, new Date(now.getTime() - 301_000)),
    SECRET,
  );
  await refused(
    body,
    deliver(SECRET, body, new Date(now.getTime() + 302_000)),
    SECRET,
  );
  await refused(
    body,
    { ...deliver(SECRET, body), "webhook-id": "msg_2" },
    SECRET,
  );
  await refused(body, {
    ...deliver(SECRET, body),
    "webhook-signature": "v1,???",
  }, SECRET);
  await refused(body, {}, SECRET);
});

Deno.test("verifyWebhook() takes either secret while one takes over from the other", async () => {
  const body = "{}";
  const headers = new Headers(deliver(OTHER, body));
  assert.deepEqual(await verifyWebhook(body, headers, [SECRET, OTHER]), {});
  const old = deliver(SECRET, body)["webhook-signature"];
  headers.set(
    "webhook-signature",
    `${old} ${headers.get("webhook-signature")}`,
  );
  assert.deepEqual(await verifyWebhook(body, headers, OTHER), {});
});
