import type { State } from "../../../define.ts";
import { allowanceOf, type CallAllowance } from "../../../lib/accounts/call_allowance.ts";
import type { Principal } from "../../../lib/accounts/principal.ts";
import type { ForeseenCall, Layer } from "../../../lib/platform/operation.ts";
import { toProblem } from "../../../lib/platform/problem.ts";

/** A call that is being counted. */
export interface Counting {
  /** Whose it is. */
  readonly actor: Principal | undefined;
  readonly allowance: Promise<CallAllowance>;
  /** Rejected where there were too many. */
  readonly taken: Promise<void>;
}

/** Counts every call before anything is done for it, and says in each answer what is left. */
export const limitCalls: Layer<State, Principal> = async (passage, next) => {
  const { actor, state } = passage;
  const begun = state.counting;
  const counting = begun && begun.actor === actor ? begun : count(passage);
  const allowance = await counting.allowance;
  state.allowance = allowance;
  const refusal = await counting.taken.catch((error) => toProblem(error, state.requestId));
  if (!refusal && actor) state.requests.count(actor.workspaceId);
  const response = refusal ?? await next();
  if (state.complete !== response) allowance.writeHeaders(response.headers);
  return response;
};

/** Begins to count a call for who was foreseen; `limitCalls` takes it up if it is theirs. */
export function beginCounting(call: ForeseenCall<State, Principal>): void {
  call.state.counting = count(call);
}

type Counted = Pick<
  Parameters<typeof limitCalls>[0],
  "operation" | "actor" | "address" | "method" | "pattern" | "request" | "state"
>;

function count(call: Counted): Counting {
  const { operation: { cost = 1 }, actor, address, method, pattern, request, state } = call;
  const allowance = allowanceOf(state, {
    actor,
    address,
    method: method === "HEAD" ? "GET" : method,
    pattern,
  });
  const units = typeof cost === "function" ? cost(request) : cost;
  const taken = allowance.then((one) => one.take(units));
  taken.catch(() => {}); // who was foreseen and does not come asks no more for it
  return { actor, allowance, taken };
}
