import { z } from "zod";
import { define } from "../../../define.ts";
import { type HalfLives, HalfLivesPatch } from "../../../lib/hiring/half_life_columns.ts";
import { AGING_KINDS, setHalfLives } from "../../../lib/hiring/half_lives.ts";
import { formFields } from "../../(_shared)/forms.ts";
import { JudgingPage, judgingPage } from "../../(_shared)/judging_page.tsx";

/** Years as they are typed, also with the comma of Dutch fingers, to whole months; empty: never. */
const Years = z.string().trim().transform((text) =>
  text === "" ? null : Math.round(Number(text.replace(",", ".")) * 12)
).pipe(HalfLivesPatch.shape.tool.unwrap());

export const handler = define.handlers({
  GET: (ctx) => judgingPage(ctx),

  async POST(ctx) {
    const fields = Object.fromEntries(await formFields(ctx.req));
    const read = AGING_KINDS.map((kind) => [kind, Years.safeParse(fields[kind] ?? "")] as const);
    const wrong = read.flatMap(([kind, { success }]) => success ? [] : [kind]);
    if (wrong.length > 0) {
      const { occupation = "", tool = "", knowledge = "" } = fields;
      return judgingPage(ctx, { years: { occupation, tool, knowledge }, wrong });
    }
    const halfLives = Object.fromEntries(read.map(([kind, { data }]) => [kind, data]));
    await setHalfLives(ctx.state.actor, ctx.state.db, halfLives as HalfLives);
    return ctx.redirect("/settings/judging?done=saved", 303);
  },
});

export default define.page<typeof handler>(JudgingPage);
