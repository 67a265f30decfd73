import { type Context, type Ui, uiOf } from "./context.ts";
import type { Chain } from "./folder.ts";

/**
 * Runs a request through a chain.
 *
 * A link that hands over and gives back what it got costs no promise of its own.
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

  const step = (index: number): Promise<Response> => {
    const link = chain[index];
    if (link === undefined) return last();
    const { app, layouts } = ui;
    let inner: Promise<Response> | undefined;
    ctx.next = () => inner = step(index + 1);
    try {
      const given = link(ctx);
      // Checked already; and of what it changed of the drawing, nothing is left to those outside.
      const isUnchanged = index === 0 || ui.app === app && ui.layouts === layouts;
      if (inner !== undefined && given === inner && isUnchanged) return inner;
      return settle(given, index, app, layouts);
    } catch (error) {
      return settle(Promise.reject(error), index, app, layouts);
    }
  };

  const settle = async (
    given: unknown,
    index: number,
    app: Ui<State>["app"],
    layouts: Ui<State>["layouts"],
  ): Promise<Response> => {
    try {
      let response = await given;
      if (typeof response === "function") {
        const link = response as Chain<State>[number];
        chain[index] = link; // lazy: from now on the real one
        response = await link(ctx);
      }
      if (response instanceof Response) return response;
      throw new TypeError(`Expected a Response from a middleware, but got: ${response}`);
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
