import { define } from "../../define.ts";
import { NO_STORE } from "../../lib/platform/http_cache.ts";
import { toProblem } from "../../lib/platform/problem.ts";
import { limitStray } from "./(_shared)/limit_strays.ts";

/** What is thrown below /api becomes a problem; an answer is kept by nobody unless it says so. */
export default define.middleware(async (ctx) => {
  const { requestId } = ctx.state;
  const given = await ctx.next().catch((error) => toProblem(error, requestId));
  if (ctx.state.complete === given) return given;
  // An operation has counted its calls.
  const isStray = given.status >= 400 && !("allowance" in ctx.state);
  const response = isStray ? await limitStray(ctx.state, ctx.req.method, given) : given;
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", NO_STORE);
  return response;
});
