import { define } from "../../../../../define.ts";
import { addTag, TagInput } from "../../../../../lib/hiring/tags.ts";
import { CandidatePage, orShow } from "../../../../(_shared)/candidate_page.tsx";
import { done, readForm } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect(`/candidates/${pathId(ctx.params.id)}`, 303),

  /** Gives a person a tag. */
  POST(ctx) {
    const { actor, db } = ctx.state;
    const id = pathId(ctx.params.id);
    return orShow(ctx, { candidateId: () => id, form: () => "tag" }, async (req) => {
      const { tag } = await readForm(req, TagInput);
      return done(ctx, `/candidates/${id}#tags`, { tags: await addTag(actor, db, id, tag) });
    });
  },
});

export default define.page<typeof handler>(CandidatePage);
