import { z } from "zod";
import { define } from "../../../../../define.ts";
import { MAX_STAGES, placeStage } from "../../../../../lib/hiring/stages.ts";
import { wholeNumber } from "../../../../../lib/platform/page_of.ts";
import { readForm } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

const Place = z.object({ to: wholeNumber(0, MAX_STAGES, 0) });

/** Puts a stage at another place of the list. */
export const handler = define.handlers({
  async POST(ctx) {
    const { to } = await readForm(ctx.req, Place);
    await placeStage(ctx.state.actor, ctx.state.db, pathId(ctx.params.stage), to);
    return ctx.redirect("/settings/stages", 303);
  },
});
