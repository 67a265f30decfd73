import { dirname, join, normalize, relative } from "node:path";

/** One import of a file, as written. */
export interface Import {
  /** Path in the checkout. */
  readonly from: string;
  /** Path in the checkout, or the name of a package. */
  readonly to: string;
  readonly isTypeOnly: boolean;
}

interface Rule {
  /** Whose imports it judges, by the beginning of the path; the first rule that fits counts. */
  readonly of: string;
  /** What may be imported, by the beginning of the path. */
  readonly may: readonly string[];
  /** What may be imported as types alone. */
  readonly mayAsType?: readonly string[];
  /** Whether packages may be imported: all, or just these. */
  readonly packages: boolean | readonly string[];
}

const LIB = ["lib/"];

/** The arithmetic of the engine, which runs in the browser too: no lexicon behind it. */
const BROWSER_TALENT = ["lib/talent/score.ts", "lib/talent/shares.ts", "lib/talent/what_if.ts"];

/** Imports go one way; see docs/architecture.md. */
export const RULES: readonly Rule[] = [
  { of: "lib/talent/", may: ["lib/talent/"], packages: false },
  { of: "lib/documents/", may: ["lib/documents/"], packages: true },
  {
    of: "lib/platform/",
    may: ["lib/platform/"],
    mayAsType: ["lib/talent/types.ts"],
    packages: true,
  },
  {
    of: "lib/accounts/",
    may: ["lib/accounts/", "lib/platform/"],
    mayAsType: ["lib/talent/types.ts"],
    packages: true,
  },
  { of: "lib/", may: LIB, packages: true },
  { of: "migrations/", may: [], packages: ["kysely"] },
  { of: "locales/", may: ["locales/"], mayAsType: LIB, packages: false },
  {
    of: "islands/",
    may: ["islands/", "components/", "locales/", ...BROWSER_TALENT],
    mayAsType: ["define.ts", ...LIB],
    packages: ["preact", "@preact/signals", "fresh"],
  },
  {
    of: "components/",
    may: ["islands/", "components/", "locales/", ...BROWSER_TALENT],
    mayAsType: ["define.ts", ...LIB],
    packages: ["preact", "@preact/signals", "fresh"],
  },
  { of: "worker/", may: ["worker/", "components/mail/", ...LIB], packages: true },
  {
    of: "routes/",
    may: [
      "routes/",
      "components/",
      "islands/",
      "locales/",
      "define.ts",
      "openapi.json",
      ...LIB,
    ],
    packages: true,
  },
  {
    of: "scripts/",
    may: ["scripts/", "worker/", "locales/", "tests/harness/environment.ts", ...LIB],
    packages: true,
  },
  { of: "packages/", may: ["packages/"], packages: true },
];

/** What breaks the rules, one line each; tests may import whatever they test. */
export async function findImportFaults(root: string): Promise<string[]> {
  const faults: string[] = [];
  for await (const file of sources(root)) {
    if (/_test\.tsx?$/.test(file)) continue;
    const rule = RULES.find(({ of }) => file.startsWith(of));
    if (!rule) continue;
    for (const one of importsOf(file, await Deno.readTextFile(join(root, file)))) {
      if (!isAllowed(rule, one)) faults.push(`${one.from} imports ${one.to}`);
    }
  }
  return faults.toSorted();
}

/** Whether a rule lets that import be. */
export function isAllowed(rule: Rule, { to, isTypeOnly }: Import): boolean {
  const isLocal = /^[^:]*\.(tsx?|json|css)$/.test(to) && !to.startsWith("@");
  if (!isLocal) {
    const { packages } = rule;
    return typeof packages === "boolean"
      ? packages
      : packages.some((name) => to === name || to.startsWith(`${name}/`));
  }
  return rule.may.some((path) => to.startsWith(path)) ||
    isTypeOnly && (rule.mayAsType ?? []).some((path) => to.startsWith(path));
}

const STATEMENT = /^(import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']/gm;
const CALL = /\bimport\(\s*["']([^"']+)["']/g;

/** The imports and re-exports of a module's text. */
export function importsOf(file: string, text: string): Import[] {
  const resolve = (specifier: string) =>
    specifier.startsWith(".") ? normalize(join(dirname(file), specifier)) : specifier;
  const statements = [...text.matchAll(STATEMENT)].map(([, , type, specifier = ""]) => ({
    from: file,
    to: resolve(specifier),
    isTypeOnly: type !== undefined,
  }));
  const calls = [...text.matchAll(CALL)].map(([, specifier = ""]) => ({
    from: file,
    to: resolve(specifier),
    isTypeOnly: false,
  }));
  return [...statements, ...calls];
}

/** The modules below a folder, by their paths from `root`. */
export async function* sources(root: string, folder = root): AsyncGenerator<string> {
  const skipped = ["_fresh", "node_modules", "coverage"];
  for await (const entry of Deno.readDir(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory) {
      if (!entry.name.startsWith(".") && !skipped.includes(entry.name)) yield* sources(root, path);
    } else if (/\.tsx?$/.test(entry.name)) yield relative(root, path);
  }
}
