import {
  giveUpJobDescription,
  readJobDescription as read,
  reopenJobDescription,
} from "../../lib/hiring/job_files.ts";
import { ReadJobDescriptionTask } from "../../lib/hiring/tasks.ts";
import { task } from "../task.ts";

/** Reads a job description that came as a file. */
export const readJobDescription = task(
  ReadJobDescriptionTask,
  (input, { services, signal }) => read(services, input, signal),
  {
    whenParked: (input, { services }) => giveUpJobDescription(services, input),
    whenRetried: (input, { services }) => reopenJobDescription(services, input),
  },
);
