import { z } from "zod";
import { listActivity } from "../../../../../lib/hiring/activity.ts";
import { ActivityEntry } from "../../../../../lib/hiring/activity_entries.ts";
import { ActivityKind } from "../../../../../lib/hiring/activity_kinds.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { Id } from "../../../../../lib/platform/input.ts";
import { cursorFields, cursorPageSchema } from "../../../../../lib/platform/page_of.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

const ActivityQuery = z.strictObject({
  ...cursorFields(),
  kind: ActivityKind.optional(),
  userId: Id.optional(),
});

export const handler = resource({
  GET: endpoint({
    summary: "What was done in the job, the latest first; alike things in a row are one entry",
    tag: "Stages",
    examples: {
      "Who was moved": {
        path: { id: SAMPLE.job },
        query: { kind: "moves" },
        answer: { data: [{ kind: "moves", action: "resume.moved" }] },
      },
    },
    may: "candidates:read",
    path: ById,
    query: ActivityQuery,
    answer: cursorPageSchema(ActivityEntry),
    handle: ({ actor, state, path, query }) =>
      listActivity(actor, state.db, { jobId: path.id }, query),
  }),
});
