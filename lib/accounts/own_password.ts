import type { Db } from "../platform/database.ts";
import { InvalidInput } from "../platform/errors.ts";
import { isPassword } from "./passwords.ts";
import type { Person } from "./principal.ts";
import {
  accountSubject,
  addressSubject,
  forgetFailures,
  recordFailure,
  requirePatience,
} from "./throttle.ts";

/** Whose password is asked for, and what is said when it is not right. */
export interface PasswordCheck {
  /** The address of the client, as the server sees it. */
  readonly address: string;
  readonly message: string;
  /** The JSON pointer of the field that it was typed into. */
  readonly pointer: string;
}

/**
 * Asks for the present password of who gives themselves another address: there the links go by
 * which a password is set anew. The address that they have, however written, asks for nothing.
 *
 * @throws {InvalidInput} If the password is missing or wrong; the issue has the pointer given.
 * @throws {TooManyRequests} After too many wrong guesses.
 */
export async function requirePasswordForAddress(
  actor: Person,
  db: Db,
  { email, password }: { readonly email: string; readonly password: string | undefined },
  check: PasswordCheck,
): Promise<void> {
  const user = await db.selectFrom("users").select("email")
    .where("id", "=", actor.userId).executeTakeFirst();
  if (user?.email.toLowerCase() === email.toLowerCase()) return;
  await requireGivenPassword(actor, db, password, check);
}

/**
 * The same as `requireOwnPassword()`, of a field that may be missing.
 *
 * @throws {InvalidInput} If the password is missing or wrong; the issue has the pointer given.
 * @throws {TooManyRequests} After too many wrong guesses.
 */
export async function requireGivenPassword(
  actor: Person,
  db: Db,
  password: string | undefined,
  check: PasswordCheck,
): Promise<void> {
  if (password === undefined) {
    throw new InvalidInput(check.message, [{ pointer: check.pointer, detail: "must be given" }]);
  }
  await requireOwnPassword(actor, db, password, check);
}

/**
 * Makes sure that it is really the actor who acts. A wrong password counts as a wrong guess at
 * signing in does, so that an open browser or a stolen token is no way to try passwords.
 *
 * @throws {InvalidInput} If the password is wrong; the issue has the pointer given.
 * @throws {TooManyRequests} After too many wrong guesses.
 */
export async function requireOwnPassword(
  actor: Person,
  db: Db,
  password: string,
  { address, message, pointer }: PasswordCheck,
): Promise<void> {
  const account = await accountSubject(actor.userId);
  const subjects = [account, await addressSubject(address)];
  await requirePatience(db, subjects);
  const user = await db.selectFrom("users").select("passwordHash")
    .where("id", "=", actor.userId).executeTakeFirst();
  if (!await isPassword(password, user?.passwordHash)) {
    await recordFailure(db, subjects);
    throw new InvalidInput(message, [{ pointer, detail: "is not the present password" }]);
  }
  await requirePatience(db, [account]);
  await forgetFailures(db, account);
}
