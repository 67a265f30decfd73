import { sql } from "kysely";
import type { Config } from "../platform/config.ts";
import type { Db, Trx } from "../platform/database.ts";
import { prepareQuery } from "../platform/prepared_query.ts";
import type { Services } from "../platform/services.ts";
import { newSecret, sha256 } from "./secrets.ts";
import { lastEnd } from "./sign_in_end.ts";
import type { Member } from "./sign_in.ts";
import { forgiving, refuseFor, type Subject } from "./throttle.ts";
import { issueAccessToken, type TokenSubject } from "./tokens.ts";

/** What a program holds that has signed in for a person. */
export interface Tokens {
  readonly accessToken: string;
  /** How long the access token is good for. */
  readonly expiresInSeconds: number;
  /** To be exchanged once for the next tokens; only a hash of it is kept. */
  readonly refreshToken: string;
}

/**
 * Signs a member in to the API: their tokens make a family, which ends as one.
 *
 * @param userAgent What the client says it is.
 * @param account Whose wrong guesses are forgiven with it; null: that was done before.
 * @throws {TooManyRequests} While that account has to wait.
 */
export async function openTokenFamily(
  { db, config }: Pick<Services, "db" | "config">,
  { userId, workspaceId }: Member,
  userAgent: string | null = null,
  account: Subject | null = null,
): Promise<Tokens> {
  const refreshToken = newSecret();
  const tokenHash = await sha256(refreshToken);
  const [opened] = await insertFamily(db, {
    userId,
    workspaceId,
    userAgent: userAgent?.slice(0, 500) ?? null,
    tokenHash,
    days: Math.min(config.refreshTokenDays, config.sessionMaxDays),
    accountKey: account?.key ?? null,
  });
  refuseFor(opened?.pauseSeconds ?? null);
  if (!opened?.familyId) throw new RangeError("The new family has no id");
  return await toTokens(config, { userId, workspaceId, familyId: opened.familyId }, refreshToken);
}

interface NewFamily extends Member {
  /** How long it lasts without being used. */
  readonly days: number;
  readonly userAgent: string | null;
  readonly tokenHash: Uint8Array;
  readonly accountKey: Uint8Array | null;
}

/** Both rows, unless the account has to wait, with one statement: a transaction of its own. */
const insertFamily = prepareQuery((db, given: NewFamily) =>
  forgiving(db, given.accountKey)
    .with("family", (eb) =>
      eb.insertInto("tokenFamilies")
        .columns(["userId", "workspaceId", "userAgent", "expiresAt"])
        .expression((eb) =>
          eb.selectFrom(sql`(select)`.as("once")).select([
            sql<string>`${given.userId}::uuid`.as("userId"),
            sql<string>`${given.workspaceId}::uuid`.as("workspaceId"),
            sql<string | null>`${given.userAgent}::text`.as("userAgent"),
            familyEnd(given.days).as("expiresAt"),
          ]).where(({ not, exists, selectFrom }) =>
            not(exists(selectFrom("blocked").select("seconds")))
          )
        ).returning("id"))
    .with("token", (eb) =>
      eb.insertInto("refreshTokens")
        .columns(["tokenHash", "familyId"])
        .expression((eb) =>
          eb.selectFrom("family")
            .select([sql<Uint8Array>`${given.tokenHash}::bytea`.as("hash"), "id"])
        ).returning("familyId"))
    .selectNoFrom((eb) => [
      eb.selectFrom("token").select("familyId").as("familyId"),
      eb.selectFrom("blocked").select("seconds").as("pauseSeconds"),
    ])
);

/** Until when a family lasts that is used now; by PostgreSQL's clock, as all its times. */
function familyEnd(days: number) {
  return sql<Date>`now() + make_interval(days => ${days}::integer)`;
}

/** Lets a family last as long again as it was made for, but no longer than a sign-in lasts. */
export async function renewFamily(trx: Trx, config: Config, familyId: string): Promise<void> {
  const expiresAt = sql<Date>`least(${familyEnd(config.refreshTokenDays)}, ${lastEnd(config)})`;
  await trx.updateTable("tokenFamilies").set({ lastUsedAt: sql<Date>`now()`, expiresAt })
    .where("id", "=", familyId).execute();
}

export async function toTokens(
  config: Config,
  subject: TokenSubject,
  refreshToken: string,
): Promise<Tokens> {
  return {
    accessToken: await issueAccessToken(config, subject),
    expiresInSeconds: config.accessTokenMinutes * 60,
    refreshToken,
  };
}

/** Ends a sign-in with all its tokens; no error when it has ended already. */
export async function endTokenFamily(db: Db | Trx, familyId: string): Promise<void> {
  await db.updateTable("tokenFamilies").set({ revokedAt: sql<Date>`now()` })
    .where("id", "=", familyId).where("revokedAt", "is", null).execute();
}

/** Ends the sign-in that a refresh token belongs to, also one that was exchanged long ago. */
export async function endFamilyOf(db: Db, refreshToken: string): Promise<void> {
  const tokenHash = await sha256(refreshToken);
  await db.updateTable("tokenFamilies").set({ revokedAt: sql<Date>`now()` })
    .where("revokedAt", "is", null)
    .where(
      "id",
      "in",
      (eb) => eb.selectFrom("refreshTokens").select("familyId").where("tokenHash", "=", tokenHash),
    )
    .execute();
}

/**
 * Ends every sign-in of a user to the API, in all their workspaces.
 *
 * @param exceptFamilyId One that stays.
 * @returns How many there were.
 */
export async function endTokenFamilies(
  db: Db | Trx,
  userId: string,
  exceptFamilyId?: string,
): Promise<number> {
  const { numUpdatedRows } = await db.updateTable("tokenFamilies")
    .set({ revokedAt: sql<Date>`now()` })
    .where("userId", "=", userId).where("revokedAt", "is", null)
    .where("expiresAt", ">", sql<Date>`now()`)
    .$if(exceptFamilyId !== undefined, (query) => query.where("id", "!=", exceptFamilyId ?? ""))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Removes sign-ins that ended more than a month ago, and what was exchanged before that. */
export async function removeEndedFamilies(db: Db): Promise<void> {
  const month = sql<Date>`now() - interval '30 days'`;
  await db.deleteFrom("tokenFamilies")
    .where((eb) => eb.or([eb("expiresAt", "<", month), eb("revokedAt", "<", month)])).execute();
  await db.deleteFrom("refreshTokens").where("usedAt", "<", month).execute();
}
