import { z } from "zod";
import { sql } from "kysely";
import type { Db } from "../platform/database.ts";
import { Unauthenticated } from "../platform/errors.ts";
import { prepareQuery } from "../platform/prepared_query.ts";
import { hashPassword, isOutdated, isPassword } from "./passwords.ts";
import { HAS_SECOND_FACTOR } from "./principals.ts";
import { noteRefusal } from "./sign_in_refusals.ts";
import {
  ACCOUNT_KEY,
  accountSubject,
  addressSubject,
  forgiveFailures,
  longestPause,
  recordFailure,
  refuseFor,
  type Subject,
} from "./throttle.ts";

/** What a person types to sign in; the login is a username or an e-mail address. */
export const Credentials = z.object({
  login: z.string().trim().min(1, "must not be empty").max(254),
  password: z.string().min(1, "must not be empty").max(1024),
});
export type Credentials = z.infer<typeof Credentials>;

/** Whom a password belongs to, and the workspace that they work in. */
export interface Member {
  readonly userId: string;
  readonly workspaceId: string;
}

/** Who has shown their password; whether their account may be tried now is still to be asked. */
export interface Recognized extends Member {
  readonly account: Subject;
  readonly passwordHash: string;
  readonly hasSecondFactor: boolean;
}

/**
 * Checks a password.
 *
 * Wrong guesses are counted per account and per address; a right one among too many wrong ones
 * waits as well, so that guessing in parallel gains nothing.
 *
 * @param address The address of the client, as the server sees it.
 * @throws {Unauthenticated} If name or password is wrong; the same for an unknown user.
 * @throws {TooManyRequests} After too many wrong guesses.
 */
export async function checkCredentials(
  db: Db,
  credentials: Credentials,
  address: string,
): Promise<Member> {
  const found = await comparePassword(db, credentials, address);
  await acceptPassword(db, found, credentials.password);
  return { userId: found.userId, workspaceId: found.workspaceId };
}

/**
 * The first half of `checkCredentials()`. Nothing may be told of what it finds before the second
 * one has passed as well: others may have guessed meanwhile.
 *
 * @throws {Unauthenticated} If name or password is wrong; the same for an unknown user.
 * @throws {TooManyRequests} After too many wrong guesses.
 */
export async function comparePassword(
  db: Db,
  { login, password }: Credentials,
  address: string,
): Promise<Recognized> {
  const [unknown, from] = [await accountSubject(login), await addressSubject(address)];
  const name = login.toLowerCase();
  const [row] = await selectByLogin(db, {
    name: name.isWellFormed() && !name.includes("\0") ? name : null,
    unknownKey: unknown.key,
    addressKey: from.key,
  });
  refuseFor(row?.pauseSeconds ?? null);
  const { userId, workspaceId, passwordHash, hasSecondFactor } = row ?? {};
  const isRight = await isPassword(password, passwordHash ?? undefined);
  const account = userId ? await accountSubject(userId) : unknown;
  if (!isRight || !userId || !workspaceId || !passwordHash) {
    await Promise.all([
      recordFailure(db, [account, from]),
      noteRefusal(db, userId ?? undefined, "password"),
    ]);
    throw new Unauthenticated("Wrong username, email or password");
  }
  return { userId, workspaceId, passwordHash, account, hasSecondFactor: hasSecondFactor !== false };
}

/**
 * The second half of `checkCredentials()`: forgives the wrong guesses, and hashes the password as
 * it is done today.
 *
 * @throws {TooManyRequests} If others have guessed too often meanwhile.
 */
export async function acceptPassword(
  db: Db,
  found: Recognized,
  password: string,
): Promise<void> {
  await forgiveFailures(db, found.account);
  if (isOutdated(found.passwordHash)) await rehash(db, found, password);
}

/** Hashes the password as it is done today, unless it was changed meanwhile. */
async function rehash(
  db: Db,
  { userId, passwordHash }: { readonly userId: string; readonly passwordHash: string },
  password: string,
): Promise<void> {
  await db.updateTable("users").set({ passwordHash: await hashPassword(password) })
    .where("id", "=", userId).where("passwordHash", "=", passwordHash).execute();
}

interface Asked {
  /** In lower case; null for what cannot be anybody's. */
  readonly name: string | null;
  /** Of the account, should nobody have that name. */
  readonly unknownKey: Uint8Array;
  readonly addressKey: Uint8Array;
}

/** Who it may be, if anybody, and how long account or address have to wait: one row in any case. */
const selectByLogin = prepareQuery((db, { name, unknownKey, addressKey }: Asked) =>
  db.with("found", (eb) =>
    eb.selectFrom("users")
      .innerJoin("memberships", "memberships.userId", "users.id")
      .select(["users.id as userId", "users.passwordHash", "memberships.workspaceId"])
      .select([HAS_SECOND_FACTOR.as("hasSecondFactor"), ACCOUNT_KEY.as("accountKey")])
      .where((eb) =>
        eb.or([
          eb("users.username", "=", name),
          eb(eb.fn<string>("lower", ["users.email"]), "=", name),
        ])
      )
      .where("users.isDeleted", "=", false).where("users.isDisabled", "=", false)
      .orderBy("memberships.createdAt").orderBy("memberships.workspaceId")
      .limit(1))
    .selectFrom(sql`(select)`.as("always"))
    .leftJoin("found", (join) => join.onTrue())
    .select(["userId", "passwordHash", "workspaceId", "hasSecondFactor"])
    .select(
      longestPause(db, [
        sql<Uint8Array>`${addressKey}::bytea`,
        sql<Uint8Array>`coalesce(found.account_key, ${unknownKey}::bytea)`,
      ]).as("pauseSeconds"),
    )
);
