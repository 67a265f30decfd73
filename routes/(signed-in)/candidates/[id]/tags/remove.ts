import { define } from "../../../../../define.ts";
import { removeTag, TagInput } from "../../../../../lib/hiring/tags.ts";
import { done, readForm } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

/** Takes a tag from a person. */
export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const id = pathId(ctx.params.id);
    const { tag } = await readForm(ctx.req, TagInput);
    return done(ctx, `/candidates/${id}#tags`, { tags: await removeTag(actor, db, id, tag) });
  },
});
