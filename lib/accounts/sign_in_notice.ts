import type { Trx } from "../platform/database.ts";
import { languageOf } from "./email_verification.ts";
import { type MailKind, queueMail } from "./mails.ts";

/** Mails about what somebody signs in with: a change to it, or a sign that another has it. */
export type SignInNotice = Extract<
  MailKind,
  | "password_changed"
  | "two_factor_on"
  | "two_factor_off"
  | "two_factor_reset"
  | "recovery_codes_renewed"
  | "code_reused"
>;

/**
 * Tells somebody by mail that what they sign in with was changed: whoever did it without them is
 * found out that way (OWASP ASVS 4.0.3, 2.2.3).
 */
export async function tellOfSignIn(trx: Trx, userId: string, kind: SignInNotice): Promise<void> {
  const user = await trx.selectFrom("users").select(["name", "email", "language"])
    .where("id", "=", userId).executeTakeFirstOrThrow();
  await queueMail(trx, {
    kind,
    to: user.email,
    language: languageOf(user),
    params: { name: user.name },
    userId,
    workspaceId: null,
  });
}
