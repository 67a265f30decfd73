/** A delivery is taken as long as it is not older, or from further ahead, than this. */
const TOLERANCE_SECONDS = 300;

const PREFIX = "whsec_";

/** A delivery that did not come from us, came too late, or was changed on its way. */
export class WebhookRefused extends Error {
  override readonly name = "WebhookRefused";
}

/** The headers of a delivery, as `Request.headers` or as Node has them. */
export type DeliveryHeaders =
  | Headers
  | Readonly<Record<string, string | string[] | undefined>>;

/**
 * Checks that a delivery is ours, and reads it. Give it the body as it came: one that was parsed
 * and written again has another signature.
 *
 * @param secret `whsec_…` of the webhook; several while it is being rotated.
 * @throws {WebhookRefused} If no secret fits, or it is more than five minutes old.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export async function verifyWebhook<Event = unknown>(
  body: string,
  headers: DeliveryHeaders,
  secret: string | readonly string[],
  now: Date = new Date(),
): Promise<Event> {
  const id = headerOf(headers, "webhook-id");
  const timestamp = headerOf(headers, "webhook-timestamp");
  const given = headerOf(headers, "webhook-signature");
  const ageSeconds = Math.abs(now.getTime() / 1000 - Number(timestamp));
  if (!/^\d+$/.test(timestamp) || ageSeconds > TOLERANCE_SECONDS) {
    throw new WebhookRefused("The delivery is too old, or from the future");
  }
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  const signatures = given.split(" ").filter((one) => one.startsWith("v1,"))
    .flatMap((one) => fromBase64(one.slice(3)) ?? []);
  for (const one of [secret].flat()) {
    const key = await keyOf(one);
    for (const signature of signatures) {
      if (await crypto.subtle.verify("HMAC", key, signature, signed)) {
        return JSON.parse(body) as Event;
      }
    }
  }
  throw new WebhookRefused("No signature of the delivery fits the secret");
}

function headerOf(headers: DeliveryHeaders, name: string): string {
  const value = headers instanceof Headers
    ? headers.get(name)
    : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  if (typeof value === "string" && value !== "") return value;
  throw new WebhookRefused(`The delivery has no ${name}`);
}

function keyOf(secret: string): Promise<CryptoKey> {
  const bytes = fromBase64(
    secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret,
  );
  if (!bytes) throw new TypeError("The secret is not whsec_ and base64");
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", bytes, algorithm, false, ["verify"]);
}

/** Undefined for what is no base64. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
