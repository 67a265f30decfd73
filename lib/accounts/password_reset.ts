import { z } from "zod";
import type { Db, Trx } from "../platform/database.ts";
import { NotFound } from "../platform/errors.ts";
import { enqueue } from "../platform/queue.ts";
import type { Services } from "../platform/services.ts";
import type { Language } from "../talent/types.ts";
import { auditAsUser } from "./audit_as_user.ts";
import { languageOf } from "./email_verification.ts";
import { endAccess } from "./end_access.ts";
import { createLink, endLinks, findLink, takeLink } from "./mail_links.ts";
import { enqueueSendMail } from "./mails.ts";
import { NewPassword } from "./password_rules.ts";
import { hashPassword } from "./passwords.ts";
import { tellOfSignIn } from "./sign_in_notice.ts";
import {
  accountSubject,
  forgetFailures,
  mailboxSubject,
  recordFailure,
  requestSubject,
  requirePatience,
} from "./throttle.ts";
import { Email } from "./user_input.ts";

export const ResetRequest = z.strictObject({ email: Email });
export type ResetRequest = z.infer<typeof ResetRequest>;

/** Looks whose address it is that a reset was asked for, and has the mail sent. */
export const PrepareResetTask = z.object({ mailId: z.string() });
export type PrepareResetTask = z.infer<typeof PrepareResetTask>;

/** Who asks, as far as the server can see. */
export interface Asking {
  /** The address of the client, as the server sees it. */
  readonly address: string;
  readonly language: Language;
}

/**
 * Takes the wish for a new password. Whether anybody has the address is only looked up by the
 * worker, so that neither the answer nor its time tells.
 *
 * @throws {TooManyRequests} If too many were asked for, from that network or for that mailbox.
 */
export async function requestPasswordReset(
  { db }: Pick<Services, "db">,
  { email }: ResetRequest,
  { address, language }: Asking,
): Promise<void> {
  const subjects = [await requestSubject("password reset", address), await mailboxSubject(email)];
  await requirePatience(db, subjects, "password resets");
  await recordFailure(db, subjects);
  await db.transaction().execute(async (trx) => {
    const { id: mailId } = await trx.insertInto("mails").values({
      kind: "reset_password",
      recipient: email,
      language,
      params: { name: "" },
    }).returning("id").executeTakeFirstOrThrow();
    await enqueue(trx, { name: "prepare_reset", payload: { mailId }, workspaceId: null });
  });
}

/** Makes the link and has the mail sent if somebody has that address; else forgets the wish. */
export function preparePasswordReset(
  { db, config }: Pick<Services, "db" | "config">,
  { mailId }: PrepareResetTask,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const mail = await trx.selectFrom("mails").select("recipient").where("id", "=", mailId)
      .where("state", "=", "waiting").where("linkId", "is", null)
      .forUpdate().executeTakeFirst();
    if (!mail) return;
    const user = await trx.selectFrom("users").select(["id", "name", "email", "language"])
      .where((eb) => eb(eb.fn<string>("lower", ["email"]), "=", mail.recipient.toLowerCase()))
      .where("isDeleted", "=", false).where("isDisabled", "=", false).executeTakeFirst();
    if (!user) {
      await trx.deleteFrom("mails").where("id", "=", mailId).execute();
      return;
    }
    const { id: userId, email, name } = user;
    const linkId = await createLink(trx, config, { purpose: "reset_password", userId, email });
    const known = user.language ? { language: languageOf(user) } : {};
    // To the address as it is kept, not as a stranger typed it.
    await trx.updateTable("mails")
      .set({ userId, linkId, recipient: email, params: { name }, ...known })
      .where("id", "=", mailId).execute();
    await enqueueSendMail(trx, mailId);
  });
}

/** Whether a link for a new password still works. */
export async function isResetLink(db: Db, token: string): Promise<boolean> {
  return await findLink(db, "reset_password", token) !== undefined;
}

export const PasswordReset = z.object({ token: z.string().max(100), next: NewPassword });
export type PasswordReset = z.infer<typeof PasswordReset>;

/**
 * Sets a new password by the link that was mailed, and signs its user out everywhere.
 *
 * @throws {NotFound} If the link works no more.
 */
export async function resetPassword(
  { db }: Pick<Services, "db">,
  { token, next }: PasswordReset,
): Promise<void> {
  // Looked at first, so that a made-up link costs no hash.
  if (!await isResetLink(db, token)) throw noLink();
  const passwordHash = await hashPassword(next);
  const userId = await db.transaction().execute((trx) => setPassword(trx, token, passwordHash));
  await forgetFailures(db, await accountSubject(userId));
}

async function setPassword(trx: Trx, token: string, passwordHash: string): Promise<string> {
  const link = await takeLink(trx, "reset_password", token);
  if (!link?.userId) throw noLink();
  const user = await trx.updateTable("users")
    .set((eb) => ({
      passwordHash,
      updatedAt: new Date(),
      // Whoever has the mail has the mailbox.
      emailVerifiedAt: eb.case()
        .when(eb.fn<string>("lower", ["email"]), "=", link.email.toLowerCase())
        .then(eb.fn.coalesce("emailVerifiedAt", eb.val(new Date())))
        .else(eb.ref("emailVerifiedAt")).end(),
    }))
    .where("id", "=", link.userId).where("isDeleted", "=", false).where("isDisabled", "=", false)
    .returning("id").executeTakeFirst();
  if (!user) throw noLink();
  await endAccess(trx, user.id);
  await endLinks(trx, "verify_email", { userId: user.id });
  await tellOfSignIn(trx, user.id, "password_changed");
  await auditAsUser(trx, user.id, "user.password_reset");
  return user.id;
}

function noLink(): NotFound {
  return new NotFound("This link works no more: ask for another one");
}
