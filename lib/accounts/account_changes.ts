import { z } from "zod";
import { Conflict, Forbidden } from "../platform/errors.ts";
import type { Services } from "../platform/services.ts";
import { type Account, findReachable, readAccount } from "./accounts.ts";
import { audit } from "./audit.ts";
import { forgetPerson } from "./cache_tags.ts";
import { changeAddress } from "./email_verification.ts";
import { endAccess } from "./end_access.ts";
import { requireGivenPassword, requirePasswordForAddress } from "./own_password.ts";
import { NewPassword, PresentPassword } from "./password_rules.ts";
import { hashPassword } from "./passwords.ts";
import { type Principal, requirePerson } from "./principal.ts";
import { requireSuperuser } from "./superuser_rule.ts";
import { tellOfSignIn } from "./sign_in_notice.ts";
import { asTaken, Email, PersonName, Username } from "./user_input.ts";

/** What can be changed of an account; what is not given stays. */
export const AccountChange = z.strictObject({
  name: PersonName,
  username: Username,
  email: Email,
  language: z.enum(["en", "nl"]).nullable(),
  password: NewPassword,
  /** Asked for beside a new password or another address of one's own. */
  currentPassword: PresentPassword,
  /** For superusers, of others. */
  isSuperuser: z.boolean(),
  /** For superusers, of others. */
  isDisabled: z.boolean(),
}).partial();
export type AccountChange = z.infer<typeof AccountChange>;

/**
 * Changes an account: one's own, for superusers anybody's. Another address is used from when the
 * link that is mailed to it is opened. A new password signs its user out everywhere, but for the
 * sign-in by which they changed it themselves; so does being disabled.
 *
 * @param how `address`: of the client, as the server sees it; `familyId`: the actor's sign-in, where
 *   it is to the API.
 * @throws {NotFound} If there is no such user, or they are somebody else.
 * @throws {Taken} If somebody else has the username or the address.
 * @throws {InvalidInput} If the current password is missing or wrong.
 * @throws {TooManyMails} If the user had too many mails sent to the new address.
 * @throws {Forbidden} If it is for superusers, or takes a superuser's own rights away.
 */
export async function changeAccount(
  actor: Principal,
  { db, config }: Pick<Services, "db" | "config">,
  username: string,
  { change, address, familyId }: {
    readonly change: AccountChange;
    readonly address: string;
    readonly familyId?: string;
  },
): Promise<Account> {
  requirePerson(actor);
  const userId = await findReachable(actor, db, username);
  const isOwn = userId === actor.userId;
  const { password, currentPassword, email, ...plain } = change;
  if (plain.isSuperuser !== undefined || plain.isDisabled !== undefined) {
    requireOperator(actor, isOwn);
  }
  if (isOwn) {
    const check = {
      address,
      message: "The account was not changed",
      pointer: "/current_password",
    };
    if (password !== undefined) await requireGivenPassword(actor, db, currentPassword, check);
    else if (email !== undefined) {
      await requirePasswordForAddress(actor, db, { email, password: currentPassword }, check);
    }
  }
  const passwordHash = password === undefined ? undefined : await hashPassword(password);
  try {
    return await db.transaction().execute(async (trx) => {
      await trx.updateTable("users")
        .set({
          ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
          ...(passwordHash === undefined ? {} : { passwordHash }),
          updatedAt: new Date(),
        })
        .where("id", "=", userId).where("isDeleted", "=", false)
        .returning("id").executeTakeFirstOrThrow(() => new Conflict("The account is deleted"));
      if (email !== undefined) await changeAddress(trx, config, userId, email);
      if (passwordHash !== undefined || plain.isDisabled) {
        await endAccess(trx, userId, isOwn && familyId !== undefined ? { familyId } : undefined);
      }
      if (passwordHash !== undefined) await tellOfSignIn(trx, userId, "password_changed");
      const fields = Object.keys(change).filter((field) => field !== "currentPassword");
      await audit(trx, actor, "user.changed", userId, { fields });
      await forgetPerson(trx, userId);
      return await readAccount(trx, userId);
    });
  } catch (error) {
    throw asTaken(error);
  }
}

/** Who takes their own rights away could not take it back. */
function requireOperator(actor: Principal, isOwn: boolean): void {
  requireSuperuser(actor);
  if (isOwn) throw new Forbidden("Ask another superuser to change your own rights");
}
