import { z } from "zod";
import { ensureTier, FIRST_QUOTAS } from "../lib/accounts/first_tier.ts";
import { TierPatch } from "../lib/accounts/tiers.ts";
import { readSettings } from "../lib/platform/config.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { migrate } from "../lib/platform/migrate.ts";
import { ask, BadUse, runCommand } from "./local/command.ts";
import { withDatabase } from "./services.ts";

const HELP = `Makes a tier; one of that name that is there stays as it is.

  deno task create_tier [--name NAME] [--resumes N] [--jobs N] [--storage N]

  --name NAME      the tier's name (default: TIER_NAME)
  --resumes N      résumés that a workspace may add in a month, or none for any number (default: ${FIRST_QUOTAS.monthlyResumes})
  --jobs N         jobs that it may add in a month, or none (default: ${FIRST_QUOTAS.monthlyJobs})
  --storage N      bytes that its files may have together, or none for STORAGE_QUOTA_BYTES (default: ${FIRST_QUOTAS.storageBytes})

On a terminal it asks for what is not given, unless something is.`;

const OPTIONS = {
  name: { type: "string" },
  resumes: { type: "string" },
  jobs: { type: "string" },
  storage: { type: "string" },
} as const;

/** What was given on the command line. */
export type GivenTier = { readonly [Name in keyof typeof OPTIONS]?: string };

/**
 * The tier that is wanted: as it was given, or, when nothing was, as it is answered.
 *
 * @param question Asks; answers the second word where nobody is there to answer.
 * @throws {BadUse} If a name or a quota is none.
 */
export function wantedTier(
  given: GivenTier,
  name: string,
  question: (text: string, fallback: string) => string,
) {
  const isAsked = Object.keys(given).length === 0;
  const value = (text: string, typed: string | undefined, fallback: string) =>
    typed ?? (isAsked ? question(text, fallback) : fallback);
  const { success, data, error } = TierPatch.required({ name: true }).safeParse({
    name: value("Name of the tier:", given.name, name),
    monthlyResumes: readQuota(
      value("Résumés a month (or none):", given.resumes, String(FIRST_QUOTAS.monthlyResumes)),
    ),
    monthlyJobs: readQuota(
      value("Jobs a month (or none):", given.jobs, String(FIRST_QUOTAS.monthlyJobs)),
    ),
    storageBytes: readQuota(
      value("Bytes of its files (or none):", given.storage, String(FIRST_QUOTAS.storageBytes)),
    ),
  });
  if (!success) throw new BadUse(z.prettifyError(error));
  return data;
}

function readQuota(given: string): number | null {
  if (given === "none") return null;
  if (/^\d{1,15}$/.test(given)) return Number(given);
  throw new BadUse(`"${given}" is no quota: give a whole number or none`);
}

async function main(given: GivenTier): Promise<void> {
  const env = readEnv();
  const wanted = wantedTier(given, readSettings(env).values.TIER_NAME, ask);
  await withDatabase(env, async (db) => {
    await migrate(db);
    const { tier, isNew } = await ensureTier(db, wanted);
    const says = `${tier.monthlyResumes ?? "any number of"} résumés and ${
      tier.monthlyJobs ?? "any number of"
    } jobs a month, files of ${
      tier.storageBytes === null ? "STORAGE_QUOTA_BYTES" : `${tier.storageBytes} bytes`
    }`;
    console.log(`${isNew ? "Made the" : "There is a"} tier ${tier.name}: ${says}`);
  });
}

if (import.meta.main) {
  Deno.exit(await runCommand({ help: HELP, options: OPTIONS }, (values) => main(values)));
}
