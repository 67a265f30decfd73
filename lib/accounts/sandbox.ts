import { z } from "zod";
import type { Db, Trx } from "../platform/database.ts";
import { enqueue } from "../platform/queue.ts";
import { acrossWorkspaces } from "../platform/workspace_scope.ts";
import { SCOPES } from "./permissions.ts";
import type { Machine } from "./principal.ts";

/** Loads the sample data into a sandbox, in the name of the key that needs it. */
export const FillSandboxTask = z.object({ workspaceId: z.string(), apiKeyId: z.string() });
export type FillSandboxTask = z.infer<typeof FillSandboxTask>;

/**
 * Makes the sandbox of a workspace unless there is one, and asks for its sample data.
 *
 * @param workspaceId The workspace that the sandbox belongs to.
 */
export function ensureSandbox(
  trx: Trx,
  workspaceId: string,
  apiKeyId: string,
): Promise<void> {
  return acrossWorkspaces("a sandbox is a workspace of its own", async () => {
    const made = await trx.insertInto("workspaces")
      .columns(["name", "sandboxOf"])
      .expression((eb) =>
        eb.selectFrom("workspaces").select(["name", "id"]).where("id", "=", workspaceId)
      )
      .onConflict((conflict) => conflict.column("sandboxOf").doNothing())
      .returning("id").executeTakeFirst();
    if (!made) return;
    await enqueue(trx, {
      name: "fill_sandbox",
      payload: { workspaceId: made.id, apiKeyId },
      workspaceId: made.id,
    });
  });
}

/** Who fills a sandbox: the key that it was made for, for once with all scopes. */
export async function sandboxFiller(
  db: Db,
  { workspaceId, apiKeyId }: FillSandboxTask,
): Promise<Machine | undefined> {
  const key = await acrossWorkspaces(
    "the key is of the workspace that the sandbox belongs to",
    () =>
      db.selectFrom("apiKeys")
        .innerJoin("workspaces", "workspaces.sandboxOf", "apiKeys.workspaceId")
        .select("apiKeys.name")
        .where("apiKeys.id", "=", apiKeyId).where("workspaces.id", "=", workspaceId)
        .executeTakeFirst(),
  );
  return key && {
    userId: null,
    apiKeyId,
    scopes: SCOPES,
    workspaceId,
    name: key.name,
    role: null,
    isSuperuser: false,
    language: null,
    tierId: null,
  };
}
