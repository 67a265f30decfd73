import { z } from "zod";
import { draftLetters, LetterBatch } from "../../../../../lib/hiring/letter_batches.ts";
import { LetterKind } from "../../../../../lib/hiring/letters.ts";
import { Language } from "../../../../../lib/hiring/states.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { LETTER_WORDS } from "../../../../(_shared)/letter_words.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "Letters to those who were decided upon for a job and have none yet, drafted",
    tag: "Letters",
    description:
      "At most twenty, as many as a person can read; `has_more` says whether others follow once " +
      "these are sent. Each is drafted as `GET /resumes/{id}/letter_draft` does; nothing is sent " +
      "or kept.",
    examples: {
      "Nobody is rejected": {
        path: { id: SAMPLE.job },
        query: { kind: "rejection", language: "nl" },
        answer: { data: [], hasMore: false },
      },
    },
    may: "letters:write",
    path: ById,
    query: z.strictObject({
      kind: LetterKind,
      language: Language.optional().meta({
        description: "Default: that of each résumé, or else the job's",
      }),
    }),
    answer: LetterBatch,
    handle: ({ actor, state: { db }, path, query }) =>
      draftLetters(actor, db, { jobId: path.id, ...query }, LETTER_WORDS),
  }),
});
