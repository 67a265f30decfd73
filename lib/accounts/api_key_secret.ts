import { crc32 } from "node:zlib";

/** Live keys act in the workspace, test keys in its sandbox. */
export type KeyMode = "live" | "test";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE = BigInt(ALPHABET.length);

/** 62^43 is the first power of 62 beyond 2^256. */
const SECRET_LENGTH = 43;

/** 62^6 is the first power of 62 beyond 2^32. */
const CHECKSUM_LENGTH = 6;

const PATTERN = new RegExp(
  `^tc_(live|test)_[${ALPHABET}]{${SECRET_LENGTH + CHECKSUM_LENGTH}}$`,
);

/**
 * A new API key: `tc_live_` or `tc_test_`, 256 random bits and the CRC-32 of what stands before
 * it, both in base 62 (a double click selects all of it). By the checksum a program that looks for
 * leaked keys is sure of what it found, and we refuse a mistyped one without looking it up.
 */
export function newApiKeySecret(mode: KeyMode): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const stem = `tc_${mode}_${toBase62(BigInt(`0x${bytes.toHex()}`), SECRET_LENGTH)}`;
  return stem + checksumOf(stem);
}

/** Whether a bearer token is meant to be an API key. */
export function looksLikeApiKey(token: string): boolean {
  return token.startsWith("tc_");
}

/** Whether a text has the form of an API key, with the right checksum. */
export function isApiKeySecret(text: string): boolean {
  return PATTERN.test(text) &&
    text.slice(-CHECKSUM_LENGTH) === checksumOf(text.slice(0, -CHECKSUM_LENGTH));
}

function checksumOf(stem: string): string {
  return toBase62(BigInt(crc32(stem)), CHECKSUM_LENGTH);
}

function toBase62(value: bigint, length: number): string {
  let digits = "";
  for (let rest = value; rest > 0n; rest /= BASE) digits = ALPHABET[Number(rest % BASE)] + digits;
  return digits.padStart(length, "0");
}
