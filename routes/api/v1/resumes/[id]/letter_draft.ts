import { z } from "zod";
import { draftLetter, LetterDraft } from "../../../../../lib/hiring/letter_drafts.ts";
import { LetterKind } from "../../../../../lib/hiring/letters.ts";
import { Language } from "../../../../../lib/hiring/states.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { LETTER_WORDS } from "../../../../(_shared)/letter_words.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "A letter to a candidate, drafted from the evaluation; nothing is sent or kept",
    tag: "Letters",
    description:
      "The workspace's template of that kind, filled in with the name, the job and what was met " +
      "and missing by the verdicts that hold. It says nothing of scores, of character, or of what " +
      "the law protects. `hold` says why it cannot be sent yet.",
    examples: {
      "Nobody has decided": {
        path: { id: SAMPLE.resume },
        query: { kind: "missing", language: "en" },
        answer: {
          kind: "missing",
          subject: "About your application for Backend engineer",
          hold: "not_rejected",
        },
      },
    },
    may: "letters:write",
    path: ById,
    query: z.strictObject({
      kind: LetterKind,
      language: Language.optional().meta({
        description: "Default: the résumé's, or else the job's",
      }),
    }),
    answer: LetterDraft,
    handle: ({ actor, state: { db }, path, query }) =>
      draftLetter(actor, db, { resumeId: path.id, ...query }, LETTER_WORDS),
  }),
});
