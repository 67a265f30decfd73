import { forgetCached } from "../platform/cache.ts";
import type { Db } from "../platform/database.ts";
import { acrossWorkspaces } from "../platform/workspace_scope.ts";

/** Tags of what is kept about one job: it is forgotten with the job, and with what all jobs share. */
export function jobTags(workspaceId: string, jobId: string): readonly string[] {
  return [`job:${jobId}`, `shared:${workspaceId}`];
}

/** Tags of what is kept about a whole workspace: it is forgotten with any change in there. */
export function workspaceTags(workspaceId: string): readonly string[] {
  return [`workspace:${workspaceId}`];
}

/**
 * Forgets what is kept about what changed, once the change is there for everybody. `audit()` and
 * `tellProgress()` call it; who writes without either calls it in the transaction.
 *
 * @param jobIds The jobs that changed; null stands for what is no job's own: people, stages, members.
 */
export async function forgetChanged(
  db: Db,
  workspaceId: string,
  jobIds: Iterable<string | null | undefined>,
): Promise<void> {
  const tags = new Set(workspaceTags(workspaceId));
  for (const id of jobIds) tags.add(id ? `job:${id}` : `shared:${workspaceId}`);
  await forgetCached(db, [...tags]);
}

/** Forgets what names a user: it stands in all workspaces that they are in. */
export function forgetPerson(db: Db, userId: string): Promise<void> {
  return acrossWorkspaces("a user may be in several workspaces", async () => {
    const homes = await db.selectFrom("memberships").select("workspaceId")
      .where("userId", "=", userId).execute();
    for (const { workspaceId } of homes) await forgetChanged(db, workspaceId, [null]);
  });
}
