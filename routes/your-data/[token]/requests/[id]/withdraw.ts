import { define } from "../../../../../define.ts";
import { withdrawRequest } from "../../../../../lib/hiring/privacy/candidate_requests.ts";
import { pathId } from "../../../../(_shared)/ids.ts";
import { actingVisitor, pageBase } from "../../../../(_shared)/page_visitor.ts";

/** Takes a request back. */
export const handler = define.handlers({
  async POST(ctx) {
    const visitor = await actingVisitor(ctx);
    await withdrawRequest(visitor, ctx.state, pathId(ctx.params.id));
    return ctx.redirect(`${pageBase(ctx)}?done=taken_back#rights`, 303);
  },
});
