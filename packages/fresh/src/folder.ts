import { HttpError } from "./error.ts";
import { answerErrorRoute } from "./route.ts";
import { type Context, uiOf } from "./context.ts";
import type { LayoutConfig, MaybeLazyMiddleware, Route, RouteComponent } from "./types.ts";

/** What a request passes through, in order. */
export type Chain<State> = MaybeLazyMiddleware<State>[];

/** A place in the tree of paths with what holds there and below. */
export class Folder<State> {
  middlewares: MaybeLazyMiddleware<State>[] = [];
  layout: { component: RouteComponent<State>; config?: LayoutConfig } | null = null;
  errorRoute: Route<State> | null = null;
  /** Of the root alone. */
  app: RouteComponent<State> | null = null;
  /** Of the root alone. */
  notFound: Route<State> | null = null;
  #parent: Folder<State> | null;
  #children = new Map<string, Folder<State>>();

  constructor(parent: Folder<State> | null) {
    this.#parent = parent;
  }

  /** The folder at these names below this one, made when it is missing. */
  at(names: readonly string[]): Folder<State> {
    // deno-lint-ignore no-this-alias -- the start of a walk
    let folder: Folder<State> = this;
    for (const name of names) {
      let child = folder.#children.get(name);
      if (child === undefined) folder.#children.set(name, child = new Folder(folder));
      folder = child;
    }
    return folder;
  }

  /** All that holds here as of now, from the root downwards. */
  chain(): Chain<State> {
    const chain = this.#parent === null ? [] : this.#parent.chain();
    const frame = this.#frame();
    if (frame !== null) chain.push(frame);
    chain.push(...this.middlewares);
    return chain;
  }

  /** Lays down the folder's layout and catches what goes wrong below. */
  #frame(): MaybeLazyMiddleware<State> | null {
    const { layout, app, errorRoute } = this;
    const isRoot = this.#parent === null;
    if (!isRoot && layout === null && errorRoute === null) return null;

    const draws = layout !== null || app !== null;
    return (ctx) => {
      if (draws) setUi(ctx, app, layout);
      return errorRoute === null && this.#root().notFound === null
        ? ctx.next()
        : this.#guarded(ctx, errorRoute);
    };
  }

  /** Answers what is thrown below by the page that the folder, or the root, has for it. */
  async #guarded(ctx: Context<State>, errorRoute: Route<State> | null): Promise<Response> {
    const ui = uiOf(ctx);
    const { app, layouts } = ui;
    try {
      return await ctx.next();
    } catch (error) {
      ui.app = app;
      ui.layouts = layouts;
      const status = error instanceof HttpError ? error.status : 500;
      const notFound = status === 404 ? this.#root().notFound : null;
      const route = notFound ?? errorRoute;
      if (route === null) throw error;
      ctx.error = error;
      return await answerErrorRoute(ctx, route, status);
    }
  }

  #root(): Folder<State> {
    return this.#parent === null ? this : this.#parent.#root();
  }
}

function setUi<State>(
  ctx: Context<State>,
  app: RouteComponent<State> | null,
  layout: Folder<State>["layout"],
): void {
  const ui = uiOf(ctx);
  if (app !== null) ui.app = app;
  if (layout === null) return;
  if (layout.config?.skipAppWrapper) ui.app = null;
  ui.layouts = layout.config?.skipInheritedLayouts
    ? [layout.component]
    : [...ui.layouts, layout.component];
}
