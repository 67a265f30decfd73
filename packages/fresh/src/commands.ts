import { type Chain, Folder } from "./folder.ts";
import { methodsOf } from "./methods.ts";
import { foldersOf, joinPath } from "./pattern.ts";
import { answerRoute } from "./route.ts";
import { METHODS, Router } from "./router.ts";
import type {
  LayoutConfig,
  MaybeLazy,
  MaybeLazyMiddleware,
  Route,
  RouteComponent,
  RouteConfig,
} from "./types.ts";

/** One call on an app, or one file of its routes, in the order in which they apply. */
export type Command<State> =
  & (
    | { type: "use"; fns: MaybeLazyMiddleware<State>[] }
    | { type: "app"; component: RouteComponent<State> }
    | { type: "layout"; component: RouteComponent<State>; config?: LayoutConfig }
    | { type: "error"; route: Route<State> }
    | { type: "notFound"; route: Route<State> }
    | { type: "handle"; methods: readonly string[]; fns: MaybeLazyMiddleware<State>[] }
    | { type: "route"; route: MaybeLazy<Route<State>>; config?: RouteConfig }
    | { type: "fsRoutes"; items: () => Command<State>[] }
  )
  & {
    /** The place in the tree of folders; groups such as "(team)" are folders too. */
    path: string;
    /** The URL pattern where it differs from the path. */
    url?: string;
    /** Whether the last segment of the path is a folder of its own. */
    withLast: boolean;
  };

/** An app ready to answer. */
export interface Compiled<State> {
  router: Router<Chain<State>>;
  /** Answers what has no route. */
  rootChain: Chain<State>;
}

/** Turns the calls on an app into a table of routes, each with all that lies on the way to it. */
export function compile<State>(commands: Command<State>[], basePath: string): Compiled<State> {
  const root = new Folder<State>(null);
  const router = new Router<Chain<State>>();
  const base = basePath === "./" ? "" : basePath;
  for (const command of commands) apply(root, router, command, "", base);
  return { router, rootChain: root.chain() };
}

function apply<State>(
  root: Folder<State>,
  router: Router<Chain<State>>,
  command: Command<State>,
  mount: string,
  base: string,
): void {
  const path = joinPath(mount, command.path);
  const folder = root.at(foldersOf(path, command.withLast));
  const url = joinPath(base, joinPath(mount, command.url ?? command.path));

  switch (command.type) {
    case "use":
      folder.middlewares.push(...command.fns);
      return;
    case "app":
      root.app = command.component;
      return;
    case "notFound":
      root.notFound = command.route;
      return;
    case "layout":
      folder.layout = command;
      return;
    case "error":
      folder.errorRoute = command.route;
      return;
    case "handle":
      router.add(command.methods, url, [...folder.chain(), ...command.fns]);
      return;
    case "route":
      addRoute(
        router,
        folder,
        command.route,
        command.config,
        (override) => override === undefined ? url : joinPath(base, joinPath(mount, override)),
      );
      return;
    case "fsRoutes":
      for (const item of command.items()) apply(root, router, item, path, base);
  }
}

function addRoute<State>(
  router: Router<Chain<State>>,
  folder: Folder<State>,
  route: MaybeLazy<Route<State>>,
  config: RouteConfig | undefined,
  urlOf: (override: string | undefined) => string,
): void {
  const chain = folder.chain();
  if (typeof route === "function") {
    let loading: Promise<Route<State>> | undefined;
    let loaded: Route<State> | undefined;
    const load = async () => loaded = await (loading ??= route());
    chain.push((ctx) => {
      return loaded ? answerRoute(ctx, loaded) : load().then((one) => answerRoute(ctx, one));
    });
    const methods = config?.methods ?? "ALL";
    router.add(methods === "ALL" ? METHODS : methods, urlOf(config?.routeOverride), chain);
    return;
  }
  chain.push((ctx) => answerRoute(ctx, route));
  const url = urlOf(config?.routeOverride ?? route.config?.routeOverride);
  router.add(methodsOf(route), url, chain);
}
