import { findPrincipal } from "../lib/accounts/principals.ts";
import { loadSample } from "../lib/hiring/samples.ts";
import type { Db } from "../lib/platform/database.ts";
import { closeSharedServices, services } from "../lib/platform/services.ts";
import { acrossWorkspaces, inWorkspace } from "../lib/platform/workspace_scope.ts";
import { runCommand } from "./local/command.ts";

const HELP = `Loads the sample jobs and résumés; what is there already stays as it is.

  deno task seed [--username NAME]

  --username NAME   into the workspace of this user (default: ADMIN_USERNAME)`;

async function seed(username: string | undefined): Promise<number> {
  const opened = await services();
  const name = username ?? opened.config.admin.username;
  const actor = await acrossWorkspaces("the user says which", () => actorOf(opened.db, name));
  if (!actor) {
    console.error(`There is no user "${name}": run \`deno task create_superuser\` first`);
    return 1;
  }
  const { jobs, resumes } = await inWorkspace(
    actor.workspaceId,
    () => loadSample(actor, opened),
  );
  console.log(`Loaded ${jobs} jobs and ${resumes} résumés into the workspace of ${actor.name}`);
  return 0;
}

async function actorOf(db: Db, username: string) {
  const member = await db.selectFrom("users")
    .innerJoin("memberships", "memberships.userId", "users.id")
    .select(["users.id", "memberships.workspaceId"])
    .where("users.username", "=", username)
    .orderBy("memberships.createdAt").limit(1).executeTakeFirst();
  return member && await findPrincipal(db, member.id, member.workspaceId);
}

if (import.meta.main) {
  const options = { username: { type: "string" } } as const;
  const code = await runCommand({ help: HELP, options }, ({ username }) => seed(username));
  await closeSharedServices();
  Deno.exit(code);
}
