import { fromFileUrl, toFileUrl } from "../file_url.ts";
import { basename, resolve } from "node:path";
import type { BuildOptions, BuildResult, Metafile, Plugin, PluginBuild } from "esbuild";
import { type ModuleGraph, readGraph } from "./module_graph.ts";

/** How source maps are made, in esbuild's words. */
export interface SourceMapOptions {
  kind: BuildOptions["sourcemap"];
  sourceRoot?: BuildOptions["sourceRoot"];
  sourcesContent?: BuildOptions["sourcesContent"];
}

export interface BundleOptions {
  /** File URLs or paths by the names of their scripts. */
  entries: Map<string, string>;
  root: string;
  target: string | string[];
  isDev: boolean;
  jsxImportSource: string;
  sourceMap?: SourceMapOptions;
}

export interface Bundle {
  /** Every script by its file name, which holds a hash of the content. */
  files: Map<string, Uint8Array<ArrayBuffer>>;
  /** The file of each entry. */
  entryFiles: Map<string, string>;
  /** The files that each file imports. */
  imports: Map<string, string[]>;
}

/** One after the other: the last to end stops esbuild's process for all. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Makes the browser's scripts: one for each entry, with what several of them need in shared ones.
 *
 * @throws {Error} If a module cannot be found, read or bundled.
 */
export function bundle(options: BundleOptions): Promise<Bundle> {
  const next = queue.then(() => bundleNow(options));
  queue = next.catch(() => {}); // told to the caller
  return next;
}

async function bundleNow(options: BundleOptions): Promise<Bundle> {
  const urls = new Map(
    [...options.entries].map(([name, entry]) => [
      name,
      entry.includes("://") ? entry : toFileUrl(entry),
    ]),
  );
  const graph = await readGraph([...urls.values()], options.root);
  const esbuild = await import("esbuild");
  try {
    const result = await esbuild.build({
      ...settings(options),
      entryPoints: Object.fromEntries([...urls].map(([name, url]) => [name, fromFileUrl(url)])),
      plugins: [denoResolver(graph)],
    });
    return readResult(result, urls, options.root);
  } finally {
    await esbuild.stop();
  }
}

function settings(options: BundleOptions) {
  const { isDev, root, target, jsxImportSource, sourceMap } = options;
  return {
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target,
    minify: !isDev,
    jsx: "automatic",
    jsxImportSource,
    tsconfigRaw: {}, // what Deno knows counts, not a stray tsconfig.json
    sourcemap: sourceMap?.kind ?? (isDev ? "linked" : undefined),
    sourceRoot: sourceMap?.sourceRoot,
    sourcesContent: sourceMap?.sourcesContent,
    define: { "process.env.NODE_ENV": JSON.stringify(isDev ? "development" : "production") },
    absWorkingDir: root,
    outdir: ".",
    entryNames: "[name]-[hash]",
    chunkNames: "shared-[hash]",
    metafile: true,
    write: false,
    logLevel: "silent", // errors are thrown
  } satisfies BuildOptions;
}

/** Has Deno find the modules, and esbuild the right file within a package. */
function denoResolver(graph: ModuleGraph): Plugin {
  return {
    name: "deno",
    setup(build) {
      build.onResolve({ filter: /.*/ }, async (args) => {
        if (args.kind === "entry-point" || args.pluginData === SEEN) return undefined;
        const importer = args.importer.replaceAll("\\", "/");
        const ours = graph.resolve(args.path, toFileUrl(importer));
        if (ours?.kind === "file") return { path: ours.path };
        if (ours !== null) return await resolveInPackage(build, ours.dir, ours.subpath);

        const [, name, rest = ""] = /^((?:@[^/]+\/)?[^./@][^/]*)(\/.*)?$/.exec(args.path) ?? [];
        if (name === undefined) return undefined;
        const dir = graph.dependency(name, importer);
        return dir === null ? undefined : await resolveInPackage(build, dir, `.${rest}`);
      });
    },
  };
}

const SEEN = Symbol("seen");

/** Follows a package's "exports", or its "browser", "module" and "main" when it has none. */
async function resolveInPackage(build: PluginBuild, dir: string, subpath: string) {
  const { name, exports } = JSON.parse(await Deno.readTextFile(`${dir}/package.json`));
  const path = exports === undefined ? subpath : name + subpath.slice(1);
  const found = await build.resolve(path, {
    kind: "import-statement",
    resolveDir: dir,
    pluginData: SEEN,
  });
  return found.errors.length > 0 ? { errors: found.errors } : {
    path: found.path,
    sideEffects: found.sideEffects,
  };
}

function readResult(
  result: BuildResult & { metafile?: Metafile },
  urls: Map<string, string>,
  root: string,
): Bundle {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const { path, contents } of result.outputFiles ?? []) {
    files.set(basename(path), contents as Uint8Array<ArrayBuffer>); // fresh from esbuild's pipe
  }
  const entryFiles = new Map<string, string>();
  const imports = new Map<string, string[]>();
  for (const [output, about] of Object.entries(result.metafile?.outputs ?? {})) {
    const file = basename(output);
    const statics = about.imports.filter(({ kind }) => kind === "import-statement");
    imports.set(file, statics.map(({ path }) => basename(path)));
    if (about.entryPoint === undefined) continue;
    const source = toFileUrl(resolve(root, about.entryPoint));
    for (const [name, url] of urls) if (url === source) entryFiles.set(name, file);
  }
  return { files, entryFiles, imports };
}
