import { preparePasswordReset, PrepareResetTask } from "../../lib/accounts/password_reset.ts";
import { task } from "../task.ts";

/** Looks whose address it is that a new password was asked for. */
export const prepareReset = task(
  PrepareResetTask,
  (input, { services }) => preparePasswordReset(services, input),
);
