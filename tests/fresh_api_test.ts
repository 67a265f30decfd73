import assert from "node:assert/strict";
import { join, relative } from "node:path";

/** What upstream's Fresh exports and the app may use: values and types, by entry point. */
const API: Record<string, { values: string[]; types: string[] }> = {
  "fresh": {
    values: [
      "App",
      "cors",
      "createDefine",
      "csp",
      "csrf",
      "HttpError",
      "ipFilter",
      "page",
      "staticFiles",
      "trailingSlashes",
    ],
    types: [
      "Context",
      "CORSOptions",
      "CSPOptions",
      "CsrfOptions",
      "Define",
      "FreshConfig",
      "FreshContext",
      "HandlerByMethod",
      "HandlerFn",
      "Island",
      "LayoutConfig",
      "ListenOptions",
      "Method",
      "Middleware",
      "MiddlewareFn",
      "PageProps",
      "PageResponse",
      "ResolvedFreshConfig",
      "RouteConfig",
      "RouteData",
      "RouteHandler",
    ],
  },
  "fresh/runtime": {
    values: ["asset", "assetSrcSet", "Head", "HttpError", "IS_BROWSER", "Partial"],
    types: [],
  },
  "fresh/dev": {
    values: ["Builder"],
    types: [
      "BuildOptions",
      "OnTransformArgs",
      "OnTransformOptions",
      "ResolvedBuildConfig",
      "TransformFn",
    ],
  },
};

const ROOT = join(import.meta.dirname ?? "", "..");
const OURS = new Set(["packages", "node_modules", "coverage"]);

interface FreshImport {
  file: string;
  specifier: string;
  names: { name: string; isType: boolean }[];
}

async function* sources(dir: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(dir)) {
    if (name.startsWith(".") || name.startsWith("_fresh")) continue;
    if (dir === ROOT && OURS.has(name)) continue;
    const path = join(dir, name);
    if (isDirectory) yield* sources(path);
    else if (/\.[jt]sx?$/.test(name)) yield path;
  }
}

const FROM =
  /\b(?:import|export)\s+(type\s+)?([^;"'`]*?)\s*\bfrom\s*["']((?:fresh|(?:jsr:)?@fresh\/[\w-]+)(?:[@/][^"']*)?)["']/g;
const WHOLE = /\bimport\s*\(?\s*["']((?:fresh|(?:jsr:)?@fresh\/[\w-]+)(?:[@/][^"']*)?)["']/g;

/** The imports of `fresh*` in a source; a name that stands for everything is "*". */
function importsIn(source: string, file: string): FreshImport[] {
  const found: FreshImport[] = [];
  for (const [, type, clause = "", specifier = ""] of source.matchAll(FROM)) {
    const braces = /\{([^}]*)\}/.exec(clause)?.[1];
    const outside = clause.replace(/\{[^}]*\}/, "").replaceAll(",", " ").trim();
    const names = (braces ?? "").split(",").map((name) => name.trim()).filter((name) => name !== "")
      .map((name) => ({
        name: name.replace(/^type\s+/, "").split(/\s+as\s+/)[0] ?? "",
        isType: type !== undefined || name.startsWith("type "),
      }));
    if (outside !== "") {
      names.push({ name: outside.startsWith("*") ? "*" : "default", isType: false });
    }
    found.push({ file, specifier, names });
  }
  for (const [, specifier = ""] of source.matchAll(WHOLE)) {
    found.push({ file, specifier, names: [{ name: "*", isType: false }] });
  }
  return found;
}

/** What upstream would refuse of an import, in words; empty when nothing. */
function complaints({ file, specifier, names }: FreshImport): string[] {
  const entry = Object.hasOwn(API, specifier) ? API[specifier] : undefined;
  if (entry === undefined) return [`${file} imports "${specifier}"`];
  return names.filter(({ name, isType }) =>
    !entry.values.includes(name) && !(isType && entry.types.includes(name))
  ).map(({ name, isType }) =>
    `${file} imports ${isType ? "type " : ""}${name} from "${specifier}"`
  );
}

Deno.test("the app imports from Fresh what upstream exports, and nothing else", async () => {
  const wrong: string[] = [];
  let count = 0;
  for await (const path of sources(ROOT)) {
    const file = relative(ROOT, path);
    if (file === "tests/fresh_api_test.ts") continue; // holds examples of what is wrong
    const imports = importsIn(await Deno.readTextFile(path), file);
    count += imports.length;
    wrong.push(...imports.flatMap(complaints));
  }
  assert.deepEqual(wrong, []);
  assert.ok(count > 0, "no import of Fresh was found at all");
});

Deno.test("an import that upstream does not export is told", () => {
  const of = (source: string) => importsIn(source, "a.ts").flatMap(complaints);
  assert.deepEqual(of('import { App, type Context } from "fresh";'), []);
  assert.deepEqual(of('import type { PageProps as Props } from "fresh";'), []);
  assert.deepEqual(of('import {\n  asset,\n  Head,\n} from "fresh/runtime";'), []);
  assert.deepEqual(of('import { Router } from "fresh";'), ['a.ts imports Router from "fresh"']);
  assert.deepEqual(of('import { Context } from "fresh";'), ['a.ts imports Context from "fresh"']);
  assert.equal(of('import fresh, { type App } from "fresh";').length, 1);
  assert.equal(of('import * as fresh from "fresh";').length, 1);
  assert.equal(of('export * from "fresh";').length, 1);
  assert.equal(of('export { Builder } from "fresh";').length, 1);
  assert.equal(of('await import("fresh/dev");').length, 1);
  assert.equal(of('import { setBuildCache } from "fresh/internal";').length, 1);
  assert.equal(of('import "fresh/internal-dev";').length, 1);
  assert.equal(of('import { App } from "jsr:@fresh/core@2";').length, 1);
});

Deno.test("our stand-in exports those values and no others", async () => {
  for (const [specifier, { values }] of Object.entries(API)) {
    const module: Record<string, unknown> = await import(specifier);
    assert.deepEqual(Object.keys(module).sort(), values.toSorted(), specifier);
  }
});
