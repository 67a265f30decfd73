import { z } from "zod";
import type { Db } from "../platform/database.ts";
import { Unauthenticated } from "../platform/errors.ts";
import { prepareQuery } from "../platform/prepared_query.ts";
import { hashPassword, isOutdated, isPassword } from "./passwords.ts";
import {
  accountSubject,
  addressSubject,
  forgiveFailures,
  recordFailure,
  requirePatience,
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
  { login, password }: Credentials,
  address: string,
): Promise<Member> {
  const found = await findByLogin(db, login);
  const account = await accountSubject(found?.userId ?? login);
  const subjects = [account, await addressSubject(address)];
  await requirePatience(db, subjects);
  const isRight = await isPassword(password, found?.passwordHash);
  if (!isRight || !found) {
    await recordFailure(db, subjects);
    throw new Unauthenticated("Wrong username, email or password");
  }
  await forgiveFailures(db, account);
  if (isOutdated(found.passwordHash)) await rehash(db, found, password);
  return { userId: found.userId, workspaceId: found.workspaceId };
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

async function findByLogin(db: Db, login: string) {
  const name = login.toLowerCase();
  if (!name.isWellFormed() || name.includes("\0")) return undefined;
  const [found] = await selectByLogin(db, { name });
  return found;
}

const selectByLogin = prepareQuery((db, { name }: { readonly name: string }) =>
  db.selectFrom("users")
    .innerJoin("memberships", "memberships.userId", "users.id")
    .select(["users.id as userId", "users.passwordHash", "memberships.workspaceId"])
    .where((eb) =>
      eb.or([
        eb("users.username", "=", name),
        eb(eb.fn<string>("lower", ["users.email"]), "=", name),
      ])
    )
    .where("users.isDeleted", "=", false).where("users.isDisabled", "=", false)
    .orderBy("memberships.createdAt").orderBy("memberships.workspaceId")
    .limit(1)
);
