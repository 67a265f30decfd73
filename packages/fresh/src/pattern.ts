/** One part of a path between slashes. */
export interface Segment {
  kind: "literal" | "param" | "rest" | "wildcard";
  /** The literal's text as it stands in a URL, or the parameter's name. */
  text: string;
}

const NAME = /^:([\p{ID_Start}$_][\p{ID_Continue}$]*)$/u;
const REST = /^:([\p{ID_Start}$_][\p{ID_Continue}$]*)\*$/u;

/**
 * Takes a URLPattern path apart when whole segments say it all.
 *
 * @returns The paths that the pattern stands for (two when it ends in an optional segment), or null
 * when the pattern needs URLPattern itself.
 */
export function compileSegments(pattern: string): Segment[][] | null {
  if (pattern === "*" || pattern === "/*") return [[{ kind: "wildcard", text: "0" }]];
  if (!pattern.startsWith("/") && !pattern.startsWith("{/")) return null;

  const segments: Segment[] = [];
  const parts = pattern.replaceAll("{/", "/{").slice(1).split("/");
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const optional = /^\{(.+)\}\?$/.exec(part)?.[1];
    if (optional !== undefined && !isLast) return null;
    const segment = readSegment(optional ?? part, isLast && optional === undefined);
    if (segment === null) return null;
    if (optional !== undefined) {
      const shorter = segments.length === 0 ? [ROOT] : segments;
      return [[...segments, segment], shorter];
    }
    segments.push(segment);
  }
  return [segments];
}

/** The path "/" has one empty part. */
const ROOT: Segment = { kind: "literal", text: "" };

function readSegment(part: string, isLast: boolean): Segment | null {
  const name = NAME.exec(part)?.[1];
  if (name !== undefined) return { kind: "param", text: name };
  const rest = REST.exec(part)?.[1];
  if (rest !== undefined) return isLast ? { kind: "rest", text: rest } : null;
  if (part === "*") return isLast ? { kind: "wildcard", text: "0" } : null;
  if (/[*:{}+?()\\]/.test(part)) return null;
  return { kind: "literal", text: encodePath(`/${part}`).slice(1) };
}

/** A path as it stands in a URL. */
export function encodePath(path: string): string {
  return new URL(`http://localhost${path}`).pathname;
}

/** Puts a path under another: `("/a", "/b")` gives "/a/b"; "*" under a base stands for the base. */
export function joinPath(base: string, path: string): string {
  const front = base.replace(/\/?\*$/, "").replace(/\/$/, "");
  if (path === "*" || path === "/*") return front === "" ? path : `${front}/*`;
  if (path === "/" && front !== "") return front;
  return front + path;
}

/**
 * The folders that a path lies in, for the tree of layouts and middlewares.
 *
 * @param withLast Whether the last segment counts as a folder too.
 */
export function foldersOf(path: string, withLast: boolean): string[] {
  const folders = path.replace(/\/?\*$/, "").split("/").slice(1);
  if (!withLast || folders.at(-1) === "") folders.pop();
  return folders;
}
