import { type AnyComponent, type FunctionComponent, h, type VNode } from "preact";
import type { Context } from "./context.ts";
import type { PageProps, RouteComponent } from "./types.ts";

const AsyncFunction = (async () => {}).constructor;

/**
 * Makes the element of a page, a layout or `_app`. An async component is awaited here, before
 * anything is drawn, and may answer with a Response.
 */
export async function draw<State>(
  ctx: Context<State>,
  component: RouteComponent<State>,
  data: unknown,
  Component: FunctionComponent,
): Promise<VNode | Response | null> {
  const props: PageProps<unknown, State> = {
    Component,
    config: ctx.config,
    data,
    error: ctx.error,
    info: ctx.info,
    isPartial: ctx.isPartial,
    params: ctx.params,
    req: ctx.req,
    route: ctx.route,
    state: ctx.state,
    url: ctx.url,
  };
  if (component instanceof AsyncFunction) {
    const draws = component as (props: PageProps<unknown, State>) => Promise<VNode | Response>;
    return await draws(props);
  }
  return h(component as AnyComponent<PageProps<unknown, State>>, props) as VNode;
}
