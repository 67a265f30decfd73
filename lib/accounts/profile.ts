import { z } from "zod";
import type { Services } from "../platform/services.ts";
import { audit } from "./audit.ts";
import { forgetPerson } from "./cache_tags.ts";
import { changeAddress } from "./email_verification.ts";
import { endAccess } from "./end_access.ts";
import { requireOwnPassword, requirePasswordForAddress } from "./own_password.ts";
import { NewPassword, PresentPassword } from "./password_rules.ts";
import { hashPassword } from "./passwords.ts";
import type { Person } from "./principal.ts";
import { tellOfSignIn } from "./sign_in_notice.ts";
import { Email, PersonName } from "./user_input.ts";

/** What a person may change of their own account on the page of their profile. */
export const ProfileInput = z.strictObject({
  name: PersonName,
  email: Email,
  /** Asked for beside another address. */
  current: PresentPassword.optional(),
});
export type ProfileInput = z.infer<typeof ProfileInput>;

/**
 * Saves the actor's own name and e-mail address. Another address is used from when the link that
 * is mailed to it is opened; the present one is told.
 *
 * @param address The address of the client, as the server sees it.
 * @returns Whether a link was mailed.
 * @throws {InvalidInput} If another address comes without the present password, or with a wrong
 *   one; the issue points to `/current`.
 * @throws {TooManyRequests} After too many wrong guesses.
 * @throws {TooManyMails} If the actor had too many mails sent to the new address.
 * @throws {Taken} If somebody else has that address; upper and lower case do not differ.
 */
export async function saveProfile(
  actor: Person,
  { db, config }: Pick<Services, "db" | "config">,
  { name, email, current }: ProfileInput,
  address: string,
): Promise<boolean> {
  await requirePasswordForAddress(actor, db, { email, password: current }, {
    address,
    message: "The profile was not saved",
    pointer: "/current",
  });
  return await db.transaction().execute(async (trx) => {
    await trx.updateTable("users").set({ name, updatedAt: new Date() })
      .where("id", "=", actor.userId).execute();
    const isMailed = await changeAddress(trx, config, actor.userId, email);
    await audit(trx, actor, "user.profile_changed", actor.userId);
    await forgetPerson(trx, actor.userId);
    return isMailed;
  });
}

export const PasswordChange = z.object({ current: PresentPassword, next: NewPassword });
export type PasswordChange = z.infer<typeof PasswordChange>;

/** The browser in which somebody changes their account. */
export interface Browser {
  readonly sessionId: string;
  /** The address of the client, as the server sees it. */
  readonly address: string;
}

/**
 * Changes the actor's own password, signs them out everywhere else and tells them by mail.
 *
 * @throws {InvalidInput} If the present password is wrong; the issue points to `/current`.
 * @throws {TooManyRequests} After too many wrong guesses.
 */
export async function changePassword(
  actor: Person,
  { db }: Pick<Services, "db">,
  { current, next }: PasswordChange,
  { sessionId, address }: Browser,
): Promise<void> {
  const message = "The password was not changed";
  await requireOwnPassword(actor, db, current, { address, message, pointer: "/current" });
  const passwordHash = await hashPassword(next);
  await db.transaction().execute(async (trx) => {
    await trx.updateTable("users").set({ passwordHash, updatedAt: new Date() })
      .where("id", "=", actor.userId).execute();
    await endAccess(trx, actor.userId, { sessionId });
    await tellOfSignIn(trx, actor.userId, "password_changed");
    await audit(trx, actor, "user.password_changed", actor.userId);
  });
}
