import { type Context, uiOf } from "./context.ts";
import type { Chain } from "./folder.ts";

/**
 * Runs a request through a chain.
 *
 * @param last Answers when the last of the chain hands over too.
 * @throws Whatever the chain throws; `ctx.error` holds it from where it was thrown outwards.
 */
export function runChain<State>(
  chain: Chain<State>,
  ctx: Context<State>,
  last: () => Promise<Response>,
): Promise<Response> {
  const ui = uiOf(ctx);

  const step = async (index: number): Promise<Response> => {
    const link = chain[index];
    if (link === undefined) return await last();
    const { app, layouts } = ui;
    ctx.next = () => step(index + 1);
    try {
      let response = await link(ctx);
      if (typeof response === "function") {
        chain[index] = response; // lazy: from now on the real one
        response = await response(ctx);
      }
      if (!(response instanceof Response)) {
        throw new TypeError(`Expected a Response from a middleware, but got: ${response}`);
      }
      return response;
    } catch (error) {
      ctx.error = error;
      throw error;
    } finally {
      ui.app = app;
      ui.layouts = layouts;
    }
  };

  return step(0);
}
