import { compile, optimize } from "@tailwindcss/node";
import { Scanner } from "@tailwindcss/oxide";
import type { Builder } from "fresh/dev";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
// Named here so that Deno knows which version findPackageJSON() is asked for.
import "tailwindcss";

/** Builds static/styles.css: the styles of this folder and the utilities that the pages name. */
export function addTailwind(builder: Builder): void {
  builder.onTransformStaticFile(
    { pluginName: "tailwind", filter: /\.css$/ },
    async ({ path, text, mode }) => {
      const css = await buildStyles(path, text);
      return { content: mode === "production" ? optimize(css, { minify: true }).code : css };
    },
  );
}

/**
 * Turns a style sheet with `@import "tailwindcss/…"` into plain CSS.
 *
 * @param path Where it lies; `@import` and `@source` are relative to it.
 */
export async function buildStyles(path: string, source: string): Promise<string> {
  const compiler = await compile(source, {
    base: dirname(path),
    onDependency: () => {},
    customCssResolver: (id) => Promise.resolve(resolvePackage(id)),
  });
  const scanner = new Scanner({ sources: compiler.sources });
  return compiler.build(scanner.scan());
}

/** Without a node_modules folder, only Deno knows where it keeps the package. */
function resolvePackage(id: string): string | undefined {
  if (!id.startsWith("tailwindcss/")) return undefined;
  const description = findPackageJSON("tailwindcss", import.meta.url);
  return description && join(dirname(description), id.slice("tailwindcss/".length));
}
