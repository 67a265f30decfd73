import { define } from "../../../../define.ts";
import { GroupQuestion } from "../../../../lib/hiring/equal_treatment/questions.ts";
import { setGroupQuestions } from "../../../../lib/hiring/equal_treatment/report.ts";
import { formFields } from "../../../(_shared)/forms.ts";

/** Chooses what candidates are asked about themselves. */
export const handler = define.handlers({
  async POST(ctx) {
    const ticked = (await formFields(ctx.req)).map(([name]) => name);
    const questions = GroupQuestion.options.filter((one) => ticked.includes(one));
    await setGroupQuestions(ctx.state.actor, ctx.state.db, { questions });
    return ctx.redirect("/reports/equal?done=saved", 303);
  },
});
