import {
  CandidateRequest,
  RequestSettlement,
  settleRequest,
} from "../../../../../lib/hiring/privacy/candidate_requests.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Say that a candidate's request is done, or why it is not",
    tag: "Candidates",
    description: "The candidate reads the answer on their page. An erasure that is done deletes " +
      "the person with everything about them, and the answer is the request as it last stood; a " +
      "legal hold refuses it (409). The others change nothing but the request.",
    errors: ["conflict"],
    examples: {
      "The phone number was put right": {
        path: { id: SAMPLE.request },
        body: { outcome: "done", answer: "Your new number stands." },
        answer: { id: SAMPLE.request, state: "done", answer: "Your new number stands." },
      },
    },
    may: "candidates:write",
    path: ById,
    body: RequestSettlement,
    answer: CandidateRequest,
    handle: ({ actor, state, path, body }) => settleRequest(actor, state, path.id, body),
  }),
});
