import { z } from "zod";
import { type ChainReport, verifyAuditLog } from "../lib/accounts/audit_verification.ts";
import { readSettings } from "../lib/platform/config.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { BadUse, runCommand } from "./local/command.ts";
import { SetupProblem } from "./local/problem.ts";
import { withDatabase } from "./services.ts";

const HELP = `Works every hash of the audit log out anew, and tells what was changed.

  deno task audit:verify
  deno task audit:verify --save FILE      also writes the ends of the chains to FILE
  deno task audit:verify --against FILE   also holds the log to the ends in FILE

A log whose last entries were cut off, with their seals, is told by ends that were kept elsewhere:
save them where who can change the database cannot write. Exits with 1 when something is wrong.`;

const Heads = z.array(z.strictObject({
  workspaceId: z.uuid(),
  number: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
}));

async function readHeads(path: string): Promise<z.infer<typeof Heads>> {
  try {
    return Heads.parse(JSON.parse(await Deno.readTextFile(path)));
  } catch (cause) {
    throw new SetupProblem(`Cannot read the ends of the chains in ${path}`, { cause });
  }
}

function tell({ entries, unsealed, heads, faults }: ChainReport): number {
  for (const { workspaceId, seal, entryId, fault } of faults) {
    const where = [seal !== null && `seal ${seal}`, entryId !== null && `entry ${entryId}`];
    console.log(
      `workspace ${workspaceId}, ${where.filter(Boolean).join(", ")}: ${
        fault.replaceAll("_", " ")
      }`,
    );
  }
  for (const { workspaceId, number, hash } of heads) {
    console.log(`workspace ${workspaceId}: seal ${number} is ${hash}`);
  }
  const wrong = faults.length === 0 ? "nothing was changed" : `${faults.length} faults`;
  console.log(`${entries} entries, ${unsealed} of them wait for their seal: ${wrong}`);
  return faults.length === 0 ? 0 : 1;
}

async function verify(save: string | undefined, against: string | undefined): Promise<number> {
  const known = against === undefined ? [] : await readHeads(against);
  const env = readEnv();
  readSettings(env);
  return await withDatabase(env, async (db) => {
    const report = await verifyAuditLog(db, known);
    if (save !== undefined) await Deno.writeTextFile(save, JSON.stringify(report.heads, null, 2));
    return tell(report);
  });
}

if (import.meta.main) {
  const command = {
    help: HELP,
    options: { save: { type: "string" }, against: { type: "string" } },
    words: { min: 1, max: 1 },
  } as const;
  Deno.exit(
    await runCommand(command, ({ save, against }, [action]) => {
      if (action !== "verify") throw new BadUse(`"${action}" is nothing to do with the log`);
      return verify(save, against);
    }),
  );
}
