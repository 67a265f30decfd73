import {
  LetterBatchInput,
  sendLetters,
  SentBatch,
} from "../../../../../lib/hiring/letter_batches.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

const BODY = {
  letters: [{
    resumeId: SAMPLE.resume,
    kind: "acceptance" as const,
    language: "en" as const,
    recipient: "anna@example.com",
    subject: "Your application for Backend engineer",
    text: "Dear Anna,\n\nWe would like to meet you.",
    draftKey: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c1a0",
  }],
};

export const handler = resource({
  POST: endpoint({
    summary: "Send up to twenty letters about résumés of a job, each to one person alone",
    tag: "Letters",
    description:
      "For a signed-in person alone, each letter as `POST /resumes/{id}/letters` sends it. One whose " +
      "decision was not made by a person, or that is more than a day allows, stands under `unsent` " +
      "with why, and keeps no other from going. A `draft_key` that was sent is not sent again.",
    examples: {
      "Nobody has decided": {
        path: { id: SAMPLE.job },
        body: BODY,
        answer: { sent: [], unsent: [{ resumeId: SAMPLE.resume }] },
      },
    },
    may: "letters:write",
    path: ById,
    body: LetterBatchInput,
    status: 202,
    answer: SentBatch,
    handle: ({ actor, state: { db }, path, body }) => sendLetters(actor, db, path.id, body.letters),
  }),
});
