import { createHash } from "node:crypto";

/** An entry as it is hashed: every value as PostgreSQL writes it, null where there is none. */
export interface HashedEntry {
  readonly id: string;
  readonly workspaceId: string;
  readonly userId: string | null;
  readonly apiKeyId: string | null;
  readonly targetId: string | null;
  readonly jobId: string | null;
  readonly resumeId: string | null;
  readonly candidateId: string | null;
  /** Since 1970, in UTC. */
  readonly createdMicros: string;
  readonly action: string;
  readonly details: string;
  /** Null once the details were redacted. */
  readonly salt: string | null;
  /** Of the details as they were; null unless they were redacted. */
  readonly detailsDigest: Uint8Array | null;
}

/**
 * SHA-256 of an entry of the audit log: lines of its ids, its moment, its action, and SHA-256 of
 * salt and details. So details can be redacted and the digest stays.
 *
 * @returns 32 bytes; the same as the database's `audit_entry_digest()`.
 */
export function entryDigest(entry: HashedEntry): Uint8Array {
  const details = entry.detailsDigest ?? sha256(`${entry.salt ?? ""}${entry.details}`);
  return sha256([
    "entry 1",
    entry.id,
    entry.workspaceId,
    ...[entry.userId, entry.apiKeyId, entry.targetId].map((id) => id ?? "-"),
    ...[entry.jobId, entry.resumeId, entry.candidateId].map((id) => id ?? "-"),
    entry.createdMicros,
    details.toHex(),
    entry.action,
  ].join("\n"));
}

/** A seal as it is hashed. */
export interface HashedSeal {
  readonly workspaceId: string;
  readonly number: number;
  /** Null of the first. */
  readonly previousHash: Uint8Array | null;
  readonly sealedMicros: string;
  /** Of its entries, 32 bytes each. */
  readonly digests: Uint8Array;
}

/** SHA-256 of a seal, which holds the one before; the same as the database's `audit_seal_hash()`. */
export function sealHash(seal: HashedSeal): Uint8Array {
  return sha256([
    "seal 1",
    seal.workspaceId,
    seal.number,
    seal.previousHash?.toHex() ?? "-",
    seal.sealedMicros,
    seal.digests.length / DIGEST_BYTES,
    sha256(seal.digests).toHex(),
  ].join("\n"));
}

export const DIGEST_BYTES = 32;

function sha256(data: string | Uint8Array): Uint8Array {
  return new Uint8Array(createHash("sha256").update(data).digest());
}
