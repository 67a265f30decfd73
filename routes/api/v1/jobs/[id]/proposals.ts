import {
  askForProposals,
  listProposals,
  Proposals,
} from "../../../../../lib/hiring/model/proposals.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint, languageOf } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "Requirements that a language model proposes and nobody has decided on",
    tag: "Language model",
    examples: {
      "What waits": {
        path: { id: SAMPLE.job },
        answer: { request: null, data: [{ name: "Kubernetes", level: "nice_to_have" }] },
      },
    },
    may: "jobs:read",
    path: ById,
    answer: Proposals,
    handle: ({ actor, state: { db }, path }) => listProposals(actor, db, path.id),
  }),
  POST: endpoint({
    summary: "Ask a language model for requirements that the rules missed; ask with GET",
    tag: "Language model",
    description:
      "The posting is sent without addresses and numbers to reach anybody by. A proposal quotes " +
      "the posting to the letter, or it is thrown away. Nothing changes until one is taken.",
    errors: ["conflict"],
    examples: { "No model is set up": { path: { id: SAMPLE.job }, status: 409 } },
    may: "jobs:write",
    path: ById,
    status: 202,
    answer: Proposals,
    handle: ({ actor, state, path }) =>
      askForProposals(actor, state, path.id, languageOf({ actor, state })),
  }),
});
