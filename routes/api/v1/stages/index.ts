import { z } from "zod";
import { addStage, listStages, Stage, StageInput } from "../../../../lib/hiring/stages.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { STAGE_WORDS } from "../../../(_shared)/stage_words.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The workspace's stages, in order",
    may: "candidates:read",
    answer: z.object({ data: z.array(Stage) }),
    async handle({ actor, state }) {
      return { data: await listStages(actor, state.db) };
    },
  }),

  POST: endpoint({
    summary: "Add a stage behind the last one that means the same",
    may: "stages:write",
    body: StageInput,
    status: 201,
    answer: Stage,
    handle: ({ actor, state, body }) => addStage(actor, state.db, body, STAGE_WORDS),
  }),
});
