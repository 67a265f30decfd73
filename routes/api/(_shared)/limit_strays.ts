import type { State } from "../../../define.ts";
import { allowanceOf } from "../../../lib/accounts/call_allowance.ts";
import { toProblem } from "../../../lib/platform/problem.ts";

/**
 * Counts a call that no operation took: of an unknown path, or with a method that the path does
 * not have. It counts by address, so that nobody is looked up for nothing. To be told the methods of
 * a path, or to be sent on to it, counts as none.
 *
 * @returns The answer that it has, or 429.
 */
export async function limitStray(
  state: State,
  method: string,
  response: Response,
): Promise<Response> {
  const { address, requestId } = state;
  const allowance = await allowanceOf(state, { actor: undefined, address, method, pattern: "" });
  const answer = await allowance.take(response.status >= 400 ? 1 : 0).then(
    () => response,
    (error) => toProblem(error, requestId),
  );
  allowance.writeHeaders(answer.headers);
  return answer;
}
