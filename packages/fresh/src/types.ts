import type { AnyComponent, RenderableProps, VNode } from "preact";
import type { Context } from "./context.ts";
import type { RouteHandler } from "./handlers.ts";
import type { Method } from "./router.ts";

/** What a route file may export as `config`. */
export interface RouteConfig {
  /** A URL pattern in place of the one that the file's name gives. */
  routeOverride?: string;
  csp?: boolean;
  /** Leave out the layouts of the folders above. Default: false. */
  skipInheritedLayouts?: boolean;
  /** Leave out `_app`. Default: false. */
  skipAppWrapper?: boolean;
  /** The methods of a route that is loaded lazily. Default: "ALL". */
  methods?: "ALL" | Method[];
}

/** What a layout file may export as `config`. */
export interface LayoutConfig {
  skipInheritedLayouts?: boolean;
  skipAppWrapper?: boolean;
}

/** Gives its value when it is first needed. */
export type Lazy<T> = () => Promise<T>;

/** A value, or a function that gives it when it is first needed. */
export type MaybeLazy<T> = T | Lazy<T>;

/** What components of pages, layouts, `_app` and error pages are given. */
export type PageProps<Data = unknown, T = unknown> =
  & Pick<
    Context<T>,
    | "config"
    | "url"
    | "req"
    | "params"
    | "info"
    | "state"
    | "isPartial"
    | "Component"
    | "error"
    | "route"
  >
  & { data: Data };

/** A component that awaits something before it draws, or answers in its own way. */
export type AsyncAnyComponent<P> = {
  (
    props: RenderableProps<P>,
    // deno-lint-ignore no-explicit-any -- preact's context is untyped
    context?: any,
    // deno-lint-ignore no-explicit-any -- any element will do
  ): Promise<VNode<any> | Response | null>;
  displayName?: string;
  defaultProps?: Partial<P> | undefined;
};

export type RouteComponent<State> =
  | AsyncAnyComponent<PageProps<unknown, State>>
  | AnyComponent<PageProps<unknown, State>>;

export interface Route<State> {
  component?: RouteComponent<State>;
  config?: RouteConfig;
  handler?: RouteHandler<unknown, State>;
  /** Style sheets that the page needs besides its own. */
  css?: string[];
}

/**
 * Stands between the request and its route: answers itself or with what `ctx.next()` gives.
 */
export type Middleware<State> = (ctx: Context<State>) => Response | Promise<Response>;

/** @deprecated Use {@linkcode Middleware}. */
export type MiddlewareFn<State> = Middleware<State>;

/** A middleware, or an async function that gives one. */
export type MaybeLazyMiddleware<State> = (
  ctx: Context<State>,
) => Response | Promise<Response | Middleware<State>>;
