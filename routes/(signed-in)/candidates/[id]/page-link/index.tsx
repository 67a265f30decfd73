import { define } from "../../../../../define.ts";
import { TooManyMails } from "../../../../../lib/accounts/throttle.ts";
import { PageLinkInput, sendPageLink } from "../../../../../lib/hiring/privacy/page_links.ts";
import { Conflict } from "../../../../../lib/platform/errors.ts";
import { CandidatePage, candidatePage } from "../../../../(_shared)/candidate_page.tsx";
import { done, readForm } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect(`/candidates/${pathId(ctx.params.id)}`, 303),

  /** Mails a candidate the link to their own page. */
  async POST(ctx) {
    const { actor } = ctx.state;
    const id = pathId(ctx.params.id);
    try {
      await sendPageLink(actor, ctx.state, id, await readForm(ctx.req, PageLinkInput));
    } catch (error) {
      const isOften = error instanceof TooManyMails;
      if (!isOften && !(error instanceof Conflict)) throw error;
      const form = isOften ? "page_link_often" : "page_link_no_address";
      return candidatePage(ctx, id, { form, typed: {}, isLate: true });
    }
    return done(ctx, `/candidates/${id}?done=link#page-link`);
  },
});

export default define.page<typeof handler>(CandidatePage);
