import { define } from "../../../../define.ts";
import { getEvaluation } from "../../../../lib/hiring/evaluations.ts";
import { readNow } from "../../../(_shared)/evaluation_now.ts";
import { pathId } from "../../../(_shared)/ids.ts";

/** How an evaluation stands, for a page that has it open. */
export const handler = define.handlers({
  async GET(ctx) {
    const { actor, db } = ctx.state;
    const evaluation = await getEvaluation(actor, db, pathId(ctx.params.id));
    return Response.json(await readNow(ctx, evaluation, evaluation));
  },
});
