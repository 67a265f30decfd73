import { type BuildCache, emptyCache } from "./build_cache.ts";
import { type Command, compile, type Compiled } from "./commands.ts";
import { type FreshConfig, resolveConfig, type ResolvedFreshConfig } from "./config.ts";
import { Context } from "./context.ts";
import { HttpError } from "./error.ts";
import type { Chain } from "./folder.ts";
import { notAllowed, notFound } from "./methods.ts";
import { joinPath } from "./pattern.ts";
import { METHODS } from "./router.ts";
import { runChain } from "./run_chain.ts";
import { setBuildId } from "./runtime/build_id.ts";
import { listenOn, type ListenOptions } from "./listen.ts";
import { STATUS_TEXT } from "./status_text.ts";
import type {
  LayoutConfig,
  MaybeLazy,
  MaybeLazyMiddleware,
  Middleware,
  Route,
  RouteComponent,
  RouteConfig,
} from "./types.ts";
import type { WebSocketHandlers, WebSocketUpgradeOptions } from "./web_socket.ts";

export type { ListenOptions } from "./listen.ts";

const NOWHERE: Deno.NetAddr = { transport: "tcp", hostname: "localhost", port: 0 };
const NO_INFO: Deno.ServeHandlerInfo = { remoteAddr: NOWHERE, completed: Promise.resolve() };

/** Gives an app its islands, file routes and static files. */
export let attachCache: <State>(app: App<State>, cache: BuildCache<State>) => void;

/** A web app: middlewares and routes, applied in the order in which they are written. */
export class App<State> {
  #commands: Command<State>[] = [];
  #cache: () => BuildCache<State> | null = () => null;

  /** The settings with their defaults. */
  config: ResolvedFreshConfig;

  static {
    attachCache = (app, cache) => {
      app.config.root = cache.root;
      app.#cache = () => cache;
      setBuildId(cache.buildId);
    };
  }

  /** @throws {Error} If the base path is not one. */
  constructor(config: FreshConfig = {}) {
    this.config = resolveConfig(config);
  }

  /** Adds middlewares, for every path or for a path and what lies below it. */
  use(...middleware: MaybeLazyMiddleware<State>[]): this;
  use(path: string, ...middleware: MaybeLazyMiddleware<State>[]): this;
  use(
    first: string | MaybeLazyMiddleware<State>,
    ...others: MaybeLazyMiddleware<State>[]
  ): this {
    const path = typeof first === "string" ? first : "*";
    const fns = typeof first === "string" ? others : [first, ...others];
    return this.#add({ type: "use", path, withLast: true, fns });
  }

  /** Sets what answers when nothing else does. */
  notFound(routeOrMiddleware: Route<State> | Middleware<State>): this {
    const route = asRoute(routeOrMiddleware);
    return this.#add({ type: "notFound", path: "*", withLast: true, route });
  }

  /** Sets what answers when something is thrown at a path or below it. */
  onError(path: string, routeOrMiddleware: Route<State> | Middleware<State>): this {
    return this.#add({ type: "error", path, withLast: true, route: asRoute(routeOrMiddleware) });
  }

  /** Sets the component that draws `<html>` around every page. */
  appWrapper(component: RouteComponent<State>): this {
    return this.#add({ type: "app", path: "*", withLast: true, component });
  }

  /** Adds a layout to a path and what lies below it. */
  layout(path: string, component: RouteComponent<State>, config?: LayoutConfig): this {
    return this.#add({ type: "layout", path, withLast: true, component, config });
  }

  /** Adds a route with handlers and a page. */
  route(path: string, route: MaybeLazy<Route<State>>, config?: RouteConfig): this {
    return this.#add({ type: "route", path, withLast: true, route, config });
  }

  /** Answers GET, and HEAD where nothing else does. */
  get(path: string, ...middlewares: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle(["GET"], path, middlewares);
  }

  post(path: string, ...middlewares: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle(["POST"], path, middlewares);
  }

  patch(path: string, ...middlewares: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle(["PATCH"], path, middlewares);
  }

  put(path: string, ...middlewares: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle(["PUT"], path, middlewares);
  }

  delete(path: string, ...middlewares: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle(["DELETE"], path, middlewares);
  }

  head(path: string, ...middlewares: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle(["HEAD"], path, middlewares);
  }

  /** Answers every method. */
  all(path: string, ...middlewares: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle(METHODS, path, middlewares);
  }

  /** Answers by a WebSocket. */
  ws(path: string, handlers: WebSocketHandlers, options?: WebSocketUpgradeOptions): this {
    return this.get(path, (ctx) => ctx.upgrade(handlers, options));
  }

  /** Puts the routes of the project's files here, below a path when one is given. */
  fsRoutes(pattern = "*"): this {
    const items = () => this.#cache()?.fsRoutes() ?? [];
    return this.#add({ type: "fsRoutes", path: pattern, withLast: true, items });
  }

  /** Takes over all that another app does, below a path. */
  mountApp(path: string, app: App<State>): this {
    const base = app.config.basePath === path ? "" : app.config.basePath;
    const mount = (inner: string) => joinPath(path, joinPath(base, inner));
    for (const command of app.#commands) {
      const url = command.url === undefined ? undefined : mount(command.url);
      this.#add({ ...command, path: mount(command.path), url });
    }
    app.#cache = () => this.#cache();
    return this;
  }

  /**
   * The function that answers requests, for `Deno.serve` or a test. Later changes to the app have
   * no effect on it.
   */
  handler(): (request: Request, info?: Deno.ServeHandlerInfo) => Promise<Response> {
    const cache = this.#cache() ?? emptyCache<State>();
    const compiled = compile(this.#commands, this.config.basePath);
    return (request, info = NO_INFO) => answer(request, info, compiled, this.config, cache);
  }

  /** Serves the app; without a port on the first free one from 8000 on. */
  // deno-lint-ignore require-await -- an error of the start is a rejection
  async listen(options: ListenOptions = {}): Promise<void> {
    listenOn(this.handler(), options, this.config.basePath);
  }

  #add(command: Command<State>): this {
    this.#commands.push(command);
    return this;
  }

  #handle(
    methods: readonly string[],
    path: string,
    fns: MaybeLazy<Middleware<State>>[],
  ): this {
    // A lazy middleware is told from another by what it gives.
    const chain = fns as MaybeLazyMiddleware<State>[];
    return this.#add({ type: "handle", path, withLast: true, methods, fns: chain });
  }
}

function asRoute<State>(given: Route<State> | Middleware<State>): Route<State> {
  return typeof given === "function" ? { handler: given } : given;
}

async function answer<State>(
  req: Request,
  info: Deno.ServeHandlerInfo,
  { router, rootChain }: Compiled<State>,
  config: ResolvedFreshConfig,
  cache: BuildCache<State>,
): Promise<Response> {
  const url = urlOf(req, config.trustProxy);
  const { method } = req;
  const match = router.match(url.pathname);
  const route = match?.entry.pattern ?? null;
  const params = match?.params ?? {};
  const ctx = new Context<State>({ req, url, info, route, params, config, cache });

  const byMethod = match?.entry.byMethod;
  const found = byMethod?.get(method) ?? (method === "HEAD" ? byMethod?.get("GET") : undefined);
  const last = byMethod === undefined || found !== undefined
    ? notFound
    : () => notAllowed(method, [...byMethod.keys()]);
  const chain: Chain<State> = found ?? rootChain;

  try {
    const response = await runChain(chain, ctx, last);
    if (method !== "HEAD" || response.body === null) return response;
    await response.body.cancel();
    return new Response(null, response);
  } catch (error) {
    return plainError(error);
  }
}

function urlOf(req: Request, trustProxy: boolean): URL {
  const url = new URL(req.url);
  // Else "//evil.example" in a path could be taken for a host by what redirects to it.
  if (url.pathname.includes("//")) url.pathname = url.pathname.replace(/\/{2,}/g, "/");
  if (trustProxy) {
    const protocol = firstOf(req.headers.get("x-forwarded-proto"));
    const host = firstOf(req.headers.get("x-forwarded-host"));
    if (protocol === "http" || protocol === "https") url.protocol = `${protocol}:`;
    if (host !== undefined) {
      if (!/:\d+$/.test(host)) url.port = "";
      url.host = host;
    }
  }
  return url;
}

function firstOf(list: string | null): string | undefined {
  return list?.split(",")[0]?.trim() || undefined;
}

function plainError(error: unknown): Response {
  if (error instanceof HttpError) {
    if (error.status >= 500) console.error(error);
    return new Response(error.message || STATUS_TEXT[error.status], { status: error.status });
  }
  console.error(error);
  return new Response("Internal server error", { status: 500 });
}
