import { define } from "../../../../define.ts";
import { proposeAgain } from "../../../../lib/hiring/duplicates.ts";
import { aboutTwo } from "../../../(_shared)/two_people.ts";

export const handler = define.handlers({
  POST: (ctx) =>
    aboutTwo(ctx, (two) => proposeAgain(ctx.state.actor, ctx.state.db, two), "proposed"),
});
