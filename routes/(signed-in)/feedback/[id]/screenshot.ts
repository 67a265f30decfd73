import { define } from "../../../../define.ts";
import { readScreenshot } from "../../../../lib/hiring/feedback.ts";
import { attachment } from "../../../../lib/platform/attachment.ts";
import { pathId } from "../../../(_shared)/ids.ts";

const KINDS = { "image/png": "png", "image/jpeg": "jpeg", "image/webp": "webp" } as const;

/** The picture, to be saved and not to be opened here; its type is what its bytes are. */
export const handler = define.handlers({
  async GET(ctx) {
    const id = pathId(ctx.params.id);
    const { type, bytes } = await readScreenshot(ctx.state.actor, ctx.state, id);
    const kind = KINDS[type];
    return attachment({ fileName: `feedback-${id}.${kind}`, kind, bytes });
  },
});
