import { z } from "zod";
import { JobRequirement } from "../../../../../lib/hiring/requirement_rows.ts";
import { replaceRequirements, RequirementSet } from "../../../../../lib/hiring/requirements.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  PUT: endpoint({
    summary: "Make the job's requirements exactly these; its résumés are judged anew",
    tag: "Jobs",
    examples: {
      "Two requirements": {
        path: { id: SAMPLE.job },
        body: {
          requirements: [
            { id: SAMPLE.requirement, name: "TypeScript", importance: 5 },
            { name: "Docker", level: "nice_to_have" },
          ],
        },
        answer: {
          requirements: [
            { id: SAMPLE.requirement, name: "TypeScript", importance: 5 },
            { name: "Docker", level: "nice_to_have" },
          ],
        },
      },
    },
    may: "jobs:write",
    path: ById,
    body: RequirementSet,
    answer: z.object({ requirements: z.array(JobRequirement) }),
    handle: async ({ actor, state, path, body }) => ({
      requirements: await replaceRequirements(actor, state.db, path.id, body),
    }),
  }),
});
