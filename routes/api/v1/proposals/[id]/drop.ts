import { dropProposal } from "../../../../../lib/hiring/model/proposals.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Drop a proposal; it is not made again for this job",
    tag: "Language model",
    errors: ["conflict"],
    examples: { "Drop": { path: { id: SAMPLE.spareProposal } } },
    may: "jobs:write",
    path: ById,
    async handle({ actor, state: { db }, path }) {
      await dropProposal(actor, db, path.id);
      return undefined;
    },
  }),
});
