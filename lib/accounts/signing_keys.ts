import { importJWK } from "jose";
import type { Config } from "../platform/config.ts";
import type { Ed25519Key } from "../platform/setting_kinds.ts";

/** The settings that the keys of access tokens are made from. */
export type SigningConfig = Pick<
  Config,
  "secretKey" | "previousSecretKeys" | "tokenAlgorithm" | "signingKeys"
>;

/** The keys of access tokens: one that signs, and all whose signatures are taken. */
export interface KeyRing {
  readonly algorithm: Config["tokenAlgorithm"];
  readonly signing: { readonly kid: string; readonly key: CryptoKey };
  /** By key id; undefined for a key that is no longer, or never was, in the settings. */
  verifying(kid: string | undefined): CryptoKey | undefined;
}

const rings = new WeakMap<SigningConfig, Promise<KeyRing>>();

/** The keys of these settings, imported once: a CryptoKey verifies twice as fast as its bytes. */
export function keyRing(config: SigningConfig): Promise<KeyRing> {
  const known = rings.get(config) ?? makeRing(config);
  rings.set(config, known);
  return known;
}

interface RingKey {
  readonly kid: string;
  /** Missing where only the public part is left. */
  readonly signing: CryptoKey | undefined;
  readonly verifying: CryptoKey;
}

async function makeRing(config: SigningConfig): Promise<KeyRing> {
  const keys = await Promise.all(
    config.tokenAlgorithm === "EdDSA"
      ? config.signingKeys.map(importPair)
      : [config.secretKey, ...config.previousSecretKeys].map(deriveKey),
  );
  const [first] = keys;
  if (!first?.signing) throw new RangeError("The first of the signing keys has no private part");
  const byId = new Map(keys.map(({ kid, verifying }) => [kid, verifying]));
  return {
    algorithm: config.tokenAlgorithm,
    signing: { kid: first.kid, key: first.signing },
    verifying: (kid) => kid === undefined ? undefined : byId.get(kid),
  };
}

/** A key of its own (HKDF, RFC 5869), so that no other use of the secret can forge a token. */
async function deriveKey(secret: string): Promise<RingKey> {
  const bytes = new TextEncoder().encode(secret);
  const base = await crypto.subtle.importKey("raw", bytes, "HKDF", false, [
    "deriveKey",
    "deriveBits",
  ]);
  const from = (info: string) => ({
    name: "HKDF",
    hash: "SHA-256",
    salt: new Uint8Array(32),
    info: new TextEncoder().encode(info),
  });
  const [key, id] = await Promise.all([
    crypto.subtle.deriveKey(
      from("access token"),
      base,
      { name: "HMAC", hash: "SHA-256", length: 256 },
      false,
      ["sign", "verify"],
    ),
    crypto.subtle.deriveBits(from("access token key id"), base, 64),
  ]);
  const kid = new Uint8Array(id).toBase64({ alphabet: "base64url", omitPadding: true });
  return { kid, signing: key, verifying: key };
}

async function importPair(jwk: Ed25519Key): Promise<RingKey> {
  const { d: _private, ...open } = jwk;
  const [verifying, signing] = await Promise.all([
    importKey(open),
    jwk.d === undefined ? undefined : importKey(jwk),
  ]);
  return { kid: jwk.kid, signing, verifying };
}

function importKey(jwk: Ed25519Key): Promise<CryptoKey> {
  // Bytes come of symmetric keys alone.
  return importJWK({ ...jwk }, "EdDSA") as Promise<CryptoKey>;
}
