import { sql } from "kysely";
import { z } from "zod";
import type { Db, Trx } from "../platform/database.ts";
import { logger } from "../platform/log.ts";
import {
  type Mail,
  MailError,
  pauseBeforeRetry,
  removeWrittenMail,
  sendMail,
} from "../platform/mail.ts";
import { enqueue } from "../platform/queue.ts";
import type { Services } from "../platform/services.ts";
import type { Language } from "../talent/types.ts";

/** Hands one letter to the mail server. */
export const SendLetterTask = z.object({ letterId: z.string() });
export type SendLetterTask = z.infer<typeof SendLetterTask>;

/** Asks for a letter to be sent, at once or after a pause. */
export async function enqueueSendLetter(
  trx: Trx,
  workspaceId: string,
  letterId: string,
  delayMs = 0,
): Promise<void> {
  await enqueue(trx, { name: "send_letter", payload: { letterId }, workspaceId, delayMs });
}

/** Makes the HTML of a letter. */
export type WriteLetter = (
  letter: { readonly subject: string; readonly text: string; readonly language: Language },
) => Mail["html"];

/**
 * Sends a letter that waits. Run again it does nothing, but for the moment between the server's
 * answer and ours being written down; then the server gets it twice with one Message-ID. A server
 * that is away is tried again for about a day, one that refuses the letter for good is not.
 */
export async function deliverLetter(
  { db, config }: Pick<Services, "db" | "config">,
  { letterId }: SendLetterTask,
  write: WriteLetter,
): Promise<void> {
  const letter = await db.selectFrom("letters").selectAll()
    .where("id", "=", letterId).where("state", "=", "waiting").executeTakeFirst();
  if (!letter) return;
  const { subject, text, recipient, replyTo } = letter;
  try {
    await sendMail(config, {
      id: letterId,
      to: recipient,
      subject,
      html: write({ subject, text, language: letter.language as Language }),
      text,
      ...(replyTo === null ? {} : { replyTo }),
    });
    // Who was erased meanwhile leaves no copy of what was written to them.
    if (!await finish(db, letterId, "sent")) await removeWrittenMail(config, letterId);
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    const { message } = error;
    logger("mail").warn("Letter {letterId} was not sent: {message}", { letterId, message });
    const failures = letter.failures + 1;
    const pauseMs = pauseBeforeRetry(error, failures, config.worker.retryMs);
    if (pauseMs === null) await finish(db, letterId, "refused", message);
    else await sendLater(db, letter, { failures, error: message }, pauseMs);
  }
}

/** @returns Whether the letter is still there. */
async function finish(
  db: Db,
  letterId: string,
  state: "sent" | "refused",
  error: string | null = null,
): Promise<boolean> {
  const row = await db.updateTable("letters").set({ state, error, finishedAt: sql<Date>`now()` })
    .where("id", "=", letterId).returning("id").executeTakeFirst();
  return row !== undefined;
}

async function sendLater(
  db: Db,
  { id, workspaceId }: { readonly id: string; readonly workspaceId: string },
  failed: { readonly failures: number; readonly error: string },
  pauseMs: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const own = await trx.updateTable("letters").set(failed)
      .where("id", "=", id).where("state", "=", "waiting").returning("id").executeTakeFirst();
    if (!own) return;
    await enqueueSendLetter(trx, workspaceId, id, pauseMs);
  });
}
