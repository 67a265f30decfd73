import { define } from "../../../../../../define.ts";
import { revokePageLink } from "../../../../../../lib/hiring/privacy/page_links.ts";
import { done } from "../../../../../(_shared)/forms.ts";
import { pathId } from "../../../../../(_shared)/ids.ts";

/** Ends a candidate's link. */
export const handler = define.handlers({
  async POST(ctx) {
    const [id, link] = [pathId(ctx.params.id), pathId(ctx.params.link)];
    await revokePageLink(ctx.state.actor, ctx.state.db, id, link);
    return done(ctx, `/candidates/${id}?done=saved#page-link`);
  },
});
