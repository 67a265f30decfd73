import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sources } from "./import_rules.ts";

/** Tests alike, of which each isolate runs several files, and in how many isolates. */
const KINDS: readonly (readonly [name: string, files: RegExp, isolates: number])[] = [
  ["browser", /^tests\/browser\//, 8],
  ["services", /^tests\//, 9],
  ["packages", /^packages\//, 2],
  ["units", /^/, 3],
];

/**
 * Writes modules that import all tests of a checkout between them, into `folder`. To load the
 * product takes some three seconds of a processor; a module of each file's own pays that each time.
 *
 * @returns The modules' paths, those first that take longest.
 */
export async function writeTestGroups(root: string, folder: string): Promise<string[]> {
  const groups = new Map<string, string[]>();
  const seen = new Map<string, number>();
  for (const file of (await Array.fromAsync(sources(root))).toSorted()) {
    if (!/_test\.tsx?$/.test(file)) continue;
    const [name = "", , isolates = 1] = KINDS.find(([, files]) => files.test(file)) ?? [];
    const at = seen.get(name) ?? 0;
    seen.set(name, at + 1);
    const group = `${name}_${at % isolates + 1}_test.ts`;
    groups.set(group, [...groups.get(group) ?? [], file]);
  }
  const order = [...groups.keys()].toSorted((a, b) => kindOf(a) - kindOf(b));
  return await Promise.all(order.map(async (group) => {
    const lines = groups.get(group)?.map((file) => `import "${pathToFileURL(join(root, file))}";`);
    const path = join(folder, group);
    await Deno.writeTextFile(path, `${lines?.join("\n")}\n`);
    return path;
  }));
}

function kindOf(group: string): number {
  return KINDS.findIndex(([name]) => group.startsWith(name));
}
