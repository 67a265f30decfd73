import { define } from "../../../define.ts";
import { answerGroups, GroupAnswers } from "../../../lib/hiring/equal_treatment/answers.ts";
import { InvalidInput } from "../../../lib/platform/errors.ts";
import { formFields, issuesOf, orNull } from "../../(_shared)/forms.ts";
import { actingVisitor, pageBase } from "../../(_shared)/page_visitor.ts";

/** Keeps what a candidate says of themselves, or forgets it. */
export const handler = define.handlers({
  async POST(ctx) {
    const visitor = await actingVisitor(ctx);
    const fields = (await formFields(ctx.req)).map(([name, typed]) => [name, orNull(typed)]);
    const parsed = GroupAnswers.safeParse(Object.fromEntries(fields));
    if (!parsed.success) {
      throw new InvalidInput("The answers cannot be taken", issuesOf(parsed.error));
    }
    await answerGroups(visitor, ctx.state.db, parsed.data);
    return ctx.redirect(`${pageBase(ctx)}?done=answered#groups`, 303);
  },
});
