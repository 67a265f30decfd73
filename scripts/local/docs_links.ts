import { dirname, join, normalize, relative } from "node:path";
import { type Doc, findCommandFaults } from "./docs_commands.ts";

const DECISIONS = "docs/adr/";

/**
 * What is wrong with a checkout's Markdown, a line each: links to files and headings that are not
 * there, commands that do not fit what they call, pages and decisions that their index leaves out.
 */
export async function findDocFaults(root: string): Promise<string[]> {
  const docs: Doc[] = [];
  for await (const path of markdownFiles(root)) {
    docs.push({ path, text: await Deno.readTextFile(join(root, path)) });
  }
  const headings = new Map(docs.map(({ path, text }) => [path, anchorsOf(text)]));
  const faults: string[] = [];
  for (const doc of docs) faults.push(...await brokenLinks(root, doc, headings));
  return [
    ...faults,
    ...await findCommandFaults(root, docs),
    ...pagesLeftOut(docs),
    ...leftOut(docs),
  ];
}

async function* markdownFiles(root: string, folder = root): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (name.startsWith(".") || name === "node_modules" || name === "samples") continue;
    const path = join(folder, name);
    if (isDirectory) yield* markdownFiles(root, path);
    else if (name.endsWith(".md")) yield relative(root, path);
  }
}

async function brokenLinks(
  root: string,
  { path, text }: Doc,
  headings: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<string[]> {
  const faults: string[] = [];
  for (const [, target = ""] of withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(target)) continue; // another site's
    const [file = "", anchor] = target.split("#");
    const to = file === "" ? path : normalize(join(dirname(path), file));
    const isThere = file === "" || await exists(join(root, to));
    const isFound = anchor === undefined || (headings.get(to)?.has(anchor) ?? false);
    if (!isThere || !isFound) faults.push(`${path}: ${target} leads nowhere`);
  }
  return faults;
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

/** The anchors of the headings, as code hosts make them. */
function anchorsOf(text: string): Set<string> {
  const headings = [...withoutFences(text).matchAll(/^#{1,6} (.+)$/gm)];
  return new Set(
    headings.map(([, heading = ""]) =>
      heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, "").trim().replaceAll(/\s/g, "-")
    ),
  );
}

/** Pages below docs/ that nobody finds from its index. */
function pagesLeftOut(docs: readonly Doc[]): string[] {
  const index = docs.find(({ path }) => path === "docs/README.md")?.text;
  if (index === undefined) return [];
  const pages = docs.map(({ path }) => path)
    .filter((path) => path.startsWith("docs/") && path !== "docs/README.md")
    .map((path) => path.slice("docs/".length)).filter((path) => !/^adr\/\d/.test(path));
  return pages.filter((page) => !index.includes(`](${page})`))
    .map((page) => `docs/README.md leaves out ${page}`);
}

function leftOut(docs: readonly Doc[]): string[] {
  const index = docs.find(({ path }) => path === `${DECISIONS}README.md`)?.text ?? "";
  return docs.filter(({ path }) => path.startsWith(DECISIONS) && /\/\d{4}-/.test(path))
    .flatMap(({ path, text }) => {
      const title = /^# \d+\. (.+)$/m.exec(text)?.[1] ?? "";
      const file = path.slice(DECISIONS.length);
      return index.includes(`[${title}](${file})`)
        ? []
        : [`${DECISIONS}README.md leaves out [${title}](${file})`];
    });
}

function withoutCode(text: string): string {
  return withoutFences(text).replaceAll(/`[^`\n]*`/g, "code");
}

function withoutFences(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```/gm, "");
}
