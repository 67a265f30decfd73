/**
 * deno task create_tier
 *
 * Makes a tier. One of that name that is there stays as it is.
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import { ensureTier } from "../lib/accounts/first_tier.ts";
import { TierPatch } from "../lib/accounts/tiers.ts";
import { ConfigError, readSettings } from "../lib/platform/config.ts";
import { openDatabase } from "../lib/platform/database.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { migrate } from "../lib/platform/migrate.ts";
import { SetupProblem } from "./local/problem.ts";
import { silent } from "./local/step.ts";
import { provideDatabase } from "./services.ts";

const HELP = `Make a tier; one of that name that is there stays as it is.

  deno task create_tier              the tier of TIER_NAME (free): 500 résumés, 20 jobs a month
    --name NAME                      another name
    --resumes N | none               résumés that a workspace may add in a month
    --jobs N | none                  jobs that it may add in a month`;

/** Bad use of the command line. */
class BadUse extends Error {}

function readQuota(given: string | undefined): number | null | undefined {
  if (given === undefined) return undefined;
  if (given === "none") return null;
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new BadUse(`"${given}" is no quota: give a whole number or none`);
}

/** @returns The exit code: 0 done, 1 not possible, 2 bad use. */
async function main(args: string[]): Promise<number> {
  const { values: flags } = parseArgs({
    args,
    options: {
      name: { type: "string" },
      resumes: { type: "string" },
      jobs: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (flags.help) {
    console.log(HELP);
    return 0;
  }
  const env = readEnv();
  const { values } = readSettings(env);
  const wanted = TierPatch.required({ name: true }).safeParse({
    name: flags.name ?? values.TIER_NAME,
    ...quotas(readQuota(flags.resumes), readQuota(flags.jobs)),
  });
  if (!wanted.success) throw new BadUse(z.prettifyError(wanted.error));
  const database = await provideDatabase(env, silent);
  const db = openDatabase({ url: database.url, poolSize: 2 });
  try {
    await migrate(db);
    const { tier, isNew } = await ensureTier(db, wanted.data);
    const says = `${tier.monthlyResumes ?? "any number of"} résumés and ${
      tier.monthlyJobs ?? "any number of"
    } jobs a month`;
    console.log(`${isNew ? "Made the" : "There is a"} tier ${tier.name}: ${says}`);
    return 0;
  } finally {
    await db.destroy();
    await database.stop();
  }
}

function quotas(monthlyResumes: number | null | undefined, monthlyJobs: number | null | undefined) {
  return {
    ...(monthlyResumes === undefined ? {} : { monthlyResumes }),
    ...(monthlyJobs === undefined ? {} : { monthlyJobs }),
  };
}

if (import.meta.main) {
  try {
    Deno.exit(await main(Deno.args));
  } catch (error) {
    const isUse = error instanceof BadUse || (error instanceof TypeError && "code" in error);
    const isTheirs = isUse || error instanceof SetupProblem || error instanceof ConfigError;
    console.error(isTheirs ? error.message : error);
    Deno.exit(isUse ? 2 : 1);
  }
}
