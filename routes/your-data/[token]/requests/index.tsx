import { define } from "../../../../define.ts";
import { makeRequest, RequestInput } from "../../../../lib/hiring/privacy/candidate_requests.ts";
import { Conflict, InvalidInput } from "../../../../lib/platform/errors.ts";
import { formFields, issuesOf } from "../../../(_shared)/forms.ts";
import { OwnDataPage, ownPage } from "../../../(_shared)/own_page.tsx";
import { actingVisitor, pageBase } from "../../../(_shared)/page_visitor.ts";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect(pageBase(ctx), 303),

  /** Asks who recruits for something. */
  async POST(ctx) {
    const visitor = await actingVisitor(ctx);
    const { kind = "", text = "" } = Object.fromEntries(await formFields(ctx.req));
    try {
      const parsed = RequestInput.safeParse({ kind, text });
      if (!parsed.success) throw new InvalidInput("Cannot be taken", issuesOf(parsed.error));
      await makeRequest(visitor, ctx.state, parsed.data);
    } catch (error) {
      const isTwice = error instanceof Conflict;
      if (!isTwice && !(error instanceof InvalidInput)) throw error;
      return ownPage(ctx, visitor, { kind, text, isTwice });
    }
    return ctx.redirect(`${pageBase(ctx)}?done=asked#rights`, 303);
  },
});

export default define.page<typeof handler>(OwnDataPage);
