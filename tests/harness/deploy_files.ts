import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { ROOT } from "../../scripts/local/web_build.ts";

/** The files below a folder of the checkout whose names end so; paths in the checkout, in order. */
export async function filesBelow(folder: string, ...endings: string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(join(ROOT, folder))) {
    const path = `${folder}/${name}`;
    if (isDirectory) found.push(...await filesBelow(path, ...endings));
    else if (endings.some((ending) => name.endsWith(ending))) found.push(path);
  }
  return found.toSorted();
}

/** The text of a file of the checkout. */
export function textOf(path: string): Promise<string> {
  return Deno.readTextFile(join(ROOT, path));
}

/** The documents of a YAML file. @throws With the file's name when it is not YAML. */
export async function yamlOf(path: string): Promise<unknown[]> {
  return parseAllDocuments(await textOf(path), {
    merge: true,
    // Compose takes values of an earlier file back with these.
    customTags: ["!reset", "!override"].map((tag) => ({
      tag,
      collection: "seq" as const,
      resolve: (value: unknown) => value,
    })),
  }).map((document) => {
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) throw new Error(`${path}: ${problem.message}`);
    return document.toJS();
  });
}

/** Whether a program is on the PATH; a test of it that is not run counts as skipped, not as passed. */
export async function isInstalled(program: string): Promise<boolean> {
  const folders = (Deno.env.get("PATH") ?? "").split(":");
  const found = folders.map((folder) => Deno.stat(join(folder, program)).catch(() => undefined));
  return (await Promise.all(found)).some((file) => file?.isFile);
}
