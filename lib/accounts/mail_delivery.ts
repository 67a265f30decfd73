import { sql } from "kysely";
import type { Config } from "../platform/config.ts";
import type { Db } from "../platform/database.ts";
import { logger } from "../platform/log.ts";
import {
  type Mail,
  MailError,
  pauseBeforeRetry,
  removeWrittenMail,
  sendMail,
} from "../platform/mail.ts";
import type { Services } from "../platform/services.ts";
import type { Language } from "../talent/types.ts";
import { linkToken } from "./mail_links.ts";
import { enqueueSendMail, type MailKind, type MailParams, type SendMailTask } from "./mails.ts";

/** What the words of a mail are made from. */
export interface MailToSay {
  readonly kind: MailKind;
  readonly language: Language;
  readonly params: MailParams[MailKind];
  /** Where its button leads; null for kinds without one. */
  readonly link: string | null;
  /** The address of the product. */
  readonly home: string;
}

/** Makes subject, HTML and text of a mail. */
export type WriteMail = (mail: MailToSay) => Pick<Mail, "subject" | "html" | "text">;

/**
 * Sends a mail that waits. Run again it does nothing, but for the moment between the server's
 * answer and ours being written down; then the server gets it twice with one Message-ID.
 *
 * A server that is away is tried again, later each time, for about a day; one that refuses the
 * mail for good is not. A mail whose link works no more is dropped.
 */
export async function deliverMail(
  { db, config }: Pick<Services, "db" | "config">,
  { mailId }: SendMailTask,
  write: WriteMail,
): Promise<void> {
  const mail = await db.selectFrom("mails").selectAll()
    .where("id", "=", mailId).where("state", "=", "waiting").executeTakeFirst();
  if (!mail) return;
  if (mail.linkId && !await isUsable(db, mail.linkId)) {
    await finish(db, mailId, "dropped");
    return;
  }
  try {
    const words = write(await toSay(config, mail));
    await sendMail(config, { id: mailId, to: mail.recipient, ...words });
    // Who was erased meanwhile leaves no copy of what was written to them.
    if (!await finish(db, mailId, "sent")) await removeWrittenMail(config, mailId);
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    logger("mail").warn("Mail {mailId} was not sent: {reason}", { mailId, reason: error.message });
    const failures = mail.failures + 1;
    const pauseMs = pauseBeforeRetry(error, failures, config.worker.retryMs);
    if (pauseMs === null) await finish(db, mailId, "refused", error.message);
    else await sendLater(db, mailId, { failures, reason: error.message }, pauseMs);
  }
}

async function isUsable(db: Db, linkId: string): Promise<boolean> {
  const row = await db.selectFrom("mailLinks").select("id").where("id", "=", linkId)
    .where("usedAt", "is", null).where("expiresAt", ">", sql<Date>`now()`).executeTakeFirst();
  return row !== undefined;
}

/** @returns Whether the mail is still there. */
async function finish(
  db: Db,
  mailId: string,
  state: "sent" | "refused" | "dropped",
  error: string | null = null,
): Promise<boolean> {
  const row = await db.updateTable("mails").set({ state, error, finishedAt: sql<Date>`now()` })
    .where("id", "=", mailId).returning("id").executeTakeFirst();
  return row !== undefined;
}

async function sendLater(
  db: Db,
  mailId: string,
  { failures, reason }: { readonly failures: number; readonly reason: string },
  pauseMs: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const own = await trx.updateTable("mails").set({ failures, error: reason })
      .where("id", "=", mailId).where("state", "=", "waiting").returning("id").executeTakeFirst();
    if (own) await enqueueSendMail(trx, mailId, pauseMs);
  });
}

interface MailRow {
  readonly kind: string;
  readonly language: string;
  readonly params: unknown;
  readonly linkId: string | null;
  readonly candidateId: string | null;
}

/** A row as what its words are made from. */
export async function toSay(
  config: Pick<Config, "secretKey" | "publicUrl">,
  { kind, language, params, linkId, candidateId }: MailRow,
): Promise<MailToSay> {
  return {
    // Written by queueMail() alone.
    kind: kind as MailKind,
    language: language as Language,
    params: params as MailParams[MailKind],
    link: kind === "candidate_request"
      ? `${config.publicUrl}/candidates/${candidateId}`
      : linkId && linkOf(config, kind as MailKind, await linkToken(config, linkId)),
    home: config.publicUrl,
  };
}

/** What stands for a secret that a page may not show. */
export const HIDDEN_TOKEN = "…";

/** Where the link of a mail leads. */
export function linkOf(
  { publicUrl }: Pick<Config, "publicUrl">,
  kind: MailKind,
  token: string,
): string | null {
  if (kind === "verify_email") return `${publicUrl}/verify-email?token=${token}`;
  if (kind === "reset_password") return `${publicUrl}/reset-password?token=${token}`;
  if (kind === "candidate_page") return `${publicUrl}/your-data/${token}`;
  return kind === "invitation" ? `${publicUrl}/invitations/${token}` : null;
}

const KEPT = sql<Date>`now() - interval '30 days'`;

/** Removes mails that were sent or given up more than a month ago, with their files. */
export async function removeOldMails({ db, config }: Pick<Services, "db" | "config">) {
  const removed = await db.deleteFrom("mails")
    .where("state", "!=", "waiting").where("finishedAt", "<", KEPT).returning("id").execute();
  for (const { id } of removed) await removeWrittenMail(config, id);
}
