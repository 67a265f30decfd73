import {
  compareEngine as compare,
  giveUpComparison,
  reopenComparison,
} from "../../lib/hiring/engine_trial.ts";
import { CompareEngineTask } from "../../lib/hiring/tasks.ts";
import { task } from "../task.ts";

/** Judges a job's résumés by the present engine, beside the verdicts that hold. */
export const compareEngine = task(
  CompareEngineTask,
  (input, { services, signal }) => compare(services, input, signal),
  {
    whenParked: (input, { services }) => giveUpComparison(services, input),
    whenRetried: (input, { services }) => reopenComparison(services, input),
  },
);
