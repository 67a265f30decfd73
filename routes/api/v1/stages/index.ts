import { z } from "zod";
import { workspaceTags } from "../../../../lib/accounts/cache_tags.ts";
import { addStage, listStages, Stage, StageInput } from "../../../../lib/hiring/stages.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { listFields, pageOfAll, pageSchema } from "../../../../lib/platform/page_of.ts";
import { STAGE_WORDS } from "../../../(_shared)/stage_words.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The workspace's stages, in order",
    tag: "Stages",
    examples: {
      "All": { answer: { data: [{ key: "new", decision: "undecided", position: 0 }] } },
    },
    may: "candidates:read",
    query: z.strictObject(listFields()),
    answer: pageSchema(Stage),
    cache: { prefix: "stages", tags: ({ actor }) => workspaceTags(actor.workspaceId) },
    handle: async ({ actor, state, query }) => pageOfAll(await listStages(actor, state.db), query),
  }),

  POST: endpoint({
    summary: "Add a stage behind the last one that means the same",
    tag: "Stages",
    examples: {
      "One more": {
        body: { name: "Assessment", decision: "shortlisted" },
        answer: { key: null, name: "Assessment", decision: "shortlisted" },
      },
    },
    may: "stages:write",
    body: StageInput,
    status: 201,
    answer: Stage,
    handle: ({ actor, state, body }) => addStage(actor, state.db, body, STAGE_WORDS),
  }),
});
