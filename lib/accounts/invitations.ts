import { sql } from "kysely";
import { z } from "zod";
import { type Db, isUniqueViolation, type Trx } from "../platform/database.ts";
import { Conflict, NotFound } from "../platform/errors.ts";
import { Id, Instant } from "../platform/input.ts";
import type { Services } from "../platform/services.ts";
import type { Language } from "../talent/types.ts";
import { audit } from "./audit.ts";
import { createLink, endLinks } from "./mail_links.ts";
import { queueMail } from "./mails.ts";
import { requirePermission } from "./permissions.ts";
import type { Principal, Role } from "./principal.ts";
import { spareMailbox } from "./throttle.ts";
import { Email } from "./user_input.ts";
import { lockWorkspaces, RoleName } from "./workspaces.ts";

/** A way into a workspace that nobody has taken yet. */
export const Invitation = z.object({
  id: Id,
  email: z.string(),
  role: RoleName,
  /** The name of who invites; null when their account is gone. */
  invitedBy: z.string().nullable(),
  createdAt: Instant,
  /** When the mail was last sent; its link works for 7 days. */
  sentAt: Instant,
  expiresAt: Instant,
});
export type Invitation = z.infer<typeof Invitation>;

/** The most invitations of one workspace that may wait at once. */
export const MAX_INVITATIONS = 200;

/** The invitations of the actor's workspace that nobody has taken; the last first. */
export async function listInvitations(actor: Principal, db: Db): Promise<Invitation[]> {
  requirePermission(actor, "members:write");
  const rows = await selectInvitations(db, actor.workspaceId)
    .orderBy("invitations.id", "desc").execute();
  return rows.map(toInvitation);
}

function selectInvitations(db: Db | Trx, workspaceId: string) {
  return db.selectFrom("invitations")
    .leftJoin("users", "users.id", "invitations.invitedBy")
    .select([
      "invitations.id",
      "invitations.email",
      "invitations.role",
      "invitations.createdAt",
      "invitations.sentAt",
      "users.name as invitedBy",
      sql<Date>`invitations.sent_at + interval '7 days'`.as("expiresAt"),
    ])
    .where("invitations.workspaceId", "=", workspaceId)
    .where("acceptedAt", "is", null).where("revokedAt", "is", null);
}

type InvitationRow = Awaited<
  ReturnType<ReturnType<typeof selectInvitations>["executeTakeFirstOrThrow"]>
>;

function toInvitation(row: InvitationRow): Invitation {
  return {
    ...row,
    role: row.role as Role,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}

export const InvitationInput = z.strictObject({ email: Email, role: RoleName });
export type InvitationInput = z.infer<typeof InvitationInput>;

/**
 * Invites somebody to the actor's workspace, by a mailed link that works once, for 7 days.
 *
 * @param language The language of the mail.
 * @throws {Conflict} If they are in the workspace, are invited already, or too many are.
 * @throws {TooManyMails} If the workspace sent the address too many.
 */
export async function invite(
  actor: Principal,
  { db, config }: Pick<Services, "db" | "config">,
  { email, role }: InvitationInput,
  language: Language,
): Promise<Invitation> {
  requirePermission(actor, "members:write");
  try {
    return await db.transaction().execute(async (trx) => {
      await lockWorkspaces(trx, [actor.workspaceId]);
      await requireRoom(trx, actor.workspaceId);
      await requireStranger(trx, actor.workspaceId, email);
      const { id } = await trx.insertInto("invitations")
        .values({ workspaceId: actor.workspaceId, email, role, invitedBy: actor.userId })
        .returning("id").executeTakeFirstOrThrow();
      await sendInvitation(trx, config, actor, { id, email, language });
      await audit(trx, actor, "invitation.sent", id, { role });
      return await getInvitation(trx, actor, id);
    });
  } catch (error) {
    if (!isUniqueViolation(error, "invitations_open")) throw error;
    throw new Conflict("They are invited already: send that invitation again, or revoke it");
  }
}

async function requireRoom(trx: Trx, workspaceId: string): Promise<void> {
  const { count } = await trx.selectFrom("invitations")
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .where("workspaceId", "=", workspaceId)
    .where("acceptedAt", "is", null).where("revokedAt", "is", null).executeTakeFirstOrThrow();
  if (Number(count) < MAX_INVITATIONS) return;
  throw new Conflict(`There can be at most ${MAX_INVITATIONS} open invitations: revoke some`);
}

async function requireStranger(trx: Trx, workspaceId: string, email: string): Promise<void> {
  const member = await trx.selectFrom("memberships")
    .innerJoin("users", "users.id", "memberships.userId").select("users.id")
    .where("memberships.workspaceId", "=", workspaceId).where("users.isDeleted", "=", false)
    .where((eb) => eb(eb.fn<string>("lower", ["users.email"]), "=", email.toLowerCase()))
    .executeTakeFirst();
  if (member) throw new Conflict("Somebody with this address is in the workspace already");
}

async function sendInvitation(
  trx: Trx,
  config: Services["config"],
  actor: Principal,
  { id, email, language }: { readonly id: string; readonly email: string; language: Language },
): Promise<void> {
  const mayGo = await spareMailbox(trx, email, { workspaceId: actor.workspaceId });
  const workspace = await trx.selectFrom("workspaces").select("name")
    .where("id", "=", actor.workspaceId).executeTakeFirstOrThrow();
  const linkId = await createLink(trx, config, { purpose: "invitation", invitationId: id, email });
  if (!mayGo) return;
  await queueMail(trx, {
    kind: "invitation",
    to: email,
    language,
    params: { workspace: workspace.name, inviter: actor.name },
    userId: null,
    workspaceId: actor.workspaceId,
    linkId,
  });
}

/**
 * Sends an invitation again, with a new link; the earlier one works no more.
 *
 * @throws {NotFound} If there is no such open invitation in the actor's workspace.
 * @throws {TooManyMails} If the workspace sent the address too many.
 */
export function resendInvitation(
  actor: Principal,
  { db, config }: Pick<Services, "db" | "config">,
  id: string,
  language: Language,
): Promise<Invitation> {
  requirePermission(actor, "members:write");
  return db.transaction().execute(async (trx) => {
    const row = await trx.updateTable("invitations").set({ sentAt: sql<Date>`now()` })
      .where("id", "=", id).where("workspaceId", "=", actor.workspaceId)
      .where("acceptedAt", "is", null).where("revokedAt", "is", null)
      .returning("email").executeTakeFirst();
    if (!row) throw noInvitation(id);
    await sendInvitation(trx, config, actor, { id, email: row.email, language });
    await audit(trx, actor, "invitation.sent_again", id);
    return await getInvitation(trx, actor, id);
  });
}

/**
 * Takes an invitation back; its link works no more.
 *
 * @throws {NotFound} If there is no such open invitation in the actor's workspace.
 */
export function revokeInvitation(actor: Principal, db: Db, id: string): Promise<void> {
  requirePermission(actor, "members:write");
  return db.transaction().execute(async (trx) => {
    const row = await trx.updateTable("invitations").set({ revokedAt: new Date() })
      .where("id", "=", id).where("workspaceId", "=", actor.workspaceId)
      .where("acceptedAt", "is", null).where("revokedAt", "is", null)
      .returning("id").executeTakeFirst();
    if (!row) throw noInvitation(id);
    await endLinks(trx, "invitation", { invitationId: id });
    await audit(trx, actor, "invitation.revoked", id);
  });
}

async function getInvitation(trx: Trx, actor: Principal, id: string): Promise<Invitation> {
  const row = await selectInvitations(trx, actor.workspaceId)
    .where("invitations.id", "=", id).executeTakeFirst();
  if (!row) throw noInvitation(id);
  return toInvitation(row);
}

function noInvitation(id: string): NotFound {
  return new NotFound(`There is no open invitation ${id}`);
}
