import { join } from "node:path";
import type { BuildCache, StaticFile } from "../build_cache.ts";
import type { Command } from "../commands.ts";
import { contentTypeOf } from "../content_type.ts";
import { isEager, routeCommands, type RouteFile, type RouteModule } from "../fs_routes.ts";
import { hashOf } from "../hash.ts";
import { addIslands, type IslandRegistry } from "../islands.ts";
import type { ResolvedBuildConfig, Scripts } from "./builder.ts";
import { toFileUrl } from "../file_url.ts";
import { StaticSource } from "./static_source.ts";
import type { MadeFile, Transforms } from "./transform.ts";

/** A build that is kept in memory; static files are read when they are asked for. */
export class DevCache<State> implements BuildCache<State> {
  readonly islands: IslandRegistry = new Map();
  readonly root: string;
  readonly buildId: string;
  readonly clientEntry: string;
  readonly reloadEntry: string | null;
  readonly imports: ReadonlyMap<string, readonly string[]>;
  #files: Map<string, Uint8Array<ArrayBuffer>>;
  #source: StaticSource;
  #routes: RouteFile[] = [];
  /** What came of a file when it was last changed at this time. */
  #transformed = new Map<string, { at: number; made: MadeFile[] | null }>();

  private constructor(config: ResolvedBuildConfig, transforms: Transforms, scripts: Scripts) {
    this.root = config.root;
    this.buildId = config.buildId;
    this.clientEntry = scripts.clientEntry;
    this.reloadEntry = scripts.reloadEntry;
    this.imports = scripts.imports;
    this.#files = scripts.files;
    this.#source = new StaticSource(config, transforms);
  }

  /**
   * Imports the islands and what has to be known of the routes.
   *
   * @param routes Relative to the routes folder.
   */
  static async load<State>(
    config: ResolvedBuildConfig,
    transforms: Transforms,
    routes: readonly string[],
    scripts: Scripts,
  ): Promise<DevCache<State>> {
    const cache = new DevCache<State>(config, transforms, scripts);
    for (const { name, specifier, file } of scripts.islands) {
      const url = specifier.startsWith("/") ? toFileUrl(specifier) : specifier;
      addIslands(cache.islands, await import(url), name, file);
    }
    cache.#routes = await Promise.all(
      routes.map((path) => loadRoute(path, join(config.routeDir, path))),
    );
    return cache;
  }

  fsRoutes(): Command<State>[] {
    return routeCommands<State>(this.#routes);
  }

  async readFile(pathname: string): Promise<StaticFile | null> {
    const script = this.#files.get(pathname);
    if (script !== undefined) return await fileOf(pathname, script, true);

    const path = this.#source.locate(pathname);
    if (path === null) return null;
    try {
      const made = await this.#transform(path);
      const file = made?.find((file) => this.#source.pathnameOf(file.path) === pathname);
      return await fileOf(pathname, file?.content ?? await Deno.readFile(path), false);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async #transform(path: string): Promise<MadeFile[] | null> {
    const at = (await Deno.stat(path)).mtime?.getTime() ?? 0;
    const known = this.#transformed.get(path);
    if (known?.at === at) return known.made;
    const made = await this.#source.transform(path);
    this.#transformed.set(path, { at, made });
    return made;
  }
}

async function loadRoute(path: string, file: string): Promise<RouteFile> {
  const url = toFileUrl(file);
  const load = (): Promise<RouteModule> => import(url);
  const isNeeded = isEager(path, await Deno.readTextFile(file));
  return { path, module: isNeeded ? await load() : load };
}

async function fileOf(
  pathname: string,
  body: Uint8Array<ArrayBuffer>,
  immutable: boolean,
): Promise<StaticFile> {
  const contentType = contentTypeOf(pathname);
  return { body, sizeBytes: body.length, contentType, hash: await hashOf(body), immutable };
}

function isMissing(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound || error instanceof Deno.errors.IsADirectory ||
    error instanceof Deno.errors.NotADirectory;
}
