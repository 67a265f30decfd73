import type { Db, Trx } from "../platform/database.ts";
import { NotFound } from "../platform/errors.ts";
import { audit } from "./audit.ts";
import { findLink, takeLink } from "./mail_links.ts";
import type { Person, Role } from "./principal.ts";
import { selectPerson, toPerson } from "./principals.ts";
import { lockWorkspaces } from "./workspaces.ts";

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
    const link = await takeLink(trx, "invitation", token);
    if (!link?.invitationId) {
      throw new NotFound("This invitation works no more: ask for another one");
    }
    const workspaceId = await joinByInvitation(trx, link.invitationId, actor.userId);
    await trx.updateTable("sessions").set({ workspaceId })
      .where("id", "=", sessionId).where("userId", "=", actor.userId).execute();
  });
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
  if (!invitation) throw new NotFound("This invitation works no more: ask for another one");
  const { workspaceId, role } = invitation;
  await trx.insertInto("memberships").values({ workspaceId, userId, role })
    .onConflict((conflict) => conflict.columns(["workspaceId", "userId"]).doNothing()).execute();
  const row = await selectPerson(trx, userId, workspaceId).executeTakeFirstOrThrow();
  await audit(trx, toPerson(row), "invitation.accepted", invitationId, { role: row.role });
  return workspaceId;
}
