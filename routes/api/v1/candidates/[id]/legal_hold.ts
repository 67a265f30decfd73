import {
  LegalHoldInput,
  placeLegalHold,
  releaseLegalHold,
} from "../../../../../lib/hiring/privacy/legal_holds.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  PUT: endpoint({
    summary: "Keep a person from being deleted, by anybody and by the rule",
    tag: "Candidates",
    errors: ["conflict"],
    examples: {
      "A claim": { path: { id: SAMPLE.candidate }, body: { reason: "Claim of 3 March" } },
    },
    may: "candidates:write",
    path: ById,
    body: LegalHoldInput,
    async handle({ actor, state, path, body }) {
      await placeLegalHold(actor, state.db, { candidateId: path.id }, body);
      return undefined;
    },
  }),
  DELETE: endpoint({
    summary: "Let a person be deleted again",
    tag: "Candidates",
    examples: { "The claim is settled": { path: { id: SAMPLE.candidate } } },
    may: "candidates:write",
    path: ById,
    async handle({ actor, state, path }) {
      await releaseLegalHold(actor, state.db, { candidateId: path.id });
      return undefined;
    },
  }),
});
