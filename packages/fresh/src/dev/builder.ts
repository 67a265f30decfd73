import { isAbsolute, join } from "node:path";
import { App, attachCache, type ListenOptions } from "../app.ts";
import { emptyCache } from "../build_cache.ts";
import { type Bundle, bundle, type SourceMapOptions } from "./bundle.ts";
import { crawl, islandName } from "./crawl.ts";
import { DevCache } from "./dev_cache.ts";
import { fromFileUrl } from "../file_url.ts";
import { aliveStream } from "./live_reload.ts";
import { jsxImportSourceOf } from "./deno_json.ts";
import { type OnTransformOptions, type TransformFn, Transforms } from "./transform.ts";
import { writeBuild } from "./write_build.ts";

/** What a build may be told; folders are relative to `root` unless absolute or a file URL. */
export interface BuildOptions {
  /** The language level of the browser's scripts, in esbuild's words. */
  target?: string | string[];
  /** The project's folder. Default: the current one. */
  root?: string;
  /** Default: "_fresh". */
  outDir?: string;
  /** Default: "static". */
  staticDir?: string;
  /** Default: "islands". */
  islandDir?: string;
  /** Default: "routes". */
  routeDir?: string;
  /** The module that exports `app`. Default: "main.ts". */
  serverEntry?: string;
  /** Paths of routes and islands to pass over. Default: tests. */
  ignore?: RegExp[];
  sourceMap?: SourceMapOptions;
}

/** The same with its defaults and absolute paths. */
export type ResolvedBuildConfig = Required<Omit<BuildOptions, "sourceMap">> & {
  mode: "development" | "production";
  buildId: string;
  sourceMap?: SourceMapOptions;
};

/** The path below which scripts are served. */
export const SCRIPTS_PATH = "/_fresh/js/";
const RUNTIME = "fresh-runtime";
const RELOAD = "fresh-reload";

/** An island's module, by the name of its script. */
export interface IslandModule {
  name: string;
  /** The URL or path of the module. */
  specifier: string;
  /** The path of its script. */
  file: string;
}

/** What the browser is given: scripts and where to find them. */
export interface Scripts {
  files: Map<string, Uint8Array<ArrayBuffer>>;
  islands: IslandModule[];
  clientEntry: string;
  reloadEntry: string | null;
  imports: Map<string, string[]>;
}

/** Builds an app's islands and static files, for production, a test or development. */
// deno-lint-ignore no-explicit-any -- builds every app
export class Builder<State = any> {
  #transforms = new Transforms();
  #islands = new Set<string>();

  config: ResolvedBuildConfig;

  constructor(options: BuildOptions = {}) {
    const root = absolute(options.root ?? ".", Deno.cwd());
    this.config = {
      root,
      target: options.target ?? ["chrome99", "firefox99", "safari15"],
      outDir: absolute(options.outDir ?? "_fresh", root),
      staticDir: absolute(options.staticDir ?? "static", root),
      islandDir: absolute(options.islandDir ?? "islands", root),
      routeDir: absolute(options.routeDir ?? "routes", root),
      serverEntry: absolute(options.serverEntry ?? "main.ts", root),
      ignore: options.ignore ?? [/[._]test\.[mc]?[jt]sx?$/],
      mode: "production",
      buildId: "",
      sourceMap: options.sourceMap,
    };
  }

  /** Adds a module of islands from outside the islands folder. */
  registerIsland(specifier: string): void {
    this.#islands.add(specifier);
  }

  /** Has static files that match go through a function on their way to the build. */
  onTransformStaticFile(options: OnTransformOptions, callback: TransformFn): void {
    this.#transforms.add(options, callback);
  }

  /**
   * Serves the app for development: as its files are, with the page loading itself again after a
   * change. Run under `deno run --watch`, which starts the process again.
   */
  async listen(
    importApp: () => Promise<{ app: App<State> } | App<State>>,
    options: ListenOptions = {},
  ): Promise<void> {
    this.config.mode = "development";
    const cache = await this.#devCache();
    const imported = await importApp();
    const app = imported instanceof App ? imported : imported.app;
    app.config.mode = "development";
    attachCache(app, cache);

    const handler = app.handler();
    const dev = new App<State>({ mode: "development" })
      .get("/_frsh/alive", () => aliveStream(cache.buildId))
      .all("*", (ctx) => handler(ctx.req, ctx.info));
    await dev.listen(options);
  }

  /**
   * Builds.
   *
   * @param options `snapshot: "memory"` writes nothing, for tests.
   * @returns A function that gives the build to an app; one on disk is run by its `server.js`.
   */
  async build(
    options: { mode?: ResolvedBuildConfig["mode"]; snapshot?: "disk" | "memory" } = {},
  ): Promise<(app: App<State>) => void> {
    this.config.mode = options.mode ?? "production";
    if (options.snapshot === "memory") {
      const cache = await this.#devCache();
      return (app) => attachCache(app, cache);
    }
    await this.#write();
    const { root, buildId } = this.config;
    return (app) => attachCache(app, { ...emptyCache<State>(), root, buildId });
  }

  async #devCache(): Promise<DevCache<State>> {
    const { routes, islands } = await this.#crawl();
    const scripts = await this.#scripts(islands);
    return await DevCache.load<State>(this.config, this.#transforms, routes, scripts);
  }

  async #write(): Promise<void> {
    const { routes, islands } = await this.#crawl();
    const scripts = await this.#scripts(islands);
    await writeBuild(this.config, this.#transforms, routes, scripts);
    console.log(`Built into ${this.config.outDir}`);
  }

  async #crawl(): Promise<{ routes: string[]; islands: string[] }> {
    this.config.buildId = Deno.env.get("DENO_DEPLOYMENT_ID") ?? crypto.randomUUID();
    const { routes, islands } = await crawl(this.config);
    return { routes, islands: [...new Set([...islands, ...this.#islands])] };
  }

  async #scripts(islands: string[]): Promise<Scripts> {
    const { root, target, mode, sourceMap } = this.config;
    const isDev = mode === "development";
    const names = uniqueNames(islands);
    const entries = new Map(names);
    entries.set(RUNTIME, new URL("../runtime/client/mod.ts", import.meta.url).href);
    if (isDev) entries.set(RELOAD, new URL("../runtime/client/reload.ts", import.meta.url).href);
    const jsxImportSource = await jsxImportSourceOf(root);
    const made = await bundle({ entries, root, target, isDev, jsxImportSource, sourceMap });
    return placeScripts(made, names, isDev);
  }
}

function placeScripts(made: Bundle, names: Map<string, string>, isDev: boolean): Scripts {
  const pathOf = (name: string) => {
    const file = made.entryFiles.get(name);
    if (file === undefined) throw new Error(`esbuild gave no script for ${name}`);
    return SCRIPTS_PATH + file;
  };
  const files = new Map([...made.files].map(([file, content]) => [SCRIPTS_PATH + file, content]));
  const imports = new Map(
    [...made.imports].map(([file, others]) => [
      SCRIPTS_PATH + file,
      others.map((other) => SCRIPTS_PATH + other),
    ]),
  );
  const islands = [...names].map(([name, specifier]) => ({ name, specifier, file: pathOf(name) }));
  const reloadEntry = isDev ? pathOf(RELOAD) : null;
  return { files, imports, islands, clientEntry: pathOf(RUNTIME), reloadEntry };
}

function uniqueNames(specifiers: string[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const specifier of specifiers) {
    const wanted = islandName(specifier);
    let name = wanted;
    for (let i = 1; names.has(name); i++) name = `${wanted}_${i}`;
    names.set(name, specifier);
  }
  return names;
}

function absolute(path: string, root: string): string {
  if (path.startsWith("file://")) return fromFileUrl(path);
  return isAbsolute(path) ? path : join(root, path);
}
