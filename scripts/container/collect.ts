import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { BadUse, runCommand } from "../local/command.ts";
import { SCRIPTS } from "../local/permissions.ts";
import { SetupProblem } from "../local/problem.ts";
import { ROOT } from "../local/web_build.ts";

const HELP = `Writes what a running product consists of into a folder: the modules that its commands
reach, its files, and a deno.json that names the packages of these alone.

  deno task container:collect FOLDER

The web app must have been built (\`deno task build\`).`;

/** The file that names the modules a container starts from; \`deno cache\` fetches for it. */
export const ROOTS_FILE = "container_roots.ts";

/** What is started by its path, at run time, and so is reached by no import. */
const STARTED = [
  "_fresh/server.js",
  "lib/documents/reader/reader_process.ts",
  "lib/documents/reader/reader_worker.ts",
  "lib/platform/webhooks/sender_process.ts",
  "scripts/container.ts",
  "scripts/container/probe.ts",
  ...Object.values(SCRIPTS),
];

/** What is read and not imported. */
const FILES = ["_fresh/static", "samples", "packages/fresh/deno.json", "deno.lock"];

/** Packages whose files are read under a name that is put together. */
const PUT_TOGETHER = ["@tesseract.js-data/eng", "@tesseract.js-data/nld"];

interface Dependency {
  readonly specifier: string;
  readonly code?: unknown;
}

/** What is used of the answer of `deno info --json`. */
interface Graph {
  readonly modules: readonly {
    readonly specifier: string;
    readonly error?: string;
    readonly dependencies?: readonly Dependency[];
  }[];
}

interface Reached {
  /** In the checkout. */
  readonly paths: readonly string[];
  /** What they import, as they write it. */
  readonly specifiers: ReadonlySet<string>;
}

interface Manifest {
  imports: Record<string, string>;
  tasks?: unknown;
  exclude?: unknown;
  deploy?: unknown;
  [other: string]: unknown;
}

/** @returns How many modules, and which imports of deno.json they name. */
export async function collect(folder: string): Promise<{ modules: number; imports: string[] }> {
  const roots = [...STARTED, ...await migrations()];
  const rootsFile = roots.map((path) => `import "./${path}";\n`).join("");
  const reached = await reachedFrom(rootsFile);
  for (const path of reached.paths) await copy(path, folder);
  for (const path of FILES) await copy(path, folder);
  await Deno.writeTextFile(join(folder, ROOTS_FILE), rootsFile);
  const imports = await writeManifest(folder, reached);
  return { modules: reached.paths.length, imports };
}

async function migrations(): Promise<string[]> {
  const files = await Array.fromAsync(Deno.readDir(join(ROOT, "migrations")));
  return files.filter(({ name }) => /^\d{4}_.*\.ts$/.test(name))
    .map(({ name }) => `migrations/${name}`).toSorted();
}

/** The checkout's own modules that these imports reach, also those loaded when first needed. */
async function reachedFrom(rootsFile: string): Promise<Reached> {
  const entry = await Deno.makeTempFile({ dir: ROOT, prefix: ".container_", suffix: ".ts" });
  try {
    await Deno.writeTextFile(entry, rootsFile);
    const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["info", "--json", entry],
      cwd: ROOT,
    }).output();
    if (!success) throw new SetupProblem(new TextDecoder().decode(stderr));
    const graph = JSON.parse(new TextDecoder().decode(stdout)) as Graph;
    const broken = graph.modules.find(({ error }) => error !== undefined);
    if (broken) throw new SetupProblem(`${broken.specifier}: ${broken.error}`);
    const own = graph.modules.filter(({ specifier }) => specifier.startsWith("file:"))
      .map((module) => ({ ...module, path: relative(ROOT, fileURLToPath(module.specifier)) }))
      .filter(({ path }) => path !== relative(ROOT, entry));
    const specifiers = own.flatMap(({ dependencies = [] }) =>
      dependencies.filter(isLoaded).map(({ specifier }) => specifier)
    );
    return { paths: own.map(({ path }) => path).toSorted(), specifiers: new Set(specifiers) };
  } finally {
    await Deno.remove(entry);
  }
}

/** An `import type` alone loads nothing. */
function isLoaded({ code }: Dependency): boolean {
  return code !== undefined;
}

async function copy(path: string, folder: string): Promise<void> {
  const from = join(ROOT, path);
  if ((await Deno.stat(from)).isDirectory) {
    for await (const { name } of Deno.readDir(from)) await copy(join(path, name), folder);
    return;
  }
  await Deno.mkdir(dirname(join(folder, path)), { recursive: true });
  await Deno.copyFile(from, join(folder, path));
}

/** Keeps those imports that a module names: the packages of tests and of the build are left out. */
async function writeManifest(folder: string, reached: Reached): Promise<string[]> {
  const manifest = JSON.parse(await Deno.readTextFile(join(ROOT, "deno.json"))) as Manifest;
  const sources = await Promise.all(
    reached.paths.map((path) => Deno.readTextFile(join(ROOT, path))),
  );
  // A file of a package that is read, not imported, is named by its path.
  const isNamed = (name: string) =>
    PUT_TOGETHER.includes(name) ||
    [...reached.specifiers].some((one) => one === name || one.startsWith(`${name}/`)) ||
    sources.some((source) => source.includes(`"${name}/`));
  const imports = Object.entries(manifest.imports).filter(([name]) => isNamed(name));
  const { tasks: _, exclude: __, deploy: ___, ...kept } = manifest;
  const text = JSON.stringify({ ...kept, imports: Object.fromEntries(imports) }, null, 2);
  await Deno.writeTextFile(join(folder, "deno.json"), `${text}\n`);
  return imports.map(([name]) => name);
}

if (import.meta.main) {
  Deno.exit(
    await runCommand({ help: HELP, words: { min: 1, max: 1 } }, async (_, [folder = ""]) => {
      if (folder === "") throw new BadUse("Say which folder.");
      const { modules, imports } = await collect(folder);
      console.log(`${modules} modules, ${imports.length} packages: ${imports.join(", ")}`);
    }),
  );
}
