import { cancelTask, TaskDetail } from "../../../../../../lib/accounts/tasks.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Cancel a task that has not ended",
    tag: "Tasks",
    errors: ["conflict"],
    examples: {
      "One that waits": {
        path: { id: SAMPLE.task },
        answer: { id: SAMPLE.task, status: "cancelled" },
      },
    },
    may: "resumes:write",
    path: ById,
    status: 200,
    answer: TaskDetail,
    handle: ({ actor, state, path }) => cancelTask(actor, state.db, path.id),
  }),
});
