import { isPathOf } from "../../lib/accounts/route_path.ts";
import { InvalidInput } from "../../lib/platform/errors.ts";
import document from "../../openapi.json" with { type: "json" };

const BASE = "/api/v1";
const OPERATIONS = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => ({ pattern: BASE + path, method: method.toUpperCase() }))
);

const METHODS_AT = Map.groupBy(OPERATIONS, ({ pattern }) => pattern);

/** The methods of the operations at "/api/v1/jobs/{id}"; none where there are none. */
export function methodsAt(pattern: string): string[] {
  return (METHODS_AT.get(pattern) ?? []).map(({ method }) => method);
}

/**
 * Sees to it that a limit on a path would hold for something, by the committed document of the API.
 *
 * @throws {InvalidInput} If no operation has that path, or none of them that method.
 */
export function requireKnownPath(
  { path, method }: { readonly path?: string; readonly method?: string | null },
): void {
  if (path === undefined) return;
  const there = OPERATIONS.filter(({ pattern }) => isPathOf(path, pattern));
  if (there.length === 0) {
    throw new InvalidInput(`No operation of the API has the path ${path}`, [
      { pointer: "/path", detail: "must be the path of an operation, or end in /* above some" },
    ]);
  }
  if (!method || there.some((one) => one.method === method)) return;
  const methods = [...new Set(there.map((one) => one.method))].join(", ");
  throw new InvalidInput(`No operation at ${path} has the method ${method}`, [
    { pointer: "/method", detail: `must be one of ${methods}, or null` },
  ]);
}
