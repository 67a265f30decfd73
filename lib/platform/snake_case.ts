import type { InputIssue } from "./errors.ts";
import { escapePointer } from "./json_body.ts";

/** `requirementsVersion` → `requirements_version`. */
export function toSnake(name: string): string {
  return name.replace(/(?<=[A-Za-z0-9])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `requirements_version` → `requirementsVersion`. */
export function toCamel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The same value with all keys as the API writes them. */
export function toSnakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toSnakeKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [toSnake(key), toSnakeKeys(inner)]),
  );
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
