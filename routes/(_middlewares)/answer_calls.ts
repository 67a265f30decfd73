import { type Context, HttpError } from "fresh";
import { define, type State } from "../../define.ts";
import { allowOf, notAllowed, patternOf } from "../../lib/platform/endpoint.ts";
import { NO_STORE } from "../../lib/platform/http_cache.ts";
import { toProblem } from "../../lib/platform/problem.ts";
import { methodsAt } from "../(_shared)/known_paths.ts";
import { VARIES_BY } from "./know_visitor.ts";
import { limitStray } from "../api/(_shared)/limit_strays.ts";

/**
 * What is thrown below /api becomes a problem; what no operation took is counted here, and an answer
 * is kept by nobody unless it says so. Outside of the routes: a method that nobody knows gets to none.
 */
export const answerCalls = define.middleware(async (ctx) => {
  const given = await ctx.next().catch((error) => answerThrown(ctx, error));
  if (ctx.state.complete === given) return given;
  // An operation has counted its calls.
  const isCounted = "allowance" in ctx.state;
  const response = isCounted ? given : await limitStray(ctx.state, ctx.req.method, given);
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", NO_STORE);
  response.headers.append("vary", VARIES_BY);
  return response;
});

function answerThrown({ req, route, state }: Context<State>, error: unknown): Response {
  const { requestId } = state;
  if (!(error instanceof HttpError) || error.status !== 405) return toProblem(error, requestId);
  const methods = methodsAt(patternOf(route));
  return methods.length > 0
    ? notAllowed(req.method, allowOf(methods), requestId)
    : toProblem(new HttpError(404), requestId);
}
