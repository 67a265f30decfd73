import type { State } from "../../../define.ts";
import { allowanceOf } from "../../../lib/accounts/call_allowance.ts";
import type { Principal } from "../../../lib/accounts/principal.ts";
import type { Layer } from "../../../lib/platform/endpoint.ts";
import { toProblem } from "../../../lib/platform/problem.ts";

/** Counts every call before anything is done for it, and says in each answer what is left. */
export const limitCalls: Layer<State, Principal> = async (passage, next) => {
  const { operation: { cost = 1 }, actor, address, method, pattern, request, state } = passage;
  const allowance = await allowanceOf(state, {
    actor,
    address,
    method: method === "HEAD" ? "GET" : method,
    pattern,
  });
  state.allowance = allowance;
  const response = await answer();
  if (state.complete !== response) allowance.writeHeaders(response.headers);
  return response;

  async function answer(): Promise<Response> {
    try {
      await allowance.take(typeof cost === "function" ? cost(request) : cost);
    } catch (error) {
      return toProblem(error, state.requestId);
    }
    if (actor) state.requests.count(actor.workspaceId);
    return await next();
  }
};
