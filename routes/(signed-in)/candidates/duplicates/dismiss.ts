import { define } from "../../../../define.ts";
import { dismissDuplicate } from "../../../../lib/hiring/duplicates.ts";
import { aboutTwo } from "../../../(_shared)/two_people.ts";

export const handler = define.handlers({
  POST: (ctx) =>
    aboutTwo(ctx, (two) => dismissDuplicate(ctx.state.actor, ctx.state.db, two), "dismissed"),
});
