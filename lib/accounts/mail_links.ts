import { sql } from "kysely";
import type { Config } from "../platform/config.ts";
import type { Db, Trx } from "../platform/database.ts";
import { sha256 } from "./secrets.ts";

/** What a link in a mail is for. */
export type LinkPurpose = "verify_email" | "reset_password" | "invitation" | "candidate_page";

const LASTS_SECONDS: Readonly<Record<LinkPurpose, number>> = {
  verify_email: 7 * 86_400,
  reset_password: 3600,
  invitation: 7 * 86_400,
  candidate_page: 30 * 86_400,
};

/** How long the link to a candidate's own page works, in days. */
export const PAGE_LINK_DAYS = LASTS_SECONDS.candidate_page / 86_400;

/** What a new link is made of. */
export type NewLink =
  & { readonly email: string }
  & (
    | { readonly purpose: "invitation"; readonly invitationId: string }
    | {
      readonly purpose: "candidate_page";
      readonly candidateId: string;
      /** Who has it sent; null for an API key. */
      readonly senderId: string | null;
    }
    | { readonly purpose: "verify_email" | "reset_password"; readonly userId: string }
  );

type SecretConfig = Pick<Config, "secretKey">;

/** Whom or what a link is for. */
type LinkOf =
  | { readonly userId: string }
  | { readonly invitationId: string }
  | { readonly candidateId: string };

/**
 * Makes a link that works until it is ended. Earlier links of that purpose for the same user,
 * invitation or candidate work no more.
 *
 * @returns Its id; `linkToken()` tells the secret, of which only a hash is kept.
 */
export async function createLink(trx: Trx, config: SecretConfig, link: NewLink): Promise<string> {
  const of = ofLink(link);
  await endLinks(trx, link.purpose, of);
  const id = crypto.randomUUID();
  const lastsSeconds = LASTS_SECONDS[link.purpose];
  await trx.insertInto("mailLinks").values({
    id,
    purpose: link.purpose,
    ...of,
    ...(link.purpose === "candidate_page" ? { senderId: link.senderId } : {}),
    email: link.email,
    tokenHash: await sha256(await linkToken(config, id)),
    expiresAt: sql<Date>`now() + make_interval(secs => ${lastsSeconds}::double precision)`,
  }).execute();
  return id;
}

function ofLink(link: NewLink): LinkOf {
  if (link.purpose === "invitation") return { invitationId: link.invitationId };
  return link.purpose === "candidate_page"
    ? { candidateId: link.candidateId }
    : { userId: link.userId };
}

/** Ends the links of a purpose that somebody or an invitation has; they work no more. */
export async function endLinks(trx: Trx, purpose: LinkPurpose, of: LinkOf): Promise<void> {
  await trx.updateTable("mailLinks").set({ usedAt: sql<Date>`now()` })
    .where("purpose", "=", purpose).where("usedAt", "is", null)
    .where((eb) => {
      if ("userId" in of) return eb("userId", "=", of.userId);
      return "invitationId" in of
        ? eb("invitationId", "=", of.invitationId)
        : eb("candidateId", "=", of.candidateId);
    }).execute();
}

const linkKeys = new Map<string, Promise<CryptoKey>>();

/**
 * The secret of a link, 256 bits in base64url: HMAC-SHA-256 of its id. So no table holds it, and
 * the mail can still be written when it is sent.
 */
export async function linkToken({ secretKey }: SecretConfig, linkId: string): Promise<string> {
  const key = linkKeys.get(secretKey) ?? deriveKey(secretKey);
  linkKeys.set(secretKey, key);
  const mac = await crypto.subtle.sign("HMAC", await key, new TextEncoder().encode(linkId));
  return new Uint8Array(mac).toBase64({ alphabet: "base64url", omitPadding: true });
}

/** A key of its own (HKDF, RFC 5869), so that no other use of the secret can make a link. */
async function deriveKey(secretKey: string): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(secretKey);
  const base = await crypto.subtle.importKey("raw", bytes, "HKDF", false, ["deriveKey"]);
  return await crypto.subtle.deriveKey(
    {
      name: "HKDF",
      hash: "SHA-256",
      salt: new Uint8Array(32),
      info: new TextEncoder().encode("mail link"),
    },
    base,
    { name: "HMAC", hash: "SHA-256", length: 256 },
    false,
    ["sign"],
  );
}

/** A link that still works. */
export interface MailLink {
  readonly id: string;
  readonly userId: string | null;
  readonly invitationId: string | null;
  /** The address that it was sent to. */
  readonly email: string;
}

const COLUMNS = ["id", "userId", "invitationId", "email"] as const;

/** The link with that secret; undefined when it was used, has expired, or never was. */
export async function findLink(
  db: Db | Trx,
  purpose: LinkPurpose,
  token: string,
): Promise<MailLink | undefined> {
  return await db.selectFrom("mailLinks").select(COLUMNS)
    .where("tokenHash", "=", await sha256(token)).where("purpose", "=", purpose)
    .where("usedAt", "is", null).where("expiresAt", ">", sql<Date>`now()`)
    .executeTakeFirst();
}

/** Uses a link up; of two at once, one gets it. */
export async function takeLink(
  trx: Trx,
  purpose: LinkPurpose,
  token: string,
): Promise<MailLink | undefined> {
  return await trx.updateTable("mailLinks").set({ usedAt: sql<Date>`now()` })
    .where("tokenHash", "=", await sha256(token)).where("purpose", "=", purpose)
    .where("usedAt", "is", null).where("expiresAt", ">", sql<Date>`now()`)
    .returning(COLUMNS).executeTakeFirst();
}

/** The longest secret that is looked up at all. */
export const MAX_LINK_TOKEN = 100;

/** Removes links that ended more than a month ago. */
export async function removeEndedLinks(db: Db): Promise<void> {
  await db.deleteFrom("mailLinks")
    .where("expiresAt", "<", sql<Date>`now() - interval '30 days'`).execute();
}
