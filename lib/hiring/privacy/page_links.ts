import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../../accounts/audit.ts";
import { createLink, MAX_LINK_TOKEN, PAGE_LINK_DAYS } from "../../accounts/mail_links.ts";
import { queueMail } from "../../accounts/mails.ts";
import { requirePermission } from "../../accounts/permissions.ts";
import type { Principal } from "../../accounts/principal.ts";
import { sha256 } from "../../accounts/secrets.ts";
import { spareMailbox } from "../../accounts/throttle.ts";
import type { Db, Trx } from "../../platform/database.ts";
import { Conflict, NotFound } from "../../platform/errors.ts";
import { Id, Instant } from "../../platform/input.ts";
import type { Services } from "../../platform/services.ts";
import { noCandidate, personOf } from "../candidate_rows.ts";
import { Language } from "../states.ts";

/** The language of the mail that brings a link. */
export const PageLinkInput = z.strictObject({ language: Language }).meta({ id: "PageLinkInput" });
export type PageLinkInput = z.infer<typeof PageLinkInput>;

/** A link that was mailed to a candidate; its secret is in the mail alone. */
export const PageLink = z.object({
  id: Id,
  candidateId: Id,
  recipient: z.string(),
  createdAt: Instant,
  expiresAt: Instant,
  /** When it was revoked, or another one took its place. */
  endedAt: Instant.nullable(),
  /** When the candidate first opened it. */
  openedAt: Instant.nullable(),
  /** Whether it opens the page now: not after a merge, nor when their address has changed. */
  isUsable: z.boolean(),
  /** Who had it sent; null for an API key, or when the account is gone. */
  sentBy: z.string().nullable(),
}).meta({ id: "PageLink" });
export type PageLink = z.infer<typeof PageLink>;

/**
 * Mails a candidate the link to their own page. It works for 30 days, in place of an earlier one. A
 * sandbox sends no mail.
 *
 * @throws {NotFound} If there is no such candidate in the workspace.
 * @throws {Conflict} If no e-mail address of theirs is known.
 * @throws {TooManyMails} If the workspace sent the address too many.
 */
export function sendPageLink(
  actor: Principal,
  { db, config }: Pick<Services, "db" | "config">,
  candidateId: string,
  { language }: PageLinkInput,
): Promise<PageLink> {
  requirePermission(actor, "candidates:write");
  const { workspaceId, userId: senderId } = actor;
  return db.transaction().execute(async (trx) => {
    const { personId } = await personOf(trx, workspaceId, candidateId);
    const person = await trx.selectFrom("candidates").select("email").where("id", "=", personId)
      .forNoKeyUpdate().executeTakeFirst();
    if (!person) throw noCandidate(candidateId);
    if (person.email === null) {
      throw new Conflict("No e-mail address of this candidate is known: add it first");
    }
    const { email } = person;
    const { name, sandboxOf } = await trx.selectFrom("workspaces").select(["name", "sandboxOf"])
      .where("id", "=", workspaceId).executeTakeFirstOrThrow();
    const mayGo = await spareMailbox(trx, email, { workspaceId }) && sandboxOf === null;
    const link = { purpose: "candidate_page", candidateId: personId, senderId, email } as const;
    const linkId = await createLink(trx, config, link);
    if (mayGo) {
      await queueMail(trx, {
        kind: "candidate_page",
        to: email,
        language,
        params: { workspace: name, days: PAGE_LINK_DAYS },
        userId: null,
        workspaceId,
        candidateId: personId,
        linkId,
      });
    }
    await audit(trx, actor, "page_link.sent", linkId, {}, { candidateId: personId });
    const [made] = await selectLinks(trx, workspaceId, personId, linkId);
    if (!made) throw noLink(linkId);
    return made;
  });
}

/** How many links are told: earlier ones are removed a month after they expired. */
const MOST_LINKS = 50;

/**
 * The links that were mailed to a person in the last months, the last first; at most 50.
 *
 * @throws {NotFound} If there is no such candidate in the workspace.
 */
export async function listPageLinks(
  actor: Principal,
  db: Db,
  candidateId: string,
): Promise<PageLink[]> {
  requirePermission(actor, "candidates:read");
  const { personId } = await personOf(db, actor.workspaceId, candidateId);
  return await selectLinks(db, actor.workspaceId, personId);
}

/**
 * Ends a link: it opens the page no more.
 *
 * @throws {NotFound} If the person has no such link, or it has ended already.
 */
export async function revokePageLink(
  actor: Principal,
  db: Db,
  candidateId: string,
  linkId: string,
): Promise<void> {
  requirePermission(actor, "candidates:write");
  await db.transaction().execute(async (trx) => {
    const { personId } = await personOf(trx, actor.workspaceId, candidateId);
    const ended = await trx.updateTable("mailLinks").set({ usedAt: sql<Date>`now()` })
      .where("id", "=", linkId).where("usedAt", "is", null)
      .where(
        "candidateId",
        "in",
        trx.selectFrom("candidates").select("id").where("personId", "=", personId),
      )
      .returning("id").executeTakeFirst();
    if (!ended) throw noLink(linkId);
    await audit(trx, actor, "page_link.revoked", linkId, {}, { candidateId: personId });
  });
}

/**
 * Whether a link `l` opens the page of the candidate `c` whom it was sent to. A merge, or one taken
 * back, may have put another person's data there; a changed address means that the old one may be
 * another person's.
 */
const OPENS = sql<boolean>`(
  l.used_at is null and l.expires_at > now() and c.person_id = c.id
  and lower(c.email) = lower(l.email) and not exists (
    select from merges m join candidates x on x.id in (m.kept_id, m.merged_id)
    where x.person_id = c.id and (m.created_at >= l.created_at or m.undone_at >= l.created_at)))`;

async function selectLinks(
  db: Db | Trx,
  workspaceId: string,
  personId: string,
  linkId?: string,
): Promise<PageLink[]> {
  const { rows } = await sql<LinkRow>`
    select l.id, ${personId}::uuid as candidate_id, l.email as recipient, l.created_at,
      l.expires_at, l.used_at as ended_at, l.opened_at, u.name as sent_by, ${OPENS} as is_usable
    from mail_links l join candidates c on c.id = l.candidate_id
    left join users u on u.id = l.sender_id
    where c.person_id = ${personId} and c.workspace_id = ${workspaceId}
      ${linkId ? sql`and l.id = ${linkId}` : sql``}
    order by l.created_at desc, l.id desc limit ${MOST_LINKS}`.execute(db);
  return rows.map(({ createdAt, expiresAt, endedAt, openedAt, ...link }) => ({
    ...link,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    openedAt: openedAt?.toISOString() ?? null,
  }));
}

interface LinkRow {
  readonly id: string;
  readonly candidateId: string;
  readonly recipient: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly openedAt: Date | null;
  readonly sentBy: string | null;
  readonly isUsable: boolean;
}

/** A candidate who came by their link; in the audit log nobody with an account. */
export interface PageVisitor {
  readonly linkId: string;
  readonly workspaceId: string;
  readonly workspace: string;
  readonly personId: string;
  readonly expiresAt: Date;
  readonly userId: null;
  readonly apiKeyId: null;
}

/** Whose page the secret of a link opens; undefined when it opens none, or none any more. */
export async function findPageVisitor(db: Db, token: string): Promise<PageVisitor | undefined> {
  if (token.length > MAX_LINK_TOKEN) return undefined;
  const { rows: [row] } = await sql<Omit<PageVisitor, "userId" | "apiKeyId">>`
    select l.id as link_id, c.id as person_id, c.workspace_id, w.name as workspace, l.expires_at
    from mail_links l join candidates c on c.id = l.candidate_id
    join workspaces w on w.id = c.workspace_id
    where l.token_hash = ${await sha256(token)} and l.purpose = 'candidate_page' and ${OPENS}`
    .execute(db);
  return row && { ...row, userId: null, apiKeyId: null };
}

function noLink(linkId: string): NotFound {
  return new NotFound(`There is no link ${linkId} that could be revoked`);
}
