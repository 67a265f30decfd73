import { define } from "../../define.ts";
import { NO_STORE } from "../../lib/platform/http_cache.ts";
import { toProblem } from "../../lib/platform/problem.ts";

/** What is thrown below /api becomes a problem; an answer is kept by nobody unless it says so. */
export default define.middleware(async (ctx) => {
  const { requestId } = ctx.state;
  const response = await ctx.next().catch((error) => toProblem(error, requestId));
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", NO_STORE);
  return response;
});
