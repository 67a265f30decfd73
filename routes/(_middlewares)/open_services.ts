import { define } from "../../define.ts";
import { openedServices, services } from "../../lib/platform/services.ts";

/** Lays down settings and open connections; the first request opens them. */
export const openTheServices = define.middleware((ctx) => {
  const opened = openedServices();
  if (!opened) return services().then(layDown);
  return layDown(opened);

  function layDown(laidDown: typeof opened): Promise<Response> {
    Object.assign(ctx.state, laidDown);
    return ctx.next();
  }
});
