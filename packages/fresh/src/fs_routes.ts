import type { AnyComponent } from "preact";
import type { Command } from "./commands.ts";
import { isByMethod, type RouteHandler } from "./handlers.ts";
import { readRoutePath, type RoutePath } from "./route_path.ts";
import type {
  MaybeLazy,
  Middleware,
  PageProps,
  Route,
  RouteComponent,
  RouteConfig,
} from "./types.ts";

/** What a file below the routes folder exports. */
export interface RouteModule {
  default?: unknown;
  handler?: unknown;
  handlers?: unknown;
  config?: unknown;
}

/** A file of the routes folder. */
export interface RouteFile {
  /** Relative to the routes folder, with "/" between its parts. */
  path: string;
  module: MaybeLazy<RouteModule>;
}

/**
 * Makes the commands of all files: first what holds for folders, from the outermost inwards, then
 * the routes, the more particular ones before the others.
 *
 * @throws {Error} If a file exports nothing that its kind needs.
 */
export function routeCommands<State>(files: readonly RouteFile[]): Command<State>[] {
  return files
    .map((file) => ({ file, path: readRoutePath(file.path) }))
    .toSorted((a, b) => compare(a.path, b.path))
    .flatMap(({ file, path }) => commandOf<State>(file, path) ?? []);
}

/** Whether a route's module has to be there before its URL is known. */
export function isEager(path: string, source: string): boolean {
  return readRoutePath(path).kind !== "route" || source.includes("routeOverride");
}

function compare(a: RoutePath, b: RoutePath): number {
  if (a.kind !== "route" || b.kind !== "route") {
    if (a.kind !== "route" && b.kind !== "route") return a.depth - b.depth;
    return a.kind === "route" ? 1 : -1;
  }
  for (let i = 0; i < Math.min(a.ranks.length, b.ranks.length); i++) {
    const difference = (a.ranks[i] ?? 0) - (b.ranks[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.ranks.length - b.ranks.length || (a.url < b.url ? -1 : a.url > b.url ? 1 : 0);
}

function commandOf<State>(file: RouteFile, path: RoutePath): Command<State> | null {
  const { module } = file;
  const place = { path: path.folder, withLast: true };
  if (path.kind === "route") {
    const at = { path: path.place, url: path.url, withLast: false };
    if (typeof module !== "function") {
      return { type: "route", ...at, route: readRoute<State>(file.path, module) };
    }
    return {
      type: "route",
      ...at,
      route: async () => readRoute<State>(file.path, await module()),
    };
  }
  if (typeof module === "function") throw new Error(`${file.path} has to be loaded at once`);

  switch (path.kind) {
    case "app":
      return { type: "app", path: "*", withLast: true, component: componentOf(file.path, module) };
    case "layout": {
      const config = module.config as RouteConfig | undefined;
      return { type: "layout", ...place, component: componentOf(file.path, module), config };
    }
    case "middleware":
      return { type: "use", ...place, fns: middlewaresOf<State>(file.path, module) };
    case "error":
      return { type: "error", ...place, route: readRoute<State>(file.path, module) };
    case "notFound": {
      const route = readRoute<State>(file.path, module);
      return { type: "notFound", path: "*", withLast: true, route };
    }
  }
}

function readRoute<State>(path: string, module: RouteModule): Route<State> {
  const handler = handlerOf(module) as RouteHandler<unknown, State> | undefined;
  const component = module.default as RouteComponent<State> | undefined;
  if (handler === undefined && typeof component !== "function") {
    throw new Error(`${path} exports neither a handler nor a component`);
  }
  return { handler, component, config: module.config as RouteConfig | undefined };
}

function componentOf<State>(path: string, module: RouteModule): RouteComponent<State> {
  if (typeof module.default !== "function") {
    throw new Error(`${path} has no component as its default export`);
  }
  return module.default as AnyComponent<PageProps<unknown, State>>;
}

function middlewaresOf<State>(path: string, module: RouteModule): Middleware<State>[] {
  const given = handlerOf(module) ?? module.default;
  if (isByMethod(given) || given === undefined) {
    throw new Error(`${path} has to export a middleware or a list of them, not one by method`);
  }
  return (Array.isArray(given) ? given : [given]) as Middleware<State>[];
}

function handlerOf(module: RouteModule): unknown {
  return module.handlers ?? module.handler;
}
