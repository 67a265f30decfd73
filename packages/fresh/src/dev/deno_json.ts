import { dirname, join } from "node:path";

/** Which library makes elements, by the nearest deno.json; "preact" when it does not say. */
export async function jsxImportSourceOf(root: string): Promise<string> {
  for (let dir = root;; dir = dirname(dir)) {
    for (const name of ["deno.json", "deno.jsonc"]) {
      const text = await readIfThere(join(dir, name));
      if (text === null) continue;
      return /"jsxImportSource"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? "preact";
    }
    if (dirname(dir) === dir) return "preact";
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}
