import { isAbsolute, join } from "node:path";
import type { BuildCache, StaticFile } from "./build_cache.ts";
import type { Command } from "./commands.ts";
import { routeCommands, type RouteFile } from "./fs_routes.ts";
import { addIslands, type IslandRegistry } from "./islands.ts";

/** A served file as the build has noted it. */
export interface FileRecord {
  /** Absolute, or relative to the project's folder. */
  path: string;
  contentType: string;
  hash: string;
  sizeBytes: number;
  immutable: boolean;
}

/** What a build writes for the server to import. */
export interface Snapshot {
  buildId: string;
  clientEntry: string;
  imports: [script: string, imported: string[]][];
  files: [pathname: string, record: FileRecord][];
  islands: { module: Record<string, unknown>; name: string; file: string }[];
  routes: RouteFile[];
}

/** Files up to this size stay in memory once they were read. */
const KEPT_BYTES = 512 * 1024;

/** A build that was written to a folder. */
export class WrittenCache<State> implements BuildCache<State> {
  readonly islands: IslandRegistry = new Map();
  readonly buildId: string;
  readonly clientEntry: string;
  readonly reloadEntry = null;
  readonly imports: ReadonlyMap<string, readonly string[]>;
  #files: Map<string, FileRecord>;
  #kept = new Map<string, Uint8Array<ArrayBuffer>>();
  #routes: RouteFile[];

  constructor(readonly root: string, snapshot: Snapshot) {
    this.buildId = snapshot.buildId;
    this.clientEntry = snapshot.clientEntry;
    this.imports = new Map(snapshot.imports);
    this.#files = new Map(snapshot.files);
    this.#routes = snapshot.routes;
    for (const { module, name, file } of snapshot.islands) {
      addIslands(this.islands, module, name, file);
    }
  }

  fsRoutes(): Command<State>[] {
    return routeCommands<State>(this.#routes);
  }

  async readFile(pathname: string): Promise<StaticFile | null> {
    const record = this.#files.get(pathname);
    if (record === undefined) return null;
    const { contentType, hash, sizeBytes, immutable } = record;
    const body = this.#kept.get(pathname) ?? await this.#read(pathname, record);
    return { body, sizeBytes, contentType, hash, immutable };
  }

  async #read(pathname: string, { path, sizeBytes }: FileRecord): Promise<StaticFile["body"]> {
    const file = isAbsolute(path) ? path : join(this.root, path);
    if (sizeBytes > KEPT_BYTES) return (await Deno.open(file)).readable;
    const content = await Deno.readFile(file);
    this.#kept.set(pathname, content);
    return content;
  }
}
