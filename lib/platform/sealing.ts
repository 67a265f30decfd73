/** The secrets of the installation: the present one, and those that were before it. */
export interface SealingSecrets {
  readonly secretKey: string;
  readonly previousSecretKeys?: readonly string[];
}

/** How a sealed text begins, so that another way of sealing can come later. */
const VERSION = 1;
const KEY_ID_BYTES = 4;
const IV_BYTES = 12;
const HEAD_BYTES = 1 + KEY_ID_BYTES;

interface SealingKey {
  readonly id: Uint8Array;
  readonly key: CryptoKey;
}

const keys = new Map<string, Promise<SealingKey>>();

/**
 * Encrypts bytes with a key that is derived from the installation's secret for this purpose alone
 * (AES-256-GCM, HKDF-SHA-256).
 *
 * @returns Version, key id, nonce, and the encrypted bytes with their tag.
 */
export async function seal(
  { secretKey }: SealingSecrets,
  purpose: string,
  bytes: Uint8Array,
): Promise<Uint8Array> {
  const { id, key } = await keyOf(secretKey, purpose);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, bytes as BufferSource);
  return new Uint8Array([VERSION, ...id, ...iv, ...new Uint8Array(sealed)]);
}

/**
 * Decrypts what `seal()` made, by the present secret or one of those before it.
 *
 * @returns Undefined when none of the secrets fits: it was sealed with one that is gone.
 * @throws {DOMException} If it was changed since.
 */
export async function unseal(
  { secretKey, previousSecretKeys = [] }: SealingSecrets,
  purpose: string,
  sealed: Uint8Array,
): Promise<Uint8Array | undefined> {
  if (sealed[0] !== VERSION) return undefined;
  const wanted = sealed.subarray(1, HEAD_BYTES);
  for (const secret of [secretKey, ...previousSecretKeys]) {
    const { id, key } = await keyOf(secret, purpose);
    if (!id.every((byte, at) => byte === wanted[at])) continue;
    const iv = sealed.slice(HEAD_BYTES, HEAD_BYTES + IV_BYTES);
    const bytes = sealed.slice(HEAD_BYTES + IV_BYTES);
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, bytes));
  }
  return undefined;
}

/** Whether it was sealed with the present secret, and for that purpose. */
export async function isSealedByPresent(
  { secretKey }: SealingSecrets,
  purpose: string,
  sealed: Uint8Array,
): Promise<boolean> {
  const { id } = await keyOf(secretKey, purpose);
  return sealed[0] === VERSION && id.every((byte, at) => byte === sealed[at + 1]);
}

function keyOf(secret: string, purpose: string): Promise<SealingKey> {
  const name = `${purpose}\0${secret}`;
  const known = keys.get(name) ?? deriveKey(secret, purpose);
  keys.set(name, known);
  return known;
}

async function deriveKey(secret: string, purpose: string): Promise<SealingKey> {
  const encoder = new TextEncoder();
  const base = await crypto.subtle.importKey("raw", encoder.encode(secret), "HKDF", false, [
    "deriveKey",
    "deriveBits",
  ]);
  const by = (info: string) => ({
    name: "HKDF",
    hash: "SHA-256",
    salt: new Uint8Array(32),
    info: encoder.encode(info),
  });
  const id = await crypto.subtle.deriveBits(by(`sealing id: ${purpose}`), base, 8 * KEY_ID_BYTES);
  const key = await crypto.subtle.deriveKey(
    by(`sealing: ${purpose}`),
    base,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
  return { id: new Uint8Array(id), key };
}
