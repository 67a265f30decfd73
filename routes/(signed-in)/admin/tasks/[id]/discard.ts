import { define } from "../../../../../define.ts";
import { discardTask } from "../../../../../lib/accounts/tasks.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    await discardTask(actor, db, pathId(ctx.params.id));
    return ctx.redirect("/admin/tasks", 303);
  },
});
