import { SampleTask } from "../../lib/platform/sample_task.ts";
import { task } from "../task.ts";

/** Shows how tasks work; what it waits for is its due time. */
export const sampleTask = task(
  SampleTask,
  ({ message }) => Promise.resolve(`Task ${message} is complete!`),
);
