import { define } from "../../../../define.ts";
import { openOriginal } from "../../../../lib/hiring/resumes.ts";
import { attachment } from "../../../../lib/platform/attachment.ts";
import { pathId } from "../../../(_shared)/ids.ts";

/** The file as it came, to be saved and not to be opened here. */
export const handler = define.handlers({
  async GET(ctx) {
    const { actor } = ctx.state;
    return attachment(await openOriginal(actor, ctx.state, pathId(ctx.params.id)));
  },
});
