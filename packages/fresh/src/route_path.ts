/** What a file's name below the routes folder says. */
export interface RoutePath {
  kind: "route" | "app" | "layout" | "middleware" | "error" | "notFound";
  /** The URL pattern of a route. */
  url: string;
  /** The same with the names of groups, for the tree of folders. */
  place: string;
  /** The folder in which the file lies, as a pattern with the names of groups. */
  folder: string;
  /** How many folders deep. */
  depth: number;
  /** How particular each segment of the URL is; 0 for a literal. */
  ranks: number[];
}

const SPECIAL: Record<string, RoutePath["kind"]> = {
  _app: "app",
  _layout: "layout",
  _middleware: "middleware",
  _error: "error",
  _500: "error",
  _404: "notFound",
};

/**
 * Reads a file's path relative to the routes folder, such as "jobs/[id].tsx".
 *
 * @throws {SyntaxError} If two parameters touch, or an optional one is only a part of its segment.
 */
export function readRoutePath(path: string): RoutePath {
  const names = path.replace(/\.[^./]+$/, "").split("/");
  const name = names.pop() ?? "";
  const folders = names.map((part) => readPart(part, path));
  const folder = `/${names.map((part) => patternOf(part, path)).join("/")}`;
  const depth = names.length;
  const kind = SPECIAL[name];
  if (kind !== undefined) return { kind, url: "*", place: folder, folder, depth, ranks: [] };

  const own = name === "index" ? [] : [readPart(name, path)];
  const parts = [...folders, ...own].filter((part) => part !== null);
  const url = parts.map(({ pattern }) => pattern).join("") || "/";
  const last = name === "index" ? "" : patternOf(name, path);
  return {
    kind: "route",
    url,
    place: `${folder === "/" ? "" : folder}/${last}`,
    folder,
    depth,
    ranks: parts.map(({ rank }) => rank),
  };
}

interface Part {
  /** With its slash. */
  pattern: string;
  rank: number;
}

function patternOf(part: string, path: string): string {
  return readPart(part, path)?.pattern.replaceAll("/", "") ?? part;
}

/** One segment; null for a group, which is no part of the URL. */
function readPart(part: string, path: string): Part | null {
  if (/^\(.*\)$/.test(part)) return null;
  const rest = /^\[\.\.\.(\w+)\]$/.exec(part)?.[1];
  if (rest !== undefined) return { pattern: `/:${rest}*`, rank: 4 };
  const optional = /^\[\[(\w+)\]\]$/.exec(part)?.[1];
  if (optional !== undefined) return { pattern: `{/:${optional}}?`, rank: 3 };
  const single = /^\[(\w+)\]$/.exec(part)?.[1];
  if (single !== undefined) return { pattern: `/:${single}`, rank: 2 };

  if (part.includes("][")) {
    throw new SyntaxError(`${path}: two parameters need something between them`);
  }
  const pattern = part.replace(/\[(\w+)\]/g, ":$1");
  if (/[[\]]/.test(pattern)) {
    throw new SyntaxError(`${path}: "${part}" is not the name of a route`);
  }
  return { pattern: `/${pattern}`, rank: pattern === part ? 0 : 1 };
}
