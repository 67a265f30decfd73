import { define } from "../../../../../define.ts";
import { addTag, TagInput } from "../../../../../lib/hiring/tags.ts";
import { InvalidInput } from "../../../../../lib/platform/errors.ts";
import { done, readForm } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

/** Gives a person a tag. */
export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const here = `/candidates/${pathId(ctx.params.id)}`;
    try {
      const { tag } = await readForm(ctx.req, TagInput);
      const tags = await addTag(actor, db, pathId(ctx.params.id), tag);
      return done(ctx, `${here}#tags`, { tags });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return ctx.redirect(`${here}?wrong=tag#tags`, 303);
    }
  },
});
