import { createHash } from "node:crypto";

/** A new secret of 256 random bits, in base64url. */
export function newSecret(): string {
  return crypto.getRandomValues(new Uint8Array(32)).toBase64({
    alphabet: "base64url",
    omitPadding: true,
  });
}

/**
 * The SHA-256 of a short text; what is kept of a secret that was random. It is made here and now:
 * to have another thread do it, as Web Crypto does, takes a hundred times as long.
 */
export function sha256(text: string): Promise<Uint8Array> {
  return Promise.resolve(new Uint8Array(createHash("sha256").update(text).digest()));
}
