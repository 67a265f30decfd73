import { z } from "zod";
import { jobTags } from "../../../../../lib/accounts/cache_tags.ts";
import { getRanking, MAX_RANKED } from "../../../../../lib/hiring/ranking.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { cursorFields, cursorPageSchema } from "../../../../../lib/platform/page_of.ts";
import { RankingRowAnswer, toRankingAnswer } from "../../../(_shared)/answers.ts";
import { ById, endpoint, languageOf } from "../../../(_shared)/endpoint.ts";
import { RankingChoice, toView } from "../../../(_shared)/ranking_choice.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

const RankingQuery = z.strictObject({ ...cursorFields(50, MAX_RANKED), ...RankingChoice });

export const handler = resource({
  GET: endpoint({
    summary: "The job's résumés, best first; those without a score come last",
    tag: "Ranking",
    examples: {
      "The best first": {
        path: { id: SAMPLE.job },
        query: { sort: "score" },
        answer: { data: [{ resumeId: SAMPLE.resume }], page: 1 },
      },
    },
    may: "evaluations:read",
    path: ById,
    query: RankingQuery,
    answer: cursorPageSchema(RankingRowAnswer),
    cache: {
      prefix: "ranking",
      id: ({ path }) => path.id,
      tags: ({ actor, path }) => jobTags(actor.workspaceId, path.id),
    },
    async handle({ actor, state, path, query }) {
      const { data, ...page } = await getRanking(actor, state.db, path.id, toView(query));
      const language = languageOf({ actor, state });
      return { ...page, data: data.map((row) => toRankingAnswer(language, row)) };
    },
  }),
});
