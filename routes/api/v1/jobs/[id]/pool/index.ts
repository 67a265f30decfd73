import { z } from "zod";
import {
  AddedFromPool,
  addFromPool,
  PoolChoice,
} from "../../../../../../lib/hiring/pool_adding.ts";
import { Verdict } from "../../../../../../lib/hiring/states.ts";
import { StripItem } from "../../../../../../lib/hiring/summary.ts";
import { getPool, PoolRow, PoolSearch } from "../../../../../../lib/hiring/talent_pool.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { listFields, pageSchema } from "../../../../../../lib/platform/page_of.ts";
import { ById, endpoint } from "../../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";

const PoolRowAnswer = PoolRow.omit({ strip: true }).extend({
  strip: z.array(StripItem.omit({ verdict: true }).extend({ match: Verdict })),
}).meta({ id: "PoolRow" });

export const handler = resource({
  GET: endpoint({
    summary: "The people of other jobs who fit this one, as the last search found them",
    tag: "Talent pool",
    examples: {
      "Grade D too": {
        path: { id: SAMPLE.job },
        query: { all: "true" },
        answer: { data: [], page: 1 },
      },
    },
    may: "candidates:read",
    path: ById,
    query: z.strictObject({
      ...listFields(50, 200),
      /** Whether grade D is wanted too. */
      all: z.enum(["true", "false"]).optional(),
    }),
    answer: pageSchema(PoolRowAnswer).extend({
      search: PoolSearch.nullable(),
      weakCount: z.int(),
    }),
    async handle({ actor, state, path, query: { all, ...query } }) {
      const { data, ...pool } = await getPool(actor, state.db, path.id, {
        ...query,
        isAll: all === "true",
      });
      return {
        ...pool,
        data: data.map(({ strip, ...row }) => ({
          ...row,
          strip: strip.map(({ verdict, ...item }) => ({ ...item, match: verdict })),
        })),
      };
    },
  }),
  POST: endpoint({
    summary: "Put people forward for this job with a copy of a résumé from another one",
    errors: ["quota_exceeded", "storage_full"],
    tag: "Talent pool",
    examples: {
      "Somebody who is in the job already": {
        path: { id: SAMPLE.job },
        body: { resumeIds: [SAMPLE.resume] },
        answer: { resumeIds: [] },
      },
    },
    may: "resumes:write",
    path: ById,
    body: PoolChoice,
    status: 202,
    answer: AddedFromPool,
    handle: ({ actor, state, path, body }) => addFromPool(actor, state, path.id, body),
  }),
});
