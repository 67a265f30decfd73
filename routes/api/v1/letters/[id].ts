import { getLetter, Letter } from "../../../../lib/hiring/letters.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "A letter as it was sent, and whether the mail server took it",
    tag: "Letters",
    examples: {
      "One that was sent": {
        path: { id: SAMPLE.letter },
        answer: { id: SAMPLE.letter, kind: "acceptance", recipient: "anna@example.com" },
      },
    },
    may: "candidates:read",
    path: ById,
    answer: Letter,
    handle: ({ actor, state: { db }, path }) => getLetter(actor, db, path.id),
  }),
});
