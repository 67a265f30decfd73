import { FillSandboxTask, sandboxFiller } from "../../lib/accounts/sandbox.ts";
import { loadSample } from "../../lib/hiring/samples.ts";
import { task } from "../task.ts";

/** Loads the sample data into a workspace's sandbox; what is there already stays. */
export const fillSandbox = task(FillSandboxTask, async (input, { services }) => {
  const filler = await sandboxFiller(services.db, input);
  if (filler) await loadSample(filler, services);
});
