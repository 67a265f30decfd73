import { define } from "../../../../define.ts";
import { undoMoves } from "../../../../lib/hiring/moves.ts";
import { done, formFields, refererPath, safePath } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";
import { afterUndo } from "../../../(_shared)/moves.ts";

/** Takes back what one action moved. */
export const handler = define.handlers({
  async POST(ctx) {
    const fields = Object.fromEntries(await formFields(ctx.req));
    const undone = await undoMoves(ctx.state.actor, ctx.state, pathId(ctx.params.batch));
    return done(ctx, afterUndo(safePath(fields.back ?? refererPath(ctx)), undone), undone);
  },
});
