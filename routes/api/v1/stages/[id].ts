import { z } from "zod";
import { removeStage, StageRemoval } from "../../../../lib/hiring/stage_removal.ts";
import { changeStage, Stage, StageChange } from "../../../../lib/hiring/stages.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { STAGE_WORDS } from "../../../(_shared)/stage_words.ts";
import { ById, endpoint } from "../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../(_shared)/samples.ts";

export const handler = resource({
  PATCH: endpoint({
    summary: "Give a stage another name or place",
    tag: "Stages",
    examples: {
      "Another name": {
        path: { id: SAMPLE.stage },
        body: { name: "Trial day" },
        answer: { id: SAMPLE.stage, name: "Trial day" },
      },
    },
    may: "stages:write",
    path: ById,
    body: StageChange,
    answer: Stage,
    handle: ({ actor, state, path, body }) =>
      changeStage(actor, state.db, { stageId: path.id, words: STAGE_WORDS }, body),
  }),

  DELETE: endpoint({
    summary: "Remove a stage; `move_to` says where those go who stand in it",
    tag: "Stages",
    errors: ["conflict"],
    examples: {
      "In which nobody stands": { path: { id: SAMPLE.spare }, answer: { moved: 0 } },
    },
    may: "stages:write",
    path: ById,
    query: StageRemoval,
    answer: z.object({ moved: z.int() }),
    handle: ({ actor, state, path, query }) => removeStage(actor, state, path.id, query),
  }),
});
