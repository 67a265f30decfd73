import { dirname, join, relative, sep } from "node:path";
import { contentTypeOf } from "../content_type.ts";
import { fromFileUrl } from "../file_url.ts";
import { isEager } from "../fs_routes.ts";
import { hashOf } from "../hash.ts";
import type { FileRecord } from "../written_cache.ts";
import type { ResolvedBuildConfig, Scripts } from "./builder.ts";
import { filesIn } from "./crawl.ts";
import { StaticSource } from "./static_source.ts";
import type { Transforms } from "./transform.ts";

type Records = Map<string, FileRecord>;

/**
 * Writes a build: `static/` with scripts and transformed files, `snapshot.js` with all that the
 * server has to know, and `server.js` to run.
 *
 * @param routes Relative to the routes folder.
 */
export async function writeBuild(
  config: ResolvedBuildConfig,
  transforms: Transforms,
  routes: readonly string[],
  scripts: Scripts,
): Promise<void> {
  await removeIfThere(join(config.outDir, "static"));
  await Deno.mkdir(config.outDir, { recursive: true });
  const records = await writeFiles(config, transforms, scripts);
  const snapshot = await snapshotSource(config, routes, scripts, records);
  await Deno.writeTextFile(join(config.outDir, "snapshot.js"), snapshot);
  await Deno.writeTextFile(join(config.outDir, "server.js"), serverSource(config));
}

async function removeIfThere(path: string): Promise<void> {
  try {
    await Deno.remove(path, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** Writes what was made, and notes that along with what is served as it is. */
async function writeFiles(
  config: ResolvedBuildConfig,
  transforms: Transforms,
  scripts: Scripts,
): Promise<Records> {
  const records: Records = new Map();
  const note = async (
    pathname: string,
    path: string,
    content: Uint8Array<ArrayBuffer>,
    immutable: boolean,
  ) => {
    records.set(pathname, {
      path: relative(config.root, path).replaceAll(sep, "/"),
      contentType: contentTypeOf(pathname),
      hash: await hashOf(content),
      sizeBytes: content.length,
      immutable,
    });
  };
  const write = async (
    pathname: string,
    content: Uint8Array<ArrayBuffer>,
    immutable: boolean,
  ) => {
    const path = join(config.outDir, "static", pathname);
    await Deno.mkdir(dirname(path), { recursive: true });
    await Deno.writeFile(path, content);
    await note(pathname, path, content, immutable);
  };

  const source = new StaticSource(config, transforms);
  for (const path of (await Array.fromAsync(filesIn(config.staticDir))).toSorted()) {
    if (path.startsWith(config.outDir + sep)) continue;
    const made = await source.transform(path);
    if (made === null) await note(source.pathnameOf(path), path, await Deno.readFile(path), false);
    for (const file of made ?? []) await write(source.pathnameOf(file.path), file.content, false);
  }
  for (const [pathname, content] of scripts.files) await write(pathname, content, true);
  return records;
}

async function snapshotSource(
  config: ResolvedBuildConfig,
  routes: readonly string[],
  scripts: Scripts,
  records: Records,
): Promise<string> {
  const importing: string[] = [];
  const islands = scripts.islands.map(({ name, specifier, file }, index) => {
    const from = specifierFrom(config.outDir, specifier);
    importing.push(`import * as island${index} from ${JSON.stringify(from)};`);
    return `{ module: island${index}, name: ${JSON.stringify(name)}, file: ${
      JSON.stringify(file)
    } }`;
  });
  const files = await Promise.all(routes.map(async (path, index) => {
    const file = join(config.routeDir, path);
    const from = JSON.stringify(specifierFrom(config.outDir, file));
    const isNeeded = isEager(path, await Deno.readTextFile(file));
    if (isNeeded) importing.push(`import * as route${index} from ${from};`);
    const module = isNeeded ? `route${index}` : `() => import(${from})`;
    return `{ path: ${JSON.stringify(path)}, module: ${module} }`;
  }));
  return `// Written by the build; every build writes it anew.
${importing.join("\n")}

export default {
  buildId: ${JSON.stringify(config.buildId)},
  clientEntry: ${JSON.stringify(scripts.clientEntry)},
  imports: ${JSON.stringify([...scripts.imports])},
  files: [
    ${[...records].map((record) => JSON.stringify(record)).join(",\n    ")}
  ],
  islands: [
    ${islands.join(",\n    ")}
  ],
  routes: [
    ${files.join(",\n    ")}
  ],
};
`;
}

function serverSource({ outDir, serverEntry, root }: ResolvedBuildConfig): string {
  const server = fromFileUrl(new URL("../server.ts", import.meta.url).href);
  const here = relative(outDir, root).replaceAll(sep, "/");
  return `// Written by the build; every build writes it anew.
import { serveBuild } from ${JSON.stringify(specifierFrom(outDir, server))};
import { app } from ${JSON.stringify(specifierFrom(outDir, serverEntry))};
import snapshot from "./snapshot.js";

export default serveBuild(app, snapshot, new URL(${
    JSON.stringify(`${here}/`)
  }, import.meta.url).href);
`;
}

/** How a module of the build imports a file, or any other specifier as it is. */
function specifierFrom(outDir: string, target: string): string {
  const path = target.startsWith("file:") ? fromFileUrl(target) : target;
  if (!path.startsWith("/") && !/^[a-z]:[\\/]/i.test(path)) return target;
  const inside = relative(outDir, path).replaceAll(sep, "/");
  return encodeURI(inside.startsWith(".") ? inside : `./${inside}`);
}
