import { z } from "zod";
import { crud } from "../platform/crud.ts";
import type { Db, Trx } from "../platform/database.ts";
import { NotFound } from "../platform/errors.ts";
import { Id, Instant } from "../platform/input.ts";
import { acrossWorkspaces } from "../platform/workspace_scope.ts";
import { audit } from "./audit.ts";
import { requirePermission } from "./permissions.ts";
import type { Person, Principal, Role } from "./principal.ts";
import { WorkspaceName } from "./user_input.ts";

export const RoleName = z.enum(["owner", "recruiter", "hiring_manager", "viewer"]);

/** A customer's company. */
export const Workspace = z.object({
  id: Id,
  name: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Workspace = z.infer<typeof Workspace>;

const workspaces = crud("workspaces");
const memberships = crud("memberships");

const COLUMNS = ["id", "name", "createdAt", "updatedAt"] as const;

/** The workspace that the actor works in. */
export async function getWorkspace(actor: Principal, db: Db): Promise<Workspace> {
  requirePermission(actor, "members:read");
  const row = await workspaces.get(db, { id: actor.workspaceId }, { select: COLUMNS });
  if (!row) throw new NotFound("There is no such workspace");
  return toWorkspace(row);
}

export const WorkspaceInput = z.strictObject({ name: WorkspaceName });
export type WorkspaceInput = z.infer<typeof WorkspaceInput>;

/** Gives the actor's workspace another name. */
export function renameWorkspace(
  actor: Principal,
  db: Db,
  { name }: WorkspaceInput,
): Promise<Workspace> {
  requirePermission(actor, "members:write");
  return db.transaction().execute(async (trx) => {
    const row = await workspaces.update(trx, { id: actor.workspaceId }, { name }, {
      select: COLUMNS,
    });
    await audit(trx, actor, "workspace.renamed", actor.workspaceId);
    return toWorkspace(row);
  });
}

function toWorkspace(
  { createdAt, updatedAt, ...row }: Omit<Workspace, "createdAt" | "updatedAt"> & {
    readonly createdAt: Date;
    readonly updatedAt: Date;
  },
): Workspace {
  return { ...row, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

/** A workspace that somebody is in, and as what. */
export const OwnWorkspace = z.object({ id: Id, name: z.string(), role: RoleName });
export type OwnWorkspace = z.infer<typeof OwnWorkspace>;

/** The workspaces that a user is in, in the order in which they joined. */
export function listWorkspacesOf(db: Db | Trx, userId: string): Promise<OwnWorkspace[]> {
  return acrossWorkspaces("a user may be in several", async () => {
    const rows = await db.selectFrom("memberships")
      .innerJoin("workspaces", "workspaces.id", "memberships.workspaceId")
      .select(["workspaces.id", "workspaces.name", "memberships.role"])
      .where("memberships.userId", "=", userId)
      .orderBy("memberships.createdAt").orderBy("workspaces.id").execute();
    return rows.map((row) => ({ ...row, role: row.role as Role }));
  });
}

/**
 * Makes a browser work in another workspace of the actor.
 *
 * @throws {NotFound} If they are not in it.
 */
export function switchWorkspace(
  actor: Person,
  db: Db,
  sessionId: string,
  workspaceId: string,
): Promise<void> {
  return acrossWorkspaces("a browser goes from one to another", async () => {
    const moved = await db.updateTable("sessions").set({ workspaceId })
      .where("id", "=", sessionId).where("userId", "=", actor.userId)
      .where((eb) =>
        eb.exists(
          eb.selectFrom("memberships").select("userId")
            .where("userId", "=", actor.userId).where("workspaceId", "=", workspaceId),
        )
      ).returning("id").executeTakeFirst();
    if (!moved) throw new NotFound("There is no such workspace");
  });
}

/** Makes a workspace with its first owner; returns its id. */
export async function insertWorkspace(trx: Trx, name: string, ownerId: string): Promise<string> {
  const { id } = await workspaces.create(trx, { name }, { select: ["id"] });
  const owner = { workspaceId: id, userId: ownerId, role: "owner" } as const;
  await memberships.create(trx, owner, { select: ["userId"] });
  return id;
}

/**
 * Keeps who is in these workspaces as it is until `trx` ends. In the order of their ids, so that
 * two who lock several do not wait for each other.
 */
export async function lockWorkspaces(trx: Trx, ids: readonly string[]): Promise<void> {
  await trx.selectFrom("workspaces").select("id").where("id", "in", [...ids])
    .orderBy("id").forNoKeyUpdate().execute();
}
