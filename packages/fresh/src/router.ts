import { compileSegments, encodePath, type Segment } from "./pattern.ts";

/** The methods that a route may answer. */
export type Method = "HEAD" | "GET" | "POST" | "PATCH" | "PUT" | "DELETE" | "OPTIONS";

export const METHODS: readonly Method[] = [
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
];

/** A pattern with what answers each of its methods. */
export interface Entry<T> {
  pattern: string;
  byMethod: Map<string, T>;
}

export interface Match<T> {
  entry: Entry<T>;
  params: Record<string, string>;
}

interface Dynamic<T> {
  entry: Entry<T>;
  order: number;
  /** The names of the path's parts in order; "" for a literal. */
  names: readonly string[];
  rest: boolean;
}

interface Node<T> {
  literals: Map<string, Node<T>>;
  param?: Node<T>;
  /** Ends here. */
  leaf?: Dynamic<T>;
  /** Takes everything from here on, at least `restMin` parts. */
  rest?: Dynamic<T>;
  wildcard?: Dynamic<T>;
}

interface Slow<T> {
  entry: Entry<T>;
  order: number;
  pattern: URLPattern;
}

/**
 * Finds the route of a path. Literal paths sit in a map, paths of whole segments in a tree; only a
 * pattern with more to it (`/:a-:b`, `/(\\d+)`) is left to URLPattern. A literal path wins over
 * the others, and among those the one added first.
 */
export class Router<T> {
  #statics = new Map<string, Entry<T>>();
  #dynamics = new Map<string, Entry<T>>();
  #root: Node<T> = { literals: new Map() };
  #slow: Slow<T>[] = [];
  #order = 0;

  /** Sets what answers a method of a pattern; a later call replaces an earlier one. */
  add(methods: readonly string[], pattern: string, item: T): void {
    const entry = /[*:{}+?()\\]/.test(pattern) ? this.#dynamic(pattern) : this.#static(pattern);
    for (const method of methods) entry.byMethod.set(method, item);
  }

  /** The route of a path as it stands in a URL, or null. */
  match(pathname: string): Match<T> | null {
    const entry = this.#statics.get(pathname);
    if (entry !== undefined) return { entry, params: {} };
    if (this.#dynamics.size === 0) return null;

    const parts = pathname.slice(1).split("/");
    const found = search(this.#root, parts, 0, null);
    for (const slow of this.#slow) {
      if (found !== null && found.order < slow.order) break;
      const groups = slow.pattern.exec({ pathname })?.pathname.groups;
      if (groups === undefined) continue;
      const params: Record<string, string> = {};
      for (const name in groups) params[name] = decode(groups[name] ?? "");
      return { entry: slow.entry, params };
    }
    return found === null ? null : { entry: found.entry, params: paramsOf(found, parts) };
  }

  #static(pattern: string): Entry<T> {
    const pathname = encodePath(pattern);
    let entry = this.#statics.get(pathname);
    if (entry === undefined) {
      entry = { pattern, byMethod: new Map() };
      this.#statics.set(pathname, entry);
    }
    return entry;
  }

  #dynamic(pattern: string): Entry<T> {
    let entry = this.#dynamics.get(pattern);
    if (entry !== undefined) return entry;

    entry = { pattern, byMethod: new Map() };
    this.#dynamics.set(pattern, entry);
    const order = this.#order++;
    const shapes = compileSegments(pattern);
    if (shapes === null) {
      this.#slow.push({ entry, order, pattern: new URLPattern({ pathname: pattern }) });
    } else {
      for (const segments of shapes) insert(this.#root, segments, entry, order);
    }
    return entry;
  }
}

function insert<T>(root: Node<T>, segments: Segment[], entry: Entry<T>, order: number) {
  let node = root;
  const names: string[] = [];
  for (const segment of segments) {
    const dynamic = { entry, order, names: [...names, segment.text], rest: true };
    if (segment.kind === "rest") {
      node.rest ??= dynamic;
      return;
    }
    if (segment.kind === "wildcard") {
      node.wildcard ??= dynamic;
      return;
    }
    names.push(segment.kind === "param" ? segment.text : "");
    if (segment.kind === "param") {
      node = node.param ??= { literals: new Map() };
    } else {
      let next = node.literals.get(segment.text);
      if (next === undefined) node.literals.set(segment.text, next = { literals: new Map() });
      node = next;
    }
  }
  node.leaf ??= { entry, order, names, rest: false };
}

function search<T>(
  node: Node<T>,
  parts: string[],
  at: number,
  best: Dynamic<T> | null,
): Dynamic<T> | null {
  if (node.wildcard !== undefined && at < parts.length) best = earlier(best, node.wildcard);
  if (node.rest !== undefined && (at === parts.length || !parts.includes("", at))) {
    best = earlier(best, node.rest);
  }
  if (at === parts.length) return node.leaf === undefined ? best : earlier(best, node.leaf);

  const part = parts[at] as string; // at < parts.length
  const literal = node.literals.get(part);
  if (literal !== undefined) best = search(literal, parts, at + 1, best);
  if (node.param !== undefined && part !== "") best = search(node.param, parts, at + 1, best);
  return best;
}

function earlier<T>(a: Dynamic<T> | null, b: Dynamic<T>): Dynamic<T> {
  return a !== null && a.order < b.order ? a : b;
}

function paramsOf<T>(found: Dynamic<T>, parts: string[]): Record<string, string> {
  const params: Record<string, string> = {};
  const { names } = found;
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string; // i < names.length
    if (name === "") continue;
    const isRest = found.rest && i === names.length - 1;
    params[name] = decode(isRest ? parts.slice(i).join("/") : parts[i] ?? "");
  }
  return params;
}

function decode(value: string): string {
  if (!value.includes("%")) return value;
  try {
    return decodeURI(value);
  } catch {
    return value; // a stray "%" is no reason to fail
  }
}
