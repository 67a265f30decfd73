import { forgetBulk as forget } from "../../lib/hiring/bulk_evaluations.ts";
import { BulkTask } from "../../lib/hiring/tasks.ts";
import { task } from "../task.ts";

/** Deletes a bulk evaluation whose time is over, fetched or not. */
export const forgetBulk = task(
  BulkTask,
  ({ workspaceId, bulkId }, { services }) => forget(services.db, { workspaceId }, bulkId),
);
