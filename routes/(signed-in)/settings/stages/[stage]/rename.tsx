import { define } from "../../../../../define.ts";
import { renameStage, StageName } from "../../../../../lib/hiring/stages.ts";
import { formFields, readForm, wrongFields } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";
import { StagesPage, stagesPage } from "../../../../(_shared)/stages_page.tsx";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect("/settings/stages", 303),

  async POST(ctx) {
    const stageId = pathId(ctx.params.stage);
    const typed = Object.fromEntries(await formFields(ctx.req.clone()));
    try {
      const name = await readForm(ctx.req, StageName);
      await renameStage(ctx.state.actor, ctx.state.db, stageId, name);
    } catch (error) {
      wrongFields(error); // throws what no field is to blame for
      return stagesPage(ctx, { stageId, name: typed.name ?? "" });
    }
    return ctx.redirect("/settings/stages", 303);
  },
});

export default define.page<typeof handler>(StagesPage);
