import { z } from "zod";
import { crud } from "../platform/crud.ts";
import type { Db, Trx } from "../platform/database.ts";
import { Conflict, NotFound } from "../platform/errors.ts";
import { Id, Instant } from "../platform/input.ts";
import { acrossWorkspaces } from "../platform/workspace_scope.ts";
import { audit } from "./audit.ts";
import type { AuditAction } from "./audit_actions.ts";
import { requirePermission } from "./permissions.ts";
import type { Person, Principal, Role } from "./principal.ts";
import { lockWorkspaces, RoleName } from "./workspaces.ts";

/** Somebody in a workspace. */
export const WorkspaceMember = z.object({
  userId: Id,
  name: z.string(),
  username: z.string(),
  email: z.string(),
  role: RoleName,
  joinedAt: Instant,
});
export type WorkspaceMember = z.infer<typeof WorkspaceMember>;

const memberships = crud("memberships");

/** The most members that a list shows; a workspace is a company, not a crowd. */
const MAX_SHOWN = 1000;

/** Who is in the actor's workspace, by name. */
export async function listMembers(actor: Principal, db: Db): Promise<WorkspaceMember[]> {
  requirePermission(actor, "members:read");
  const rows = await selectMembers(db, actor.workspaceId)
    .orderBy("users.name").orderBy("users.id").limit(MAX_SHOWN).execute();
  return rows.map(toMember);
}

function selectMembers(db: Db | Trx, workspaceId: string) {
  return db.selectFrom("memberships").innerJoin("users", "users.id", "memberships.userId")
    .select([
      "memberships.userId",
      "memberships.role",
      "memberships.createdAt as joinedAt",
      "users.name",
      "users.username",
      "users.email",
    ])
    .where("memberships.workspaceId", "=", workspaceId).where("users.isDeleted", "=", false);
}

type MemberRow = Awaited<ReturnType<ReturnType<typeof selectMembers>["executeTakeFirstOrThrow"]>>;

function toMember({ joinedAt, role, ...row }: MemberRow): WorkspaceMember {
  return { ...row, role: role as Role, joinedAt: joinedAt.toISOString() };
}

export const MemberChange = z.strictObject({ role: RoleName });
export type MemberChange = z.infer<typeof MemberChange>;

/**
 * Gives a member another role.
 *
 * @throws {NotFound} If they are not in the actor's workspace.
 * @throws {Conflict} If they are its last owner.
 */
export function changeRole(
  actor: Principal,
  db: Db,
  userId: string,
  { role }: MemberChange,
): Promise<WorkspaceMember> {
  requirePermission(actor, "members:write");
  return db.transaction().execute(async (trx) => {
    const member = await lockMember(trx, actor.workspaceId, userId);
    if (role !== "owner") await requireOtherOwner(trx, actor.workspaceId, userId);
    const key = { workspaceId: actor.workspaceId, userId };
    await memberships.update(trx, key, { role }, { select: ["role"] });
    await audit(trx, actor, "member.role_changed", userId, { from: member.role, to: role });
    return { ...member, role };
  });
}

/**
 * Takes a member out of the workspace; their sessions and tokens for it end. Their account stays.
 *
 * @throws {NotFound} If they are not in the actor's workspace.
 * @throws {Conflict} If they are its last owner.
 */
export function removeMember(actor: Principal, db: Db, userId: string): Promise<void> {
  requirePermission(actor, "members:write");
  return db.transaction().execute((trx) => takeOut(trx, actor, userId, "member.removed"));
}

/**
 * Lets the actor leave the workspace that they work in. A browser of theirs goes on in another
 * workspace, if there is one.
 *
 * @param sessionId The browser; undefined for a program, whose tokens end.
 * @throws {Conflict} If they are its last owner.
 */
export function leaveWorkspace(actor: Person, db: Db, sessionId?: string): Promise<void> {
  return acrossWorkspaces(
    "who leaves goes on in another workspace",
    () =>
      db.transaction().execute(async (trx) => {
        const next = await trx.selectFrom("memberships").select("workspaceId")
          .where("userId", "=", actor.userId).where("workspaceId", "!=", actor.workspaceId)
          .orderBy("createdAt").orderBy("workspaceId").limit(1).executeTakeFirst();
        if (next && sessionId !== undefined) {
          await trx.updateTable("sessions").set({ workspaceId: next.workspaceId })
            .where("id", "=", sessionId).where("userId", "=", actor.userId).execute();
        }
        await takeOut(trx, actor, actor.userId, "member.left");
      }),
  );
}

async function takeOut(
  trx: Trx,
  actor: Principal,
  userId: string,
  action: AuditAction,
): Promise<void> {
  const { role } = await lockMember(trx, actor.workspaceId, userId);
  await requireOtherOwner(trx, actor.workspaceId, userId);
  await audit(trx, actor, action, userId, { role });
  await memberships.delete(trx, { workspaceId: actor.workspaceId, userId });
}

async function lockMember(trx: Trx, workspaceId: string, userId: string) {
  await lockWorkspaces(trx, [workspaceId]);
  const row = await selectMembers(trx, workspaceId)
    .where("memberships.userId", "=", userId).executeTakeFirst();
  if (!row) throw new NotFound(`There is no member ${userId}`);
  return toMember(row);
}

/** Call it with the workspace locked: two owners who go at once would each see the other. */
async function requireOtherOwner(trx: Trx, workspaceId: string, userId: string): Promise<void> {
  const other = await selectMembers(trx, workspaceId)
    .where("memberships.userId", "!=", userId).where("memberships.role", "=", "owner")
    .where("users.isDisabled", "=", false).limit(1).executeTakeFirst();
  if (!other) {
    throw new Conflict("A workspace needs an owner: make somebody else an owner first");
  }
}
