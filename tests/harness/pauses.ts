import { sql } from "kysely";
import type { Db } from "../../lib/platform/database.ts";

/** Makes the pauses after too many tries outlast a test on a slow machine. */
export async function holdPauses(db: Db): Promise<void> {
  await db.updateTable("signInFailures")
    .set({ blockedUntil: sql<Date>`now() + interval '10 minutes'` })
    .where("blockedUntil", "is not", null).execute();
}
