import { define } from "../../../../define.ts";
import { addStage, StageInput } from "../../../../lib/hiring/stages.ts";
import { formFields, readForm, wrongFields } from "../../../(_shared)/forms.ts";
import { STAGE_WORDS } from "../../../(_shared)/stage_words.ts";
import { StagesPage, stagesPage } from "../../../(_shared)/stages_page.tsx";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect("/settings/stages", 303),

  async POST(ctx) {
    const typed = Object.fromEntries(await formFields(ctx.req.clone()));
    try {
      const input = await readForm(ctx.req, StageInput);
      const { id } = await addStage(ctx.state.actor, ctx.state.db, input, STAGE_WORDS);
      return ctx.redirect(`/settings/stages#stage-${id}`, 303);
    } catch (error) {
      wrongFields(error); // throws what no field is to blame for
      return stagesPage(ctx, { stageId: null, name: typed.name ?? "" });
    }
  },
});

export default define.page<typeof handler>(StagesPage);
