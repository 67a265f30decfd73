import { giveUpResume, readResume as read, reopenResume } from "../../lib/hiring/resume_reading.ts";
import { ReadResumeTask } from "../../lib/hiring/tasks.ts";
import { task } from "../task.ts";

/** Reads and judges one résumé. */
export const readResume = task(
  ReadResumeTask,
  (input, { services, signal }) => read(services, input, signal),
  {
    whenParked: (input, { services }) => giveUpResume(services, input),
    whenRetried: (input, { services }) => reopenResume(services, input),
  },
);
