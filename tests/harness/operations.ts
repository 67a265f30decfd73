import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AnyOperation, Resource } from "../../lib/platform/endpoint.ts";

/** An operation of the API and where it is, as its file says. */
export interface KnownOperation {
  readonly method: string;
  /** `/jobs/{id}/resumes`, below /api/v1. */
  readonly path: string;
  readonly operation: AnyOperation;
}

const FOLDER = join(import.meta.dirname ?? "", "../../routes/api/v1");

/** Every operation under /api/v1, found by its files. */
export async function allOperations(): Promise<KnownOperation[]> {
  const found: KnownOperation[] = [];
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

const operations = allOperations();

/** Checks an answer of the API against what its operation says: every field, and no other. */
export async function checkAnswer(method: string, path: string, status: number, body: unknown) {
  const known = (await operations).find((one) =>
    one.method === method && patternOf(one.path).test(path.split("?")[0] ?? "")
  );
  if (!known) return;
  const { answer, answerType, status: expected = answer ? 200 : 204 } = known.operation;
  if (status !== expected || answerType) return;
  if (!answer) return assert.equal(body, "", `${method} ${known.path} answers a body`);
  const given = toCamel(body);
  const parsed = answer.safeParse(given);
  assert.ok(parsed.success, `${method} ${known.path}: ${parsed.error?.message}`);
  assert.deepEqual(given, parsed.data, `${method} ${known.path} answers fields that it hides`);
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`);
}

function toCamel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toCamel);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      toCamel(inner),
    ]),
  );
}
