import { z } from "zod";
import { jobTags } from "../../../../../lib/accounts/cache_tags.ts";
import {
  getRanking,
  MAX_RANKED,
  RankingListSort,
  RankingSort,
} from "../../../../../lib/hiring/ranking.ts";
import { RankingFilter } from "../../../../../lib/hiring/ranking_filter.ts";
import { Grade } from "../../../../../lib/hiring/states.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { cursorFields, cursorPageSchema } from "../../../../../lib/platform/page_of.ts";
import { RankingRowAnswer, toRankingAnswer } from "../../../(_shared)/answers.ts";
import { ById, endpoint, languageOf } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

const RankingQuery = z.strictObject({
  ...cursorFields(50, MAX_RANKED),
  sort: RankingListSort.default("score"),
  ...RankingFilter.omit({ grade: true, verdict: true }).shape,
  grade: Grade.optional(),
  match: RankingFilter.shape.verdict,
});

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
    async handle({ actor, state, path, query: { grade, match, sort, ...query } }) {
      const wanted = {
        ...query,
        sort: RankingSort.parse(sort.replace("-", "")),
        isReversed: sort.startsWith("-"),
        grade: grade && [grade],
        verdict: match,
      };
      const { data, ...page } = await getRanking(actor, state.db, path.id, wanted);
      const language = languageOf({ actor, state });
      return { ...page, data: data.map((row) => toRankingAnswer(language, row)) };
    },
  }),
});
