/** Where an import leads: a file of ours, or a package in Deno's cache. */
export type Resolved =
  | { kind: "file"; path: string }
  | { kind: "npm"; dir: string; subpath: string };

interface InfoModule {
  specifier: string;
  kind?: string;
  error?: string;
  npmPackage?: string;
  dependencies?: { specifier: string; code?: { specifier?: string; error?: string } }[];
}

interface Info {
  modules: InfoModule[];
  redirects: Record<string, string>;
  npmPackages?: Record<string, { name: string; dependencies: string[]; localPath: string }>;
}

/**
 * What Deno itself knows of the modules behind some entries: it reads the import map, the lock
 * file and linked packages, and has put the packages into its cache, so that the browser's bundle
 * holds the very versions that the server runs.
 */
export class ModuleGraph {
  #targets = new Map<string, Map<string, string>>();
  #packageOf = new Map<string, string>();
  /** Told only when a bundle needs the module: it may be imported for its types alone. */
  #errors = new Map<string, string>();
  #redirects: Record<string, string>;
  #packages: NonNullable<Info["npmPackages"]>;

  constructor(info: Info) {
    this.#redirects = info.redirects;
    this.#packages = info.npmPackages ?? {};
    for (const { specifier, npmPackage, error, dependencies = [] } of info.modules) {
      if (npmPackage !== undefined) this.#packageOf.set(specifier, npmPackage);
      if (error !== undefined) this.#errors.set(specifier, error);
      const targets = new Map<string, string>();
      for (const { specifier, code } of dependencies) {
        if (code?.specifier !== undefined) targets.set(specifier, code.specifier);
      }
      this.#targets.set(specifier, targets);
    }
  }

  /**
   * Where an import of one of our own modules leads.
   *
   * @param importer The URL of the importing module.
   * @returns null when Deno knows of no such import.
   * @throws {Error} If it leads to nothing, or to what a bundle cannot hold.
   */
  resolve(specifier: string, importer: string): Resolved | null {
    const target = this.#targets.get(importer)?.get(specifier);
    if (target === undefined) return null;
    const url = this.#redirects[target] ?? target;
    const error = this.#errors.get(url);
    if (error !== undefined) throw new Error(`${error} It is imported by ${importer}`);
    if (url.startsWith("file:")) return { kind: "file", path: pathOf(url) };
    const npm = this.#packages[this.#packageOf.get(url) ?? ""];
    if (npm === undefined) throw new Error(`Cannot bundle "${url}", imported by ${importer}`);
    return { kind: "npm", dir: npm.localPath, subpath: subpathOf(url, npm.name) };
  }

  /** The folder of a package that a module of another package imports, or null. */
  dependency(name: string, importerPath: string): string | null {
    for (const npm of Object.values(this.#packages)) {
      if (!importerPath.startsWith(`${npm.localPath}/`)) continue;
      if (npm.name === name) return npm.localPath;
      for (const id of npm.dependencies) {
        const found = this.#packages[id];
        if (found?.name === name) return found.localPath;
      }
    }
    return null;
  }
}

/**
 * Asks Deno for the graph of some modules.
 *
 * @param entries URLs of modules.
 * @param root The project's folder, whose deno.json holds.
 * @throws {Error} If Deno cannot read the graph at all.
 */
export async function readGraph(entries: readonly string[], root: string): Promise<ModuleGraph> {
  const imports = entries.map((entry) => `import ${JSON.stringify(entry)};`).join("");
  const { stdout, stderr, success } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", `data:application/typescript,${encodeURIComponent(imports)}`],
    cwd: root,
    env: { NO_COLOR: "1" },
    stderr: "piped",
  }).output();
  if (!success) throw new Error(`Cannot read the imports:\n${new TextDecoder().decode(stderr)}`);

  const info: Info = JSON.parse(new TextDecoder().decode(stdout));
  return new ModuleGraph(info);
}

function pathOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname);
}

/** "npm:/preact@10.0.0/hooks" gives "./hooks". */
function subpathOf(url: string, name: string): string {
  const rest = url.replace(/^npm:\/?/, "").slice(name.length).replace(/^@[^/]+/, "");
  return `.${rest}`;
}
