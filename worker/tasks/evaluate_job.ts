import { evaluateJob as evaluate } from "../../lib/hiring/judging.ts";
import { EvaluateJobTask } from "../../lib/hiring/tasks.ts";
import { task } from "../task.ts";

/** Judges all résumés of a job by its present requirements. */
export const evaluateJob = task(
  EvaluateJobTask,
  (input, { services, signal }) => evaluate(services, input, signal),
);
