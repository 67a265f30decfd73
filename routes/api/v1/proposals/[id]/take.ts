import { takeProposal } from "../../../../../lib/hiring/model/proposals.ts";
import { JobRequirement } from "../../../../../lib/hiring/requirement_rows.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Make a requirement of a proposal; the job's résumés are judged anew",
    tag: "Language model",
    errors: ["conflict"],
    examples: {
      "Take": { path: { id: SAMPLE.proposal }, answer: { name: "Kubernetes", importance: 3 } },
    },
    may: "jobs:write",
    path: ById,
    status: 201,
    answer: JobRequirement,
    async handle({ actor, state: { db }, path }) {
      const { jobId: _, ...made } = await takeProposal(actor, db, path.id);
      return made;
    },
  }),
});
