import { define } from "../../../define.ts";
import { exportOwn } from "../../../lib/hiring/privacy/own_page.ts";
import { download } from "../../../lib/platform/attachment.ts";
import { actingVisitor } from "../../(_shared)/page_visitor.ts";

/** All that a candidate may take along by themselves. */
export const handler = define.handlers({
  async GET(ctx) {
    const visitor = await actingVisitor(ctx);
    const body = await exportOwn(visitor, ctx.state);
    return download({ fileName: `person-${visitor.personId}`, kind: "zip", body });
  },
});
