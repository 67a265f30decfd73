import { z } from "zod";
import { getRanking, MAX_RANKED, RankingSort } from "../../../../../lib/hiring/ranking.ts";
import { Flag, Grade } from "../../../../../lib/hiring/states.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { text } from "../../../../../lib/platform/input.ts";
import { pageFields, pageSchema } from "../../../../../lib/platform/page_of.ts";
import { RankingRowAnswer, toRankingAnswer } from "../../../(_shared)/answers.ts";
import { ById, endpoint, languageOf } from "../../../(_shared)/endpoint.ts";

const RankingQuery = z.strictObject({
  ...pageFields(50, MAX_RANKED),
  sort: RankingSort.optional(),
  grade: Grade.optional(),
  flag: Flag.optional(),
  q: text(1, 200).optional(),
});

export const handler = resource({
  GET: endpoint({
    summary: "The job's résumés, best first; those without a score come last",
    may: "evaluations:read",
    path: ById,
    query: RankingQuery,
    answer: pageSchema(RankingRowAnswer),
    async handle({ actor, state, path, query: { grade, ...query } }) {
      const wanted = { ...query, grade: grade && [grade] };
      const { data, ...page } = await getRanking(actor, state.db, path.id, wanted);
      const language = languageOf({ actor, state });
      return { ...page, data: data.map((row) => toRankingAnswer(language, row)) };
    },
  }),
});
