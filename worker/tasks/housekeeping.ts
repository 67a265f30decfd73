import { z } from "zod";
import { removeOldMails } from "../../lib/accounts/mail_delivery.ts";
import { removeEndedLinks } from "../../lib/accounts/mail_links.ts";
import { removeEndedSecrets } from "../../lib/accounts/api_keys.ts";
import { removeEndedSessions } from "../../lib/accounts/sessions.ts";
import { removeEndedFamilies } from "../../lib/accounts/token_families.ts";
import { forgetExpiredBulk } from "../../lib/hiring/bulk_evaluations.ts";
import { removeOldEvents } from "../../lib/accounts/webhook_delivery.ts";
import { evaluateOutdatedJobs } from "../../lib/hiring/judging.ts";
import { removeOldAnswers } from "../../lib/hiring/model/asking.ts";
import { compareOldTexts } from "../../lib/hiring/near_pairs.ts";
import type { Db } from "../../lib/platform/database.ts";
import { removeOldCalls } from "../../lib/platform/idempotency_store.ts";
import { logger } from "../../lib/platform/log.ts";
import { enqueueScheduled } from "../../lib/platform/schedule.ts";
import { acrossWorkspaces } from "../../lib/platform/workspace_scope.ts";
import { task } from "../task.ts";

/** Clears up what nobody needs any more; the schedule asks for it. */
export const housekeeping = task(z.object({}), async (_input, { services, signal }) => {
  const { db } = services;
  await removeEndedSessions(db);
  await forgetExpiredBulk(db);
  await removeEndedLinks(db);
  await removeOldMails(services);
  await removeEndedFamilies(db);
  await removeEndedSecrets(db);
  await removeOldCalls(db, 100_000);
  await removeOldEvents(services, 100_000);
  await removeOldAnswers(db);
  const count = await evaluateOutdatedJobs(db);
  if (count > 0) logger("hiring").info("{count} jobs are judged anew", { count });
  await compareOldTexts(db, signal);
  return { jobsJudgedAnew: count };
});

/** Asks for a run now: what a stopped process left undone is to be taken up. */
export async function planHousekeeping(db: Db): Promise<void> {
  await acrossWorkspaces(
    "it is of no workspace",
    () => db.transaction().execute((trx) => enqueueScheduled(trx, "housekeeping")),
  );
}
