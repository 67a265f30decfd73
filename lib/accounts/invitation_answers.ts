import { z } from "zod";
import type { Db, Trx } from "../platform/database.ts";
import { NotFound } from "../platform/errors.ts";
import { audit } from "./audit.ts";
import { findLink, MAX_LINK_TOKEN, takeLink } from "./mail_links.ts";
import { type Person, type Principal, requirePerson, type Role } from "./principal.ts";
import { selectPerson, toPerson } from "./principals.ts";
import { listWorkspacesOf, lockWorkspaces, type OwnWorkspace } from "./workspaces.ts";

/** What somebody who opens an invitation's link is shown. */
export interface InvitationView {
  readonly workspace: string;
  readonly inviter: string | null;
  readonly role: Role;
  readonly email: string;
  /** Whether somebody with that address has an account, and so only has to sign in. */
  readonly hasAccount: boolean;
}

/** The invitation that a link belongs to; undefined when it works no more. */
export async function findInvitation(db: Db, token: string): Promise<InvitationView | undefined> {
  const link = await findLink(db, "invitation", token);
  if (!link?.invitationId) return undefined;
  const [row, user] = await Promise.all([
    db.selectFrom("invitations")
      .innerJoin("workspaces", "workspaces.id", "invitations.workspaceId")
      .leftJoin("users", "users.id", "invitations.invitedBy")
      .select(["workspaces.name as workspace", "users.name as inviter", "invitations.role"])
      .where("invitations.id", "=", link.invitationId).executeTakeFirst(),
    db.selectFrom("users").select("id")
      .where((eb) => eb(eb.fn<string>("lower", ["email"]), "=", link.email.toLowerCase()))
      .executeTakeFirst(),
  ]);
  return row && {
    ...row,
    role: row.role as Role,
    email: link.email,
    hasAccount: user !== undefined,
  };
}

/**
 * Lets somebody who has an account join by the link that was mailed. Their browser works in that
 * workspace from then on; who is in it already keeps their role.
 *
 * @throws {NotFound} If the invitation works no more.
 */
export function acceptInvitation(
  actor: Person,
  db: Db,
  sessionId: string,
  token: string,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const workspaceId = await joinByLink(trx, token, actor.userId);
    await trx.updateTable("sessions").set({ workspaceId })
      .where("id", "=", sessionId).where("userId", "=", actor.userId).execute();
  });
}

export const InvitationToken = z.strictObject({
  /** The secret at the end of the link in the invitation's mail. */
  invitation: z.string().min(1, "must not be empty").max(MAX_LINK_TOKEN),
});
export type InvitationToken = z.infer<typeof InvitationToken>;

/**
 * Lets the actor join by the secret of an invitation; they go on where they are. Who is in that
 * workspace already keeps their role.
 *
 * @throws {Forbidden} If it is an API key that acts.
 * @throws {NotFound} If the invitation works no more.
 */
export function joinWorkspace(
  actor: Principal,
  db: Db,
  { invitation }: InvitationToken,
): Promise<OwnWorkspace> {
  requirePerson(actor);
  return db.transaction().execute(async (trx) => {
    const joined = await joinByLink(trx, invitation, actor.userId);
    const all = await listWorkspacesOf(trx, actor.userId);
    const own = all.find(({ id }) => id === joined);
    if (!own) throw noInvitation();
    return own;
  });
}

/** Makes a user a member by a link of an invitation, which is used up; answers the workspace. */
async function joinByLink(trx: Trx, token: string, userId: string): Promise<string> {
  const link = await takeLink(trx, "invitation", token);
  if (!link?.invitationId) throw noInvitation();
  return await joinByInvitation(trx, link.invitationId, userId);
}

function noInvitation(): NotFound {
  return new NotFound("This invitation works no more: ask for another one");
}

/**
 * Makes a user a member by an invitation whose link was just used up.
 *
 * @returns The id of the workspace.
 * @throws {NotFound} If the invitation was revoked or taken.
 */
export async function joinByInvitation(
  trx: Trx,
  invitationId: string,
  userId: string,
): Promise<string> {
  const open = await trx.selectFrom("invitations").select("workspaceId")
    .where("id", "=", invitationId).executeTakeFirst();
  // Before the invitation itself, as all do who change who is in a workspace.
  if (open) await lockWorkspaces(trx, [open.workspaceId]);
  const invitation = await trx.updateTable("invitations")
    .set({ acceptedAt: new Date(), acceptedBy: userId })
    .where("id", "=", invitationId).where("acceptedAt", "is", null).where("revokedAt", "is", null)
    .returning(["workspaceId", "role"]).executeTakeFirst();
  if (!invitation) throw noInvitation();
  const { workspaceId, role } = invitation;
  await trx.insertInto("memberships").values({ workspaceId, userId, role })
    .onConflict((conflict) => conflict.columns(["workspaceId", "userId"]).doNothing()).execute();
  const row = await selectPerson(trx, userId, workspaceId).executeTakeFirstOrThrow();
  await audit(trx, toPerson(row), "invitation.accepted", invitationId, { role: row.role });
  return workspaceId;
}
