import type { VNode } from "preact";
import { methodsOf, notAllowed } from "./methods.ts";
import { type Context, uiOf } from "./context.ts";
import { draw } from "./draw.ts";
import { HttpError } from "./error.ts";
import { type HandlerFn, isByMethod, type PageResponse } from "./handlers.ts";
import type { Method } from "./router.ts";
import type { Route } from "./types.ts";

const EMPTY_PAGE: PageResponse<unknown> = { data: {} };

/** Answers a request by a route: runs its handler, then draws its page when that asks for it. */
export function answerRoute<State>(
  ctx: Context<State>,
  route: Route<State>,
): Promise<Response> {
  const method = ctx.req.method as Method;
  const { handler } = route;
  if (!isByMethod<unknown, State>(handler)) {
    if (handler === undefined && route.component === undefined) {
      return Promise.reject(new HttpError(404));
    }
    return finish(ctx, route, handler, 200);
  }
  const own = handler[method] ?? (method === "HEAD" ? handler.GET : undefined);
  const isPlainPage = route.component !== undefined && (method === "GET" || method === "HEAD");
  if (own === undefined && !isPlainPage) return notAllowed(method, methodsOf(route));
  return finish(ctx, route, own, 200);
}

/** Answers a failed request by an error page, whatever its method. */
export async function answerErrorRoute<State>(
  ctx: Context<State>,
  route: Route<State>,
  status: number,
): Promise<Response> {
  const { handler } = route;
  const own = isByMethod<unknown, State>(handler)
    ? handler[ctx.req.method as Method] ?? handler.GET
    : handler;
  return await finish(ctx, route, own, status);
}

async function finish<State>(
  ctx: Context<State>,
  route: Route<State>,
  handler: HandlerFn<unknown, State> | undefined,
  status: number,
): Promise<Response> {
  const ui = uiOf(ctx);
  if (route.config?.skipAppWrapper) ui.app = null;
  if (route.config?.skipInheritedLayouts) ui.layouts = [];
  if (route.css !== undefined) ui.css = route.css;

  const result = handler === undefined ? EMPTY_PAGE : await handler(ctx);
  if (result instanceof Response) return result;
  if (typeof result !== "object" || result === null) {
    throw new TypeError(`A handler gave neither a Response nor a page, but: ${result}`);
  }

  let page: VNode | null = null;
  if (route.component !== undefined) {
    const drawn = await draw(ctx, route.component, result.data, () => null);
    if (drawn instanceof Response) return drawn;
    page = drawn;
  }
  ctx.data = result.data;
  return await ctx.render(page, {
    status: result.status ?? status,
    headers: result.headers,
  });
}
