import { sql } from "kysely";
import { z } from "zod";
import type { Config } from "../platform/config.ts";
import type { Db } from "../platform/database.ts";
import { prepareLookup } from "../platform/prepared_query.ts";
import type { Services } from "../platform/services.ts";
import type { Language } from "../talent/types.ts";
import type { Person } from "./principal.ts";
import { IS_BARE_SUPERUSER, LACKS_SECOND_FACTOR, TIER_ID, toPerson } from "./principals.ts";
import { requireSecondFactor } from "./second_factor.ts";
import { newSecret, sha256 } from "./secrets.ts";
import { firstOfLasting, lastEnd } from "./sign_in_end.ts";
import { checkCredentials, type Credentials, type Member } from "./sign_in.ts";
import { underSuperuserRule } from "./superuser_rule.ts";

export type Theme = "system" | "light" | "dark";

/** A signed-in browser, in one workspace. */
export interface Session {
  readonly id: string;
  readonly actor: Person;
  readonly user: {
    readonly name: string;
    readonly username: string;
    readonly email: string;
    readonly language: Language | null;
    readonly theme: Theme;
    readonly singleKeys: boolean;
  };
  readonly workspace: { readonly id: string; readonly name: string };
  /** Whether the workspace asks for two-factor sign-in, and the user does not have it. */
  readonly lacksSecondFactor: boolean;
  /** Until when it lasts unless it is used; each use moves it on, up to the end of the sign-in. */
  readonly expiresAt: Date;
  /** Whether this use moved `expiresAt`, so that the cookie wants the same. */
  readonly isRenewed: boolean;
}

export interface SignIn extends Credentials {
  /** The address of the client, as the server sees it. */
  readonly address: string;
  readonly userAgent: string | null;
}

/** A new session and its secret for the cookie; only a hash of the secret is kept. */
export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
  readonly session: Session;
}

/**
 * Signs a browser in.
 *
 * @throws {Unauthenticated} If name or password is wrong.
 * @throws {SecondFactorRequired} If they are right, and a code is needed as well.
 * @throws {TooManyRequests} After too many wrong guesses.
 */
export async function signIn(
  { db, config }: Pick<Services, "db" | "config">,
  { address, userAgent, ...credentials }: SignIn,
): Promise<OpenedSession> {
  const member = await checkCredentials(db, credentials, address);
  await requireSecondFactor({ db, config }, member, { code: undefined, address });
  return await openSession({ db, config }, member, userAgent);
}

/** Opens a session for who has shown who they are. */
export async function openSession(
  { db, config }: Pick<Services, "db" | "config">,
  member: Member,
  userAgent: string | null,
): Promise<OpenedSession> {
  const token = newSecret();
  const days = Math.min(config.sessionDays, config.sessionMaxDays);
  const expiresAt = new Date(Date.now() + days * 86_400_000);
  await db.insertInto("sessions").values({
    ...member,
    tokenHash: await sha256(token),
    userAgent: userAgent?.slice(0, 500) ?? null,
    expiresAt,
  }).execute();
  const session = await findSession({ db, config }, token);
  if (!session) throw new RangeError("The new session cannot be read back");
  return { token, expiresAt, session };
}

// Moved on at most this often, so that reading a page seldom writes.
const RENEW_AFTER = sql<Date>`now() - interval '5 minutes'`;

/** The session of a cookie's secret; undefined when it has ended or never was. */
export async function findSession(
  { db, config }: Pick<Services, "db" | "config">,
  token: string,
): Promise<Session | undefined> {
  const tokenHash = await sha256(token);
  const [row] = await selectSession(db, { tokenHash, sessionMaxDays: config.sessionMaxDays });
  if (!row) return undefined;
  const renewed = row.isDue ? await renew({ db, config }, row.id) : undefined;
  const language = row.language as Language | null;
  return {
    id: row.id,
    actor: underSuperuserRule(toPerson(row), row, config),
    user: {
      name: row.name,
      username: row.username,
      email: row.email,
      language,
      theme: row.theme as Theme,
      singleKeys: row.singleKeys,
    },
    workspace: { id: row.workspaceId, name: row.workspaceName },
    lacksSecondFactor: row.lacksSecondFactor,
    expiresAt: renewed ?? row.expiresAt,
    isRenewed: renewed !== undefined,
  };
}

interface AskedSession extends Pick<Config, "sessionMaxDays"> {
  readonly tokenHash: Uint8Array;
}

/** Each page asks for it. */
const selectSession = prepareLookup((db, { tokenHash, sessionMaxDays }: AskedSession) =>
  db.selectFrom("sessions")
    .innerJoin("users", "users.id", "sessions.userId")
    .innerJoin("workspaces", "workspaces.id", "sessions.workspaceId")
    .innerJoin("memberships", (join) =>
      join.onRef("memberships.userId", "=", "sessions.userId")
        .onRef("memberships.workspaceId", "=", "sessions.workspaceId"))
    .select([
      "sessions.id",
      "sessions.expiresAt",
      "sessions.userId",
      "sessions.workspaceId",
      "users.name",
      "users.username",
      "users.email",
      "users.language",
      "users.theme",
      "users.singleKeys",
      "users.isSuperuser",
      "memberships.role",
      "workspaces.name as workspaceName",
    ])
    .select([TIER_ID.as("tierId"), LACKS_SECOND_FACTOR.as("lacksSecondFactor")])
    .select(IS_BARE_SUPERUSER.as("isBareSuperuser"))
    .select((eb) => eb("sessions.lastSeenAt", "<", RENEW_AFTER).as("isDue"))
    .where("sessions.tokenHash", "=", tokenHash)
    .where("sessions.revokedAt", "is", null)
    .where("sessions.expiresAt", ">", sql<Date>`now()`)
    .where("sessions.createdAt", ">", firstOfLasting({ sessionMaxDays }))
    .where("users.isDeleted", "=", false).where("users.isDisabled", "=", false)
);

/**
 * Lets a session last as long again as it was made for, but no longer than a sign-in lasts;
 * undefined if another request just did.
 */
async function renew(
  { db, config }: Pick<Services, "db" | "config">,
  id: string,
): Promise<Date | undefined> {
  const row = await db.updateTable("sessions")
    .set({
      expiresAt: sql<Date>`least(now() + (expires_at - last_seen_at), ${lastEnd(config)})`,
      lastSeenAt: sql<Date>`now()`,
    })
    .where("id", "=", id).where("revokedAt", "is", null).where("lastSeenAt", "<", RENEW_AFTER)
    .returning("expiresAt").executeTakeFirst();
  return row?.expiresAt;
}

/** Ends a session; no error when it has ended already. */
export async function signOut(db: Db, token: string): Promise<void> {
  await db.updateTable("sessions").set({ revokedAt: new Date() })
    .where("tokenHash", "=", await sha256(token)).where("revokedAt", "is", null).execute();
}

/**
 * Removes sessions that ended more than a month ago, sign-ins that no code came for, and wrong
 * guesses that count no more.
 */
export async function removeEndedSessions(db: Db): Promise<void> {
  const month = sql<Date>`now() - interval '30 days'`;
  await Promise.all([
    db.deleteFrom("sessions")
      .where((eb) => eb.or([eb("expiresAt", "<", month), eb("revokedAt", "<", month)])).execute(),
    db.deleteFrom("pendingSignIns").where("expiresAt", "<", sql<Date>`now()`).execute(),
    db.deleteFrom("signInFailures")
      .where("lastFailedAt", "<", sql<Date>`now() - interval '1 day'`).execute(),
  ]);
}

/** What a person may choose for themselves; a null language follows the browser. */
export const Preferences = z.strictObject({
  language: z.enum(["en", "nl"]).nullable(),
  theme: z.enum(["system", "light", "dark"]),
  /** Whether keys such as J and S act by themselves (WCAG 2.2, 2.1.4). */
  singleKeys: z.boolean(),
}).partial();
export type Preferences = z.infer<typeof Preferences>;

/** Saves the chosen preferences; those not given stay. */
export async function savePreferences(
  actor: Person,
  db: Db,
  { language, theme, singleKeys }: Preferences,
): Promise<void> {
  await db.updateTable("users")
    .set({
      ...(language === undefined ? {} : { language }),
      ...(theme === undefined ? {} : { theme }),
      ...(singleKeys === undefined ? {} : { singleKeys }),
      updatedAt: new Date(),
    })
    .where("id", "=", actor.userId).execute();
}
