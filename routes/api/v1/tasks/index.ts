import { z } from "zod";
import { listTasks, TASK_SORTS, TaskDetail, TaskStatus } from "../../../../lib/accounts/tasks.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { cursorFields, cursorPageSchema, sortField } from "../../../../lib/platform/page_of.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The tasks of the workspace",
    tag: "Tasks",
    description:
      "The latest first; done ones go after a week. Superusers see those of all workspaces with `all=true`.",
    errors: ["forbidden"],
    examples: {
      "What waits": {
        query: { status: "waiting" },
        answer: { data: [{ id: SAMPLE.task, status: "waiting" }] },
      },
    },
    may: "usage:read",
    query: z.strictObject({
      ...cursorFields(),
      sort: sortField(TASK_SORTS).default("-created_at"),
      status: TaskStatus.optional(),
      all: z.enum(["true", "false"]).transform((value) => value === "true").optional(),
    }),
    answer: cursorPageSchema(TaskDetail),
    handle: ({ actor, state, query }) => listTasks(actor, state.db, query),
  }),
});
