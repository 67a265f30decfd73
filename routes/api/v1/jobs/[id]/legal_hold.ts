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
    summary: "Keep a job and everybody in it from being deleted, by anybody and by the rule",
    tag: "Jobs",
    errors: ["conflict"],
    examples: {
      "A claim": { path: { id: SAMPLE.job }, body: { reason: "Claim of 3 March" } },
    },
    may: "candidates:write",
    path: ById,
    body: LegalHoldInput,
    async handle({ actor, state, path, body }) {
      await placeLegalHold(actor, state.db, { jobId: path.id }, body);
      return undefined;
    },
  }),
  DELETE: endpoint({
    summary: "Let a job and everybody in it be deleted again",
    tag: "Jobs",
    examples: { "The claim is settled": { path: { id: SAMPLE.job } } },
    may: "candidates:write",
    path: ById,
    async handle({ actor, state, path }) {
      await releaseLegalHold(actor, state.db, { jobId: path.id });
      return undefined;
    },
  }),
});
