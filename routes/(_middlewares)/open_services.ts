import { define } from "../../define.ts";
import { services } from "../../lib/platform/services.ts";

/** Lays down settings and open connections; the first request opens them. */
export const openTheServices = define.middleware(async (ctx) => {
  Object.assign(ctx.state, await services());
  return await ctx.next();
});
