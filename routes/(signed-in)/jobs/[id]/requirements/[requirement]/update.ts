import { z } from "zod";
import { define } from "../../../../../../define.ts";
import { RequirementPatch, updateRequirement } from "../../../../../../lib/hiring/requirements.ts";
import { done, readForm } from "../../../../../(_shared)/forms.ts";
import { pathId } from "../../../../../(_shared)/ids.ts";

const fields = RequirementPatch.shape;

/** What of a row was changed; years may be empty, a switch says off before it says on. */
const UpdateForm = z.object({
  name: fields.name,
  level: fields.level,
  kind: fields.kind,
  years: z.string().transform((years) => years.trim() === "" ? null : Number(years))
    .pipe(fields.years.unwrap()).optional(),
  importance: z.string().transform(Number).pipe(fields.importance.unwrap()).optional(),
  gate: z.enum(["on", "off"]).transform((gate) => gate === "on").optional(),
});

export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const patch = await readForm(ctx.req, UpdateForm);
    const changed = await updateRequirement(actor, db, pathId(ctx.params.requirement), patch);
    return done(ctx, `/jobs/${pathId(ctx.params.id)}/requirements#r-${changed.id}`, changed);
  },
});
