import { z } from "zod";
import {
  BoardColumn,
  getBoard,
  getColumn,
  MAX_CARDS,
} from "../../../../../lib/hiring/stage_board.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { Id } from "../../../../../lib/platform/input.ts";
import { wholeNumber } from "../../../../../lib/platform/page_of.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

const BoardQuery = z.strictObject({
  cards: wholeNumber(1, MAX_CARDS, 50),
  stageId: Id.optional(),
});

export const handler = resource({
  GET: endpoint({
    summary: "The job's résumés by stage, the best first; with `stage_id` that stage alone",
    tag: "Stages",
    examples: {
      "The first ten of each stage": {
        path: { id: SAMPLE.job },
        query: { cards: "10" },
        answer: { data: [{ stage: { key: "new", decision: "undecided" } }] },
      },
    },
    may: "evaluations:read",
    path: ById,
    query: BoardQuery,
    answer: z.object({ data: z.array(BoardColumn) }),
    async handle({ actor, state: { db }, path, query: { cards, stageId } }) {
      if (stageId) return { data: [await getColumn(actor, db, path.id, stageId, cards)] };
      return { data: await getBoard(actor, db, path.id, { cardsPerStage: cards }) };
    },
  }),
});
