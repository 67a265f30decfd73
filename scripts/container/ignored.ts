/**
 * Whether `.dockerignore` keeps a file out of the build, as Docker reads it: one pattern a line, the
 * last that fits decides, `!` takes back, and what fits a folder fits all in it.
 *
 * @param text The file's content.
 * @see https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export function ignoredBy(text: string): (path: string) => boolean {
  const rules = text.split("\n").map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ({ isKept: line.startsWith("!"), pattern: toPattern(line.replace(/^!/, "")) }));
  return (path) => rules.findLast(({ pattern }) => pattern.test(path))?.isKept === false;
}

function toPattern(glob: string): RegExp {
  const parts = glob.replace(/^\/|\/$/g, "").split(/(\*\*\/|\*\*|\*|\?)/);
  const source = parts.map((part) => SOURCES[part] ?? RegExp.escape(part)).join("");
  return new RegExp(`^${source}(/.*)?$`, "u");
}

const SOURCES: Readonly<Record<string, string>> = {
  "**/": "(?:.*/)?",
  "**": ".*",
  "*": "[^/]*",
  "?": "[^/]",
};
