import { sql } from "kysely";
import type { Config } from "../platform/config.ts";
import type { Db, Trx } from "../platform/database.ts";
import { NotFound } from "../platform/errors.ts";
import type { Services } from "../platform/services.ts";
import type { Language } from "../talent/types.ts";
import { auditAsUser } from "./audit_as_user.ts";
import { createLink, endLinks, findLink, takeLink } from "./mail_links.ts";
import { queueMail } from "./mails.ts";
import type { Person } from "./principal.ts";
import { spareMailbox } from "./throttle.ts";
import { asTaken, Taken } from "./user_input.ts";

type LinkConfig = Pick<Config, "secretKey">;

/**
 * Mails a link to an address; whoever opens it has shown that the address is theirs.
 *
 * @throws {TooManyMails} If the user had too many sent there.
 */
export async function sendVerification(
  trx: Trx,
  config: LinkConfig,
  user: { readonly id: string; readonly name: string; readonly language: string | null },
  email: string,
): Promise<void> {
  const mayGo = await spareMailbox(trx, email, { userId: user.id });
  const linkId = await createLink(trx, config, { purpose: "verify_email", userId: user.id, email });
  if (!mayGo) return;
  await queueMail(trx, {
    kind: "verify_email",
    to: email,
    language: languageOf(user),
    params: { name: user.name },
    userId: user.id,
    workspaceId: null,
    linkId,
  });
}

/** The language of mails to somebody; English for who has chosen none. */
export function languageOf({ language }: { readonly language: string | null }): Language {
  return language === "nl" ? "nl" : "en";
}

/**
 * Gives a user another address. It takes effect when the link that is mailed to it is opened, and
 * the present address is told; the same address written otherwise is taken at once.
 *
 * @returns Whether a link was mailed.
 * @throws {Taken} If somebody else has it.
 * @throws {TooManyMails} If the user had too many sent there.
 */
export async function changeAddress(
  trx: Trx,
  config: LinkConfig,
  userId: string,
  email: string,
): Promise<boolean> {
  const user = await trx.selectFrom("users").select(["id", "name", "email", "language"])
    .where("id", "=", userId).forNoKeyUpdate().executeTakeFirstOrThrow();
  if (user.email.toLowerCase() === email.toLowerCase()) {
    await trx.updateTable("users").set({ email }).where("id", "=", userId).execute();
    await endLinks(trx, "verify_email", { userId });
    return false;
  }
  const other = await trx.selectFrom("users").select("id")
    .where((eb) => eb(eb.fn<string>("lower", ["email"]), "=", email.toLowerCase()))
    .executeTakeFirst();
  if (other) throw new Taken("email");
  await sendVerification(trx, config, user, email);
  await queueMail(trx, {
    kind: "email_change",
    to: user.email,
    language: languageOf(user),
    params: { name: user.name },
    userId,
    workspaceId: null,
  });
  return true;
}

/**
 * Mails the actor's link again: to the address that they want to have, or to that they have.
 *
 * @throws {TooManyMails} If they had too many sent there.
 */
export function resendVerification(
  actor: Person,
  { db, config }: Pick<Services, "db" | "config">,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const user = await trx.selectFrom("users")
      .select(["id", "name", "email", "language", "emailVerifiedAt"])
      .where("id", "=", actor.userId).forNoKeyUpdate().executeTakeFirstOrThrow();
    const wanted = await pendingAddress(trx, actor.userId);
    if (wanted === null && user.emailVerifiedAt) return;
    await sendVerification(trx, config, user, wanted ?? user.email);
  });
}

/** The address that a user asked for and has not confirmed yet; null when there is none. */
export async function pendingAddress(db: Db | Trx, userId: string): Promise<string | null> {
  const row = await db.selectFrom("mailLinks")
    .innerJoin("users", "users.id", "mailLinks.userId").select("mailLinks.email")
    .where("mailLinks.userId", "=", userId).where("purpose", "=", "verify_email")
    .where("usedAt", "is", null).where("expiresAt", ">", sql<Date>`now()`)
    .where(sql<boolean>`lower(mail_links.email) <> lower(users.email)`)
    .executeTakeFirst();
  return row?.email ?? null;
}

/** The address that a link confirms; undefined when the link works no more. */
export async function findVerification(db: Db, token: string): Promise<string | undefined> {
  return (await findLink(db, "verify_email", token))?.email;
}

/**
 * Takes an address for its user's, by the link that was mailed to it.
 *
 * @throws {NotFound} If the link works no more.
 * @throws {Taken} If somebody else has taken the address meanwhile.
 */
export async function verifyEmail({ db }: Pick<Services, "db">, token: string): Promise<void> {
  try {
    await db.transaction().execute(async (trx) => {
      const link = await takeLink(trx, "verify_email", token);
      if (!link?.userId) throw new NotFound("This link works no more: ask for another one");
      const user = await trx.updateTable("users")
        .set({ email: link.email, emailVerifiedAt: new Date(), updatedAt: new Date() })
        .where("id", "=", link.userId).where("isDeleted", "=", false)
        .returning("id").executeTakeFirst();
      if (!user) throw new NotFound("This link works no more: the account is gone");
      await auditAsUser(trx, user.id, "user.email_verified");
    });
  } catch (error) {
    throw asTaken(error);
  }
}
