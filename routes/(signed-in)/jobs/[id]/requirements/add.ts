import { z } from "zod";
import { define } from "../../../../../define.ts";
import { addRequirement, RequirementInput } from "../../../../../lib/hiring/requirements.ts";
import { done, readForm } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

const AddForm = z.object({
  name: RequirementInput.shape.name,
  level: RequirementInput.shape.level,
});

export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const jobId = pathId(ctx.params.id);
    const input = RequirementInput.parse(await readForm(ctx.req, AddForm));
    const made = await addRequirement(actor, db, jobId, input);
    return done(ctx, `/jobs/${jobId}/requirements#r-${made.id}`, made);
  },
});
