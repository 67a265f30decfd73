import { sql } from "kysely";
import type { Db } from "../platform/database.ts";
import { Unauthenticated } from "../platform/errors.ts";
import type { Services } from "../platform/services.ts";
import { requireSecondFactor } from "./second_factor.ts";
import { newSecret, sha256 } from "./secrets.ts";
import { type OpenedSession, openSession } from "./sessions.ts";
import type { Member } from "./sign_in.ts";

/** How long a right password waits for its code. */
export const PENDING_MINUTES = 10;

/** Keeps that a password was right; returns the secret for the browser's cookie. */
export async function beginPendingSignIn(
  db: Db,
  { userId, workspaceId }: Member,
): Promise<string> {
  const token = newSecret();
  await db.insertInto("pendingSignIns").values({
    tokenHash: await sha256(token),
    userId,
    workspaceId,
    expiresAt: sql<Date>`now() + make_interval(mins => ${PENDING_MINUTES}::integer)`,
  }).execute();
  return token;
}

/** Who waits to give a code; undefined when they waited too long, or were never here. */
export async function findPendingSignIn(db: Db, token: string): Promise<Member | undefined> {
  return await db.selectFrom("pendingSignIns").select(["userId", "workspaceId"])
    .where("tokenHash", "=", await sha256(token)).where("expiresAt", ">", sql<Date>`now()`)
    .executeTakeFirst();
}

export interface CodeSignIn {
  /** The secret of the cookie. */
  readonly token: string;
  readonly code: string;
  /** The address of the client, as the server sees it. */
  readonly address: string;
  readonly userAgent: string | null;
}

/** The time to give the code is over. */
export class SignInExpired extends Unauthenticated {}

/**
 * Signs a browser in whose password was right before.
 *
 * @throws {SignInExpired} If it took too long, or the sign-in was used already.
 * @throws {Unauthenticated} If the code is wrong or was used before.
 * @throws {TooManyRequests} After too many wrong codes.
 */
export async function finishSignIn(
  services: Pick<Services, "db" | "config">,
  { token, code, address, userAgent }: CodeSignIn,
): Promise<OpenedSession> {
  const { db } = services;
  const member = await findPendingSignIn(db, token);
  if (!member) throw expired();
  await requireSecondFactor(services, member, { code, address });
  const taken = await db.deleteFrom("pendingSignIns").where("tokenHash", "=", await sha256(token))
    .returning("userId").executeTakeFirst();
  if (!taken) throw expired();
  return await openSession(services, member, userAgent);
}

function expired(): SignInExpired {
  return new SignInExpired("It took too long to give the code: sign in again");
}
