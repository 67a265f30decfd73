import { join, relative, sep } from "node:path";

const SOURCE = /\.[jt]sx?$/;

/** The files of routes and islands in a project, as absolute paths in a stable order. */
export interface Crawled {
  /** Relative to the routes folder, with "/" between its parts. */
  routes: string[];
  islands: string[];
}

/** Finds all routes and islands. A folder that is not there has none. */
export async function crawl(
  options: { routeDir: string; islandDir: string; ignore: RegExp[] },
): Promise<Crawled> {
  const { routeDir, islandDir, ignore } = options;
  const routes: string[] = [];
  const islands = await Array.fromAsync(sourcesIn(islandDir, ignore));
  for await (const path of sourcesIn(routeDir, ignore)) {
    const name = relative(routeDir, path).replaceAll(sep, "/");
    const hidden = /(?:^|\/)\((_[^/)]*)\)\//.exec(name)?.[1];
    if (hidden === undefined) routes.push(name);
    else if (hidden === "_islands") islands.push(path);
  }
  return { routes: routes.toSorted(), islands: islands.toSorted() };
}

async function* sourcesIn(dir: string, ignore: RegExp[]): AsyncGenerator<string> {
  for await (const path of filesIn(dir)) {
    if (SOURCE.test(path) && !ignore.some((pattern) => pattern.test(path))) yield path;
  }
}

/** All files below a folder but hidden ones; `.well-known` is none of those. */
export async function* filesIn(dir: string): AsyncGenerator<string> {
  let entries: Deno.DirEntry[];
  try {
    entries = await Array.fromAsync(Deno.readDir(dir));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return;
    throw error;
  }
  for (const { name, isDirectory, isFile } of entries) {
    if (name.startsWith(".") && name !== ".well-known") continue;
    const path = join(dir, name);
    if (isDirectory) yield* filesIn(path);
    else if (isFile) yield path;
  }
}

/** The name of an island's script and of its default export: "my-island.tsx" gives "MyIsland". */
export function islandName(specifier: string): string {
  const file = specifier.replace(/[?#].*$/, "").split(/[\\/]/).at(-1) ?? "";
  const words = file.replace(/\.\w+$/, "").split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return /^\p{L}/u.test(name) ? name : `Island${name}`;
}
