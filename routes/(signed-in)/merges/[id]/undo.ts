import { z } from "zod";
import { define } from "../../../../define.ts";
import { undoMerge } from "../../../../lib/hiring/merges.ts";
import { done, readForm, safePath } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";
import { withQuery } from "../../../(_shared)/two_people.ts";

const UndoForm = z.object({ back: z.string().optional() });

export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const { back } = await readForm(ctx.req, UndoForm);
    const merge = await undoMerge(actor, db, pathId(ctx.params.id));
    const place = safePath(back ?? `/candidates/${merge.keptId}`);
    return done(ctx, withQuery(place, { done: "undone" }), merge);
  },
});
