import { define } from "../../../../define.ts";
import { setOwnConsent } from "../../../../lib/hiring/privacy/own_page.ts";
import { actingVisitor, pageBase } from "../../../(_shared)/page_visitor.ts";

/** Records that a candidate no longer agrees to be kept longer. */
export const handler = define.handlers({
  async POST(ctx) {
    const today = new Date().toISOString().slice(0, 10);
    await setOwnConsent(await actingVisitor(ctx), ctx.state.db, "withdrawn", today);
    return ctx.redirect(`${pageBase(ctx)}?done=withdrawn`, 303);
  },
});
