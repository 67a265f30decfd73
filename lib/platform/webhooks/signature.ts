const PREFIX = "whsec_";
const SECRET_BYTES = 24;

/** A new secret, written as Standard Webhooks wants it: `whsec_` and base64. */
export function newWebhookSecret(): string {
  return PREFIX + crypto.getRandomValues(new Uint8Array(SECRET_BYTES)).toBase64();
}

/** What is sent, as far as it is signed. */
export interface SignedMessage {
  readonly id: string;
  readonly timestampSeconds: number;
  readonly body: string;
}

/**
 * The header `webhook-signature`: one signature for each secret, with blanks between.
 *
 * @param secrets The present one, and while they are changed, the one before it.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export async function signMessage(
  { id, timestampSeconds, body }: SignedMessage,
  secrets: readonly string[],
): Promise<string> {
  const message = new TextEncoder().encode(`${id}.${timestampSeconds}.${body}`);
  const signatures = await Promise.all(secrets.map(async (secret) => {
    const bytes = Uint8Array.fromBase64(secret.slice(PREFIX.length));
    const key = await crypto.subtle.importKey(
      "raw",
      bytes,
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["sign"],
    );
    const signature = await crypto.subtle.sign("HMAC", key, message);
    return `v1,${new Uint8Array(signature).toBase64()}`;
  }));
  return signatures.join(" ");
}
