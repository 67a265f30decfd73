import { z } from "zod";
import { startSampleTask } from "../../../../../lib/accounts/tasks.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { Id } from "../../../../../lib/platform/input.ts";
import { SampleTask } from "../../../../../lib/platform/sample_task.ts";
import { endpoint } from "../../../(_shared)/endpoint.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Run the sample task, which takes five seconds",
    tag: "Tasks",
    errors: ["unauthenticated"],
    description:
      "It answers `Task NAME is complete!`. Without a token anybody who knows the id can read it.",
    examples: { "Start": { query: { message: "demo" }, answer: {} } },
    may: "anyone",
    query: SampleTask.strict(),
    status: 201,
    answer: z.object({ id: Id }),
    handle: async (call) => await startSampleTask(call.signedIn(), call.state.db, call.query),
  }),
});
