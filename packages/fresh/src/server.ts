import { type App, attachCache } from "./app.ts";
import { fromFileUrl } from "./file_url.ts";
import { type Snapshot, WrittenCache } from "./written_cache.ts";

/**
 * Gives a written build to an app and makes what `deno serve` runs.
 *
 * @param root The project's folder, as a file URL.
 */
export function serveBuild<State>(
  app: App<State>,
  snapshot: Snapshot,
  root: string,
): { fetch: ReturnType<App<State>["handler"]> } {
  app.config.mode = "production";
  attachCache(app, new WrittenCache<State>(fromFileUrl(root), snapshot));
  return { fetch: app.handler() };
}
