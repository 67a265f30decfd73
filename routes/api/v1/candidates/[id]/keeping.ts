import { getKeeping, PersonKeeping } from "../../../../../lib/hiring/privacy/retention.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "How long the data of a person is kept, and what holds it",
    tag: "Candidates",
    examples: {
      "Somebody is still to decide": {
        path: { id: SAMPLE.candidate },
        answer: { candidateId: SAMPLE.candidate, keptUntil: null, isHeld: false, holds: [] },
      },
    },
    may: "candidates:read",
    path: ById,
    answer: PersonKeeping,
    handle: ({ actor, state, path }) => getKeeping(actor, state.db, path.id),
  }),
});
