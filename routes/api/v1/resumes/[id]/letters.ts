import { LetterInput, sendLetter } from "../../../../../lib/hiring/letter_sending.ts";
import { Letter } from "../../../../../lib/hiring/letters.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

const BODY = {
  kind: "acceptance",
  language: "en",
  recipient: "anna@example.com",
  subject: "Your application for Backend engineer",
  text: "Dear Anna,\n\nWe would like to meet you.",
  draftKey: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c1a0",
} as const;

export const handler = resource({
  POST: endpoint({
    summary: "Send a letter to a candidate, as it stands in the body",
    tag: "Letters",
    description:
      "For a signed-in person alone: no API key sends letters. An acceptance needs a candidate who " +
      "is shortlisted; the others need one whom a person has rejected with a reason. With the " +
      "`draft_key` of a letter that was sent, that one is answered and nothing is sent. Ask for " +
      "`GET /letters/{id}` to see whether the mail server took it.",
    errors: ["conflict"],
    examples: {
      "Nobody has decided": { path: { id: SAMPLE.resume }, body: BODY, status: 409 },
    },
    may: "letters:write",
    path: ById,
    body: LetterInput,
    status: 202,
    answer: Letter,
    handle: ({ actor, state: { db }, path, body }) => sendLetter(actor, db, path.id, body),
  }),
});
