import { z } from "zod";
import { isUniqueViolation } from "../platform/database.ts";
import { Conflict, InvalidInput } from "../platform/errors.ts";
import { text } from "../platform/input.ts";
import type { Services } from "../platform/services.ts";
import { audit } from "./audit.ts";
import { forgetChanged } from "./cache_tags.ts";
import { hashPassword, isPassword } from "./passwords.ts";
import type { Person } from "./principal.ts";
import {
  accountSubject,
  addressSubject,
  forgetFailures,
  recordFailure,
  requirePatience,
} from "./throttle.ts";
import { endTokenFamilies } from "./token_families.ts";

/** What a person may change of their own account; the username stays. */
export const ProfileInput = z.strictObject({
  name: text(2, 30),
  email: text(3, 254).pipe(z.email("must be an e-mail address")),
});
export type ProfileInput = z.infer<typeof ProfileInput>;

/**
 * Saves the actor's own name and e-mail address.
 *
 * @throws {Conflict} If somebody else has that address; upper and lower case do not differ.
 */
export async function saveProfile(
  actor: Person,
  { db }: Pick<Services, "db">,
  { name, email }: ProfileInput,
): Promise<void> {
  try {
    await db.transaction().execute(async (trx) => {
      await trx.updateTable("users").set({ name, email, updatedAt: new Date() })
        .where("id", "=", actor.userId).execute();
      await audit(trx, actor, "user.profile_changed", actor.userId);
      // Their name stands in all workspaces that they are in.
      const homes = await trx.selectFrom("memberships").select("workspaceId")
        .where("userId", "=", actor.userId).execute();
      for (const { workspaceId } of homes) await forgetChanged(trx, workspaceId, [null]);
    });
  } catch (error) {
    if (!isUniqueViolation(error, "users_email_key")) throw error;
    throw new Conflict("Another user has this e-mail address: give one of your own");
  }
}

/** The shortest password that may be chosen, in characters. */
export const MIN_PASSWORD = 12;

export const PasswordChange = z.object({
  current: z.string().min(1, "must not be empty").max(1024),
  next: z.string().min(MIN_PASSWORD, `must have at least ${MIN_PASSWORD} characters`).max(1024),
});
export type PasswordChange = z.infer<typeof PasswordChange>;

/** The browser in which somebody changes their account. */
export interface Browser {
  readonly sessionId: string;
  /** The address of the client, as the server sees it. */
  readonly address: string;
}

/**
 * Changes the actor's own password and ends their other sessions, those of programs too. A wrong present one counts as a
 * wrong guess at signing in does, so that an open browser is no way to try passwords.
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
  const account = await accountSubject(actor.userId);
  const subjects = [account, await addressSubject(address)];
  await requirePatience(db, subjects);
  const user = await db.selectFrom("users").select("passwordHash")
    .where("id", "=", actor.userId).executeTakeFirst();
  if (!await isPassword(current, user?.passwordHash)) {
    await recordFailure(db, subjects);
    throw new InvalidInput("The password was not changed", [
      { pointer: "/current", detail: "is not the present password" },
    ]);
  }
  await requirePatience(db, [account]);
  await forgetFailures(db, account);
  const passwordHash = await hashPassword(next);
  await db.transaction().execute(async (trx) => {
    await trx.updateTable("users").set({ passwordHash, updatedAt: new Date() })
      .where("id", "=", actor.userId).execute();
    await trx.updateTable("sessions").set({ revokedAt: new Date() })
      .where("userId", "=", actor.userId).where("id", "!=", sessionId)
      .where("revokedAt", "is", null).execute();
    await endTokenFamilies(trx, actor.userId);
    await audit(trx, actor, "user.password_changed", actor.userId);
  });
}
