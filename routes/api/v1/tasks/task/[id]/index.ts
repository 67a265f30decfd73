import { discardTask, getTask, TaskDetail } from "../../../../../../lib/accounts/tasks.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "How a task stands, and what it answered",
    tag: "Tasks",
    description:
      "Texts in the arguments read `…`, except in the sample task: they may be about a person.",
    errors: ["unauthenticated", "not_found"],
    examples: {
      "One that waits": {
        path: { id: SAMPLE.task },
        answer: {
          function: "sample_background_task",
          arguments: { message: "later" },
          status: "waiting",
          result: null,
        },
      },
    },
    may: "anyone",
    path: ById,
    answer: TaskDetail,
    handle: async (call) => await getTask(call.signedIn(), call.state.db, call.path.id),
  }),

  DELETE: endpoint({
    summary: "Discard a parked task for good, with what it was to do",
    tag: "Tasks",
    description: "For superusers; `POST /tasks/task/{id}/retry` tries it once more instead.",
    examples: { "One that waits": { path: { id: SAMPLE.task }, status: 404 } },
    may: "superuser",
    path: ById,
    handle: ({ actor, state, path }) => discardTask(actor, state.db, path.id) as Promise<undefined>,
  }),
});
