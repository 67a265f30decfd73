import { eraseAgain } from "../../lib/hiring/privacy/erase_again.ts";
import type { LedgerEntry } from "../../lib/hiring/privacy/ledger.ts";
import { openDatabase } from "../../lib/platform/database.ts";
import { mailOf } from "../../lib/platform/settings/mail.ts";
import type { DocumentStorage } from "../../lib/platform/storage/storage.ts";
import { readLedger } from "./ledger_file.ts";

/** Where those are who are to be erased again. */
export interface Restored {
  readonly url: string;
  readonly storage: DocumentStorage;
  /** Absolute. */
  readonly dataDir: string;
  readonly mail: Parameters<typeof mailOf>[0];
}

/**
 * Erases whom the ledgers name, and says so.
 *
 * @returns The exit code: 1 when a ledger has lines that are none.
 */
export async function eraseByLedgers(
  { url, storage, dataDir, mail }: Restored,
  paths: readonly string[],
): Promise<number> {
  const entries: LedgerEntry[] = [];
  let hasStrange = false;
  for (const path of paths) {
    const ledger = await readLedger(path);
    entries.push(...ledger.entries);
    if (ledger.strange.length === 0) continue;
    hasStrange = true;
    console.error(`${path}: cannot read line ${ledger.strange.join(", ")}`);
  }
  const db = openDatabase({ url, poolSize: 2 });
  try {
    const config = { mail: mailOf(mail, dataDir) };
    const { people, accounts } = await eraseAgain({ db, storage, config }, entries);
    console.log(`Erased again: ${people} people and ${accounts} accounts`);
  } finally {
    await db.destroy();
  }
  return hasStrange ? 1 : 0;
}
