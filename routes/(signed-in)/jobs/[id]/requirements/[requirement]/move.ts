import { z } from "zod";
import { define } from "../../../../../../define.ts";
import { moveRequirement, RequirementMove } from "../../../../../../lib/hiring/requirements.ts";
import { Id } from "../../../../../../lib/platform/input.ts";
import { done, readForm } from "../../../../../(_shared)/forms.ts";
import { pathId } from "../../../../../(_shared)/ids.ts";

/** An empty `before` is the end. */
const MoveForm = z.object({
  before: z.literal("").transform(() => null).or(Id),
  level: RequirementMove.shape.level,
});

export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const id = pathId(ctx.params.requirement);
    const requirements = await moveRequirement(actor, db, id, await readForm(ctx.req, MoveForm));
    return done(ctx, `/jobs/${pathId(ctx.params.id)}/requirements#r-${id}`, requirements);
  },
});
