import { stageName } from "../../../../../components/StageWord.tsx";
import { define } from "../../../../../define.ts";
import { getStage, renameStage, StageName } from "../../../../../lib/hiring/stages.ts";
import { translator } from "../../../../../locales/translate.ts";
import { formFields, readForm, wrongFields } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";
import { STAGE_WORDS } from "../../../../(_shared)/stage_words.ts";
import { StagesPage, stagesPage } from "../../../../(_shared)/stages_page.tsx";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect("/settings/stages", 303),

  async POST(ctx) {
    const stageId = pathId(ctx.params.stage);
    const typed = Object.fromEntries(await formFields(ctx.req.clone()));
    try {
      const { name } = await readForm(ctx.req, StageName);
      const t = translator(ctx.state.language);
      const { key } = await getStage(ctx.state.db, ctx.state.actor.workspaceId, stageId);
      // The built-in word as it is shown is no name of one's own.
      const own = key && name === stageName({ key, name: null }, t) ? null : name;
      const stage = { stageId, words: STAGE_WORDS };
      await renameStage(ctx.state.actor, ctx.state.db, stage, { name: own });
    } catch (error) {
      wrongFields(error); // throws what no field is to blame for
      return stagesPage(ctx, { stageId, name: typed.name ?? "" });
    }
    return ctx.redirect("/settings/stages", 303);
  },
});

export default define.page<typeof handler>(StagesPage);
