import type { Command } from "./commands.ts";
import type { IslandRegistry } from "./islands.ts";

/** A file that is served under its path. */
export interface StaticFile {
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>;
  sizeBytes: number;
  contentType: string;
  /** Names the content; null when it may change at any moment. */
  hash: string | null;
  /** Whether the path itself names the content, so that it may be kept for good. */
  immutable: boolean;
}

/** What a build gives to an app: islands, scripts, file routes and static files. */
export interface BuildCache<State> {
  root: string;
  buildId: string;
  islands: IslandRegistry;
  /** The path of the script that hydrates islands. */
  clientEntry: string;
  /** For each script's path, the paths of the scripts that it imports. */
  imports: ReadonlyMap<string, readonly string[]>;
  /** The path of the script that reloads the page after a change; null in production. */
  reloadEntry: string | null;
  fsRoutes(): Command<State>[];
  /** The file of a decoded path, or null. */
  readFile(pathname: string): Promise<StaticFile | null>;
}

/** What an app has that was never built: nothing. */
export function emptyCache<State>(): BuildCache<State> {
  return {
    root: ".",
    buildId: "",
    islands: new Map(),
    clientEntry: "",
    imports: new Map(),
    reloadEntry: null,
    fsRoutes: () => [],
    readFile: () => Promise.resolve(null),
  };
}
