import { retryEndedTask, TaskDetail } from "../../../../../../lib/accounts/tasks.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Run a parked or cancelled task again, as a new one",
    tag: "Tasks",
    errors: ["conflict"],
    examples: {
      "One that was cancelled": {
        path: { id: SAMPLE.cancelled },
        answer: { function: "sample_background_task", status: "waiting" },
      },
    },
    may: "resumes:write",
    path: ById,
    status: 202,
    answer: TaskDetail,
    handle: ({ actor, state, path }) => retryEndedTask(actor, state.db, path.id),
  }),
});
