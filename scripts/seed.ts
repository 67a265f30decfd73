import { findPrincipal } from "../lib/accounts/principals.ts";
import { loadSample } from "../lib/hiring/samples.ts";
import { type Db, openDatabase } from "../lib/platform/database.ts";
import { closeSharedServices, services } from "../lib/platform/services.ts";
import { acrossWorkspaces, inWorkspace } from "../lib/platform/workspace_scope.ts";
import { BadUse, runCommand } from "./local/command.ts";
import { makeManyEvaluations } from "./seed/many_evaluations.ts";

const HELP = `Loads the sample jobs and résumés; what is there already stays as it is.

  deno task seed [--username NAME] [--evaluations N]

  --username NAME   into the workspace of this user (default: ADMIN_USERNAME)
  --evaluations N   invented people instead, with a résumé and an evaluation each, to see how the
                    product does with many; the first job of each workspace has 10,000 of them,
                    the others 2,000; from 100,000 on in further workspaces of the user`;

async function seed(username: string | undefined, evaluations: number): Promise<number> {
  const opened = await services();
  const name = username ?? opened.config.admin.username;
  const actor = await acrossWorkspaces("the user says which", () => actorOf(opened.db, name));
  if (!actor) {
    console.error(`There is no user "${name}": run \`deno task create_superuser\` first`);
    return 1;
  }
  if (evaluations > 0) {
    const { userId, workspaceId } = actor;
    const tell = progressOf(evaluations);
    // Who is held to the wall between workspaces may not vacuum.
    const owner = openDatabase({ url: opened.config.database.url, poolSize: 2 });
    try {
      await makeManyEvaluations(owner, { evaluations, userId, workspaceId, tell });
    } finally {
      await owner.destroy();
    }
    return 0;
  }
  const { jobs, resumes } = await inWorkspace(
    actor.workspaceId,
    () => loadSample(actor, opened),
  );
  console.log(`Loaded ${jobs} jobs and ${resumes} résumés into the workspace of ${actor.name}`);
  return 0;
}

const BAR_WIDTH = 30;

/** Draws a bar anew on a terminal, and a line for each tenth elsewhere. */
function progressOf(all: number): (done: number, workspaces: number) => void {
  const from = performance.now();
  const isTerminal = Deno.stdout.isTerminal();
  let tenth = 0;
  return (done, workspaces) => {
    const share = done / all;
    if (!isTerminal && Math.floor(share * 10) === tenth) return;
    tenth = Math.floor(share * 10);
    const bar = "█".repeat(Math.round(share * BAR_WIDTH)).padEnd(BAR_WIDTH, "░");
    const left = Math.round((performance.now() - from) / 1000 * (1 - share) / share);
    const line = `${bar} ${Math.floor(share * 100)} %, ${done} evaluations in ${workspaces} ` +
      `workspaces, ${left} s left`;
    const isLast = done === all;
    if (isTerminal) {
      Deno.stdout.writeSync(new TextEncoder().encode(`\r${line}${isLast ? "\n" : ""}`));
    } else console.log(line);
  };
}

function whole(given: string): number {
  if (/^[1-9]\d{0,7}$/.test(given)) return Number(given);
  throw new BadUse("--evaluations is a whole number from 1 on");
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
  const options = { username: { type: "string" }, evaluations: { type: "string" } } as const;
  const code = await runCommand(
    { help: HELP, options },
    ({ username, evaluations }) => seed(username, evaluations ? whole(evaluations) : 0),
  );
  await closeSharedServices();
  Deno.exit(code);
}
