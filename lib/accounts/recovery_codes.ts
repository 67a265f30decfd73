import { sql } from "kysely";
import { crud } from "../platform/crud.ts";
import type { Db, Trx } from "../platform/database.ts";
import { sha256 } from "./secrets.ts";

const recoveryCodes = crud("recoveryCodes");

/** How many there are at a time. */
export const RECOVERY_CODES = 10;

/** Crockford's base32: no letter that looks like a digit. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 16;

/** A code of 80 random bits, such as `7k2m-9qxd-0fhz-w3rt`; so many that a plain hash hides it. */
function newCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  const letters = [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return letters.replaceAll(/.{4}(?=.)/g, "$&-");
}

/** Puts new codes in the place of those that a user has; they are told this once. */
export async function replaceRecoveryCodes(trx: Trx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  await trx.deleteFrom("recoveryCodes").where("userId", "=", userId).execute();
  const rows = await Promise.all(codes.map(async (code) => ({
    userId,
    codeHash: await hashOf(userId, code),
  })));
  await recoveryCodes.createMany(trx, rows, { select: ["userId"] });
  return codes;
}

/** Uses a code up; false when it is none of the user's, or was used before. */
export async function spendRecoveryCode(db: Db, userId: string, code: string): Promise<boolean> {
  const used = await db.updateTable("recoveryCodes").set({ usedAt: sql<Date>`now()` })
    .where("userId", "=", userId).where("codeHash", "=", await hashOf(userId, code))
    .where("usedAt", "is", null).returning("userId").executeTakeFirst();
  return used !== undefined;
}

/** How many codes the user has not used yet. */
export function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  return recoveryCodes.count(db, { userId, usedAt: null });
}

function hashOf(userId: string, code: string): Promise<Uint8Array> {
  const letters = code.toLowerCase().replaceAll(/[\s-]/g, "")
    .replaceAll("o", "0").replaceAll(/[il]/g, "1");
  return sha256(`recovery code:${userId}:${letters}`);
}
