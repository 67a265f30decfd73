import { z } from "zod";
import { removeOldMails } from "../../lib/accounts/mail_delivery.ts";
import { removeEndedLinks } from "../../lib/accounts/mail_links.ts";
import { removeEndedSessions } from "../../lib/accounts/sessions.ts";
import { evaluateOutdatedJobs } from "../../lib/hiring/judging.ts";
import { compareOldTexts } from "../../lib/hiring/near_pairs.ts";
import type { Db } from "../../lib/platform/database.ts";
import { logger } from "../../lib/platform/log.ts";
import { enqueue } from "../../lib/platform/queue.ts";
import { task } from "../task.ts";

const EVERY_MS = 3_600_000;

/** Clears up what nobody needs any more, once an hour; it asks for its own next run. */
export const housekeeping = task(z.object({}), async (_input, { services, signal }) => {
  const { db } = services;
  await removeEndedSessions(db);
  await removeEndedLinks(db);
  await removeOldMails(services);
  const count = await evaluateOutdatedJobs(db);
  if (count > 0) logger("hiring").info("{count} jobs are judged anew", { count });
  await compareOldTexts(db, signal);
  await planNext(db);
}, { whenParked: (_input, { services: { db } }) => planNext(db) });

function planNext(db: Db): Promise<void> {
  return planHousekeeping(db, new Date(Date.now() + EVERY_MS));
}

/** Asks for a run at that time, unless one waits already. */
export async function planHousekeeping(db: Db, dueAt = new Date()): Promise<void> {
  const dedupeKey = "housekeeping";
  await db.transaction().execute((trx) =>
    enqueue(trx, { name: "housekeeping", payload: {}, workspaceId: null, dedupeKey, dueAt })
  );
}
