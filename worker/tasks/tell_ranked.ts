import { tellRanked as tell, TellRankedTask } from "../../lib/hiring/webhook_events.ts";
import { task } from "../task.ts";

/** Tells the webhooks that a job's ranking is complete, when it is. */
export const tellRanked = task(
  TellRankedTask,
  (input, { services: { db } }) => db.transaction().execute((trx) => tell(trx, input)),
);
