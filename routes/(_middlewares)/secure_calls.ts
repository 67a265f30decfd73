import { define } from "../../define.ts";
import { toProblem } from "../../lib/platform/problem.ts";
import { secure } from "./secure_headers.ts";

/**
 * Makes every answer of the API safe to show, but for one that was made so; what did not get as far
 * as the API's own answers, or took too long, is a problem.
 */
export const secureCalls = define.middleware((ctx) =>
  ctx.next().then(
    (given) => ctx.state.complete === given ? given : secure(ctx, given),
    (error) => secure(ctx, toProblem(error, ctx.state.requestId)),
  )
);
