import { define } from "../../define.ts";
import { toProblem } from "../../lib/platform/problem.ts";

/** What is thrown below /api becomes a problem, and nothing of the answer is kept by a cache. */
export default define.middleware(async (ctx) => {
  const { requestId } = ctx.state;
  const response = await ctx.next().catch((error) => toProblem(error, requestId));
  response.headers.set("cache-control", "no-store");
  return response;
});
