import { giveUpBulk, judgeBulk as judge } from "../../lib/hiring/bulk_judging.ts";
import { BulkTask } from "../../lib/hiring/tasks.ts";
import { task } from "../task.ts";

/** Judges résumés that are not kept. */
export const judgeBulk = task(
  BulkTask,
  (input, { services, signal }) => judge(services, input, signal),
  { whenParked: (input, { services }) => giveUpBulk(services, input) },
);
