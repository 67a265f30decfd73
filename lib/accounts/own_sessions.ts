import { sql } from "kysely";
import type { Services } from "../platform/services.ts";
import { audit } from "./audit.ts";
import type { Person } from "./principal.ts";
import { endTokenFamilies } from "./token_families.ts";

/** A browser in which a person is signed in. */
export interface OwnSession {
  readonly id: string;
  /** What the browser says it is; null when it said nothing. */
  readonly userAgent: string | null;
  readonly signedInAt: Date;
  readonly lastSeenAt: Date;
}

const MAX_SHOWN = 50;

/** The actor's own sessions that still last, in all their workspaces; the last used first. */
export async function listOwnSessions(
  actor: Person,
  { db }: Pick<Services, "db">,
): Promise<OwnSession[]> {
  return await db.selectFrom("sessions")
    .select(["id", "userAgent", "createdAt as signedInAt", "lastSeenAt"])
    .where("userId", "=", actor.userId)
    .where("revokedAt", "is", null)
    .where("expiresAt", ">", sql<Date>`now()`)
    .orderBy("lastSeenAt", "desc").orderBy("id", "desc")
    .limit(MAX_SHOWN).execute();
}

/**
 * Signs the actor out of every browser but the one they are in, and of the API.
 *
 * @returns How many sessions and sign-ins were ended.
 */
export function endOtherSessions(
  actor: Person,
  { db }: Pick<Services, "db">,
  sessionId: string,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const ended = await trx.updateTable("sessions").set({ revokedAt: new Date() })
      .where("userId", "=", actor.userId).where("id", "!=", sessionId)
      .where("revokedAt", "is", null).where("expiresAt", ">", sql<Date>`now()`)
      .returning("id").execute();
    const count = ended.length + await endTokenFamilies(trx, actor.userId);
    await audit(trx, actor, "user.sessions_ended", actor.userId, { count });
    return count;
  });
}
