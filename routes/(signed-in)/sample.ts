import { define } from "../../define.ts";
import { loadSample } from "../../lib/hiring/samples.ts";

/** Loads the sample jobs and their résumés. */
export const handler = define.handlers({
  async POST(ctx) {
    await loadSample(ctx.state.actor, ctx.state);
    return ctx.redirect("/", 303);
  },
});
