import { sql } from "kysely";
import { z } from "zod";
import { NotFound } from "../platform/errors.ts";
import { Id, Instant } from "../platform/input.ts";
import type { Services } from "../platform/services.ts";
import { acrossWorkspaces } from "../platform/workspace_scope.ts";
import { audit } from "./audit.ts";
import { type Principal, requirePerson } from "./principal.ts";
import { lastEnd } from "./sign_in_end.ts";
import type { StaysSignedIn } from "./end_access.ts";
import { endTokenFamilies } from "./token_families.ts";

/** Where a person is signed in: a browser, or a program that holds tokens for the API. */
export const OwnSession = z.object({
  id: Id,
  kind: z.enum(["browser", "api"]),
  /** What the client says it is; null when it said nothing. */
  userAgent: z.string().nullable(),
  signedInAt: Instant,
  /** For a browser to five minutes; for a program, when its tokens were last renewed. */
  lastUsedAt: Instant,
  /** When it ends unless it is used before. */
  expiresAt: Instant,
  /** When it ends however much it is used. */
  endsAt: Instant,
  /** Whether it is the one that asks. */
  isCurrent: z.boolean(),
}).meta({ id: "OwnSession" });
export type OwnSession = z.infer<typeof OwnSession>;

const MAX_SHOWN = 200;

/**
 * Where the actor is signed in, in all their workspaces; the last used first.
 *
 * @param currentId The session or sign-in that asks.
 * @throws {Forbidden} If it is an API key that acts.
 */
export async function listOwnSessions(
  actor: Principal,
  { db, config }: Pick<Services, "db" | "config">,
  currentId: string,
): Promise<OwnSession[]> {
  requirePerson(actor);
  const end = lastEnd(config);
  const open = sql<
    & Pick<OwnSession, "id" | "kind" | "userAgent">
    & Record<"signedIn" | "lastUsed" | "expires" | "ends", Date>
  >`
    select 'browser' as kind, id, user_agent, created_at as signed_in, last_seen_at as last_used,
      least(expires_at, ${end}) as expires, ${end} as ends
    from sessions
    where user_id = ${actor.userId} and revoked_at is null and least(expires_at, ${end}) > now()
    union all
    select 'api', id, user_agent, created_at, last_used_at, least(expires_at, ${end}), ${end}
    from token_families
    where user_id = ${actor.userId} and revoked_at is null and least(expires_at, ${end}) > now()
    order by last_used desc, id desc limit ${MAX_SHOWN}`;
  const { rows } = await acrossWorkspaces(
    "a user may have signed in to several workspaces",
    () => open.execute(db),
  );
  return rows.map(({ signedIn, lastUsed, expires, ends, ...row }) => ({
    ...row,
    signedInAt: signedIn.toISOString(),
    lastUsedAt: lastUsed.toISOString(),
    expiresAt: expires.toISOString(),
    endsAt: ends.toISOString(),
    isCurrent: row.id === currentId,
  }));
}

/**
 * Signs the actor out of one browser or one program, at once and for good.
 *
 * @throws {Forbidden} If it is an API key that acts.
 * @throws {NotFound} If it is not one of theirs, or has ended.
 */
export function endOwnSession(
  actor: Principal,
  { db }: Pick<Services, "db">,
  sessionId: string,
): Promise<void> {
  return acrossWorkspaces("a user may have signed in to several workspaces", () => {
    requirePerson(actor);
    return db.transaction().execute(async (trx) => {
      for (const [table, kind] of [["sessions", "browser"], ["tokenFamilies", "api"]] as const) {
        const ended = await trx.updateTable(table).set({ revokedAt: sql<Date>`now()` })
          .where("id", "=", sessionId).where("userId", "=", actor.userId)
          .where("revokedAt", "is", null).where("expiresAt", ">", sql<Date>`now()`)
          .returning("id").executeTakeFirst();
        if (ended) return await audit(trx, actor, "user.session_ended", sessionId, { kind });
      }
      throw new NotFound(`You have no session ${sessionId}, or it has ended`);
    });
  });
}

/**
 * Signs the actor out of every browser and program, but for the one that they are in.
 *
 * @returns How many sessions and sign-ins were ended.
 * @throws {Forbidden} If it is an API key that acts.
 */
export function endOtherSessions(
  actor: Principal,
  { db }: Pick<Services, "db">,
  stays: StaysSignedIn,
): Promise<number> {
  return acrossWorkspaces("a user may have signed in to several workspaces", () => {
    requirePerson(actor);
    return db.transaction().execute(async (trx) => {
      let open = trx.updateTable("sessions").set({ revokedAt: new Date() })
        .where("userId", "=", actor.userId)
        .where("revokedAt", "is", null).where("expiresAt", ">", sql<Date>`now()`);
      if ("sessionId" in stays) open = open.where("id", "!=", stays.sessionId);
      const ended = await open.returning("id").execute();
      const familyId = "familyId" in stays ? stays.familyId : undefined;
      const count = ended.length + await endTokenFamilies(trx, actor.userId, familyId);
      await audit(trx, actor, "user.sessions_ended", actor.userId, { count });
      return count;
    });
  });
}
