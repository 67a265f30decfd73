import { define } from "../../../define.ts";
import { OwnDataPage, ownPage } from "../../(_shared)/own_page.tsx";
import { findVisitor } from "../../(_shared)/page_visitor.ts";

/** The page of a candidate, by the link that was mailed to them. */
export const handler = define.handlers({
  GET: async (ctx) => ownPage(ctx, await findVisitor(ctx)),
});

export default define.page<typeof handler>(OwnDataPage);
