import { sql } from "kysely";
import type { Config } from "../platform/config.ts";
import type { Db, Trx } from "../platform/database.ts";
import { sha256 } from "./secrets.ts";

/** What a link in a mail is for. */
export type LinkPurpose = "verify_email" | "reset_password" | "invitation";

const LASTS_SECONDS: Readonly<Record<LinkPurpose, number>> = {
  verify_email: 7 * 86_400,
  reset_password: 3600,
  invitation: 7 * 86_400,
};

/** What a new link is made of. */
export type NewLink =
  & { readonly email: string }
  & (
    | { readonly purpose: "invitation"; readonly invitationId: string }
    | { readonly purpose: "verify_email" | "reset_password"; readonly userId: string }
  );

type SecretConfig = Pick<Config, "secretKey">;

/**
 * Makes a link that works once. Earlier links of that purpose for the same user or invitation work
 * no more.
 *
 * @returns Its id; `linkToken()` tells the secret, of which only a hash is kept.
 */
export async function createLink(trx: Trx, config: SecretConfig, link: NewLink): Promise<string> {
  const of = link.purpose === "invitation"
    ? { invitationId: link.invitationId }
    : { userId: link.userId };
  await endLinks(trx, link.purpose, of);
  const id = crypto.randomUUID();
  const lastsSeconds = LASTS_SECONDS[link.purpose];
  await trx.insertInto("mailLinks").values({
    id,
    purpose: link.purpose,
    ...of,
    email: link.email,
    tokenHash: await sha256(await linkToken(config, id)),
    expiresAt: sql<Date>`now() + make_interval(secs => ${lastsSeconds}::double precision)`,
  }).execute();
  return id;
}

/** Ends the links of a purpose that a user or an invitation has; they work no more. */
export async function endLinks(
  trx: Trx,
  purpose: LinkPurpose,
  of: { readonly userId: string } | { readonly invitationId: string },
): Promise<void> {
  await trx.updateTable("mailLinks").set({ usedAt: sql<Date>`now()` })
    .where("purpose", "=", purpose).where("usedAt", "is", null)
    .where((eb) =>
      "userId" in of ? eb("userId", "=", of.userId) : eb("invitationId", "=", of.invitationId)
    ).execute();
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
