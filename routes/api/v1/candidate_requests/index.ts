import { z } from "zod";
import {
  CandidateRequest,
  listRequests,
  RequestState,
} from "../../../../lib/hiring/privacy/candidate_requests.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { Id } from "../../../../lib/platform/input.ts";
import { cursorFields, cursorPageSchema } from "../../../../lib/platform/page_of.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "What candidates ask for on their own pages, the last first",
    tag: "Candidates",
    errors: ["not_found"],
    examples: {
      "Those of one person": {
        query: { candidate: SAMPLE.candidate },
        answer: { data: [{ id: SAMPLE.request, kind: "correction", state: "open" }] },
      },
    },
    may: "candidates:read",
    query: z.strictObject({
      ...cursorFields(),
      state: RequestState.optional(),
      candidate: Id.optional(),
    }),
    answer: cursorPageSchema(CandidateRequest),
    handle: ({ actor, state, query }) => listRequests(actor, state.db, query),
  }),
});
