import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Resource } from "../../lib/platform/endpoint.ts";
import type { PlacedOperation } from "../../lib/platform/openapi.ts";
import { ROOT } from "./web_build.ts";

const FOLDER = join(ROOT, "routes/api/v1");

/**
 * Every operation under /api/v1, found by its files.
 *
 * @throws {AssertionError} If a file there is not made by `resource()`.
 */
export async function allOperations(): Promise<PlacedOperation[]> {
  const found: PlacedOperation[] = [];
  for await (const file of routeFiles(FOLDER)) {
    const { handler } = await import(pathToFileURL(file).href) as { handler: Resource<unknown> };
    assert.ok(handler?.endpoints, `${file} is not made by resource()`);
    for (const [method, endpoint] of Object.entries(handler.endpoints)) {
      found.push({ method, path: pathOf(file), operation: endpoint.operation });
    }
  }
  return found.sort((a, b) => `${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1);
}

async function* routeFiles(folder: string): AsyncGenerator<string> {
  for await (const entry of Deno.readDir(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory && !entry.name.startsWith("(_")) yield* routeFiles(path);
    if (entry.isFile && /\.tsx?$/.test(entry.name)) yield path;
  }
}

function pathOf(file: string): string {
  return file.slice(FOLDER.length).replace(/(\/index)?\.tsx?$/, "").replace(/\[(\w+)\]/g, "{$1}");
}
