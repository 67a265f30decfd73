import { z } from "zod";
import { JobRequirement } from "../../../../../lib/hiring/requirement_rows.ts";
import { replaceRequirements, RequirementSet } from "../../../../../lib/hiring/requirements.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";

export const handler = resource({
  PUT: endpoint({
    summary: "Make the job's requirements exactly these; its résumés are judged anew",
    may: "jobs:write",
    path: ById,
    body: RequirementSet,
    answer: z.object({ requirements: z.array(JobRequirement) }),
    handle: async ({ actor, state, path, body }) => ({
      requirements: await replaceRequirements(actor, state.db, path.id, body),
    }),
  }),
});
