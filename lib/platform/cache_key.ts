import { createHash } from "node:crypto";

/** Longer inputs are hashed. A hash costs more than all else that finding a kept value does. */
const MAX_PLAIN = 500;

/**
 * The key of a kept value: `name:id:inputs`. Different inputs never have the same key: they are
 * in it as canonical JSON, or, where that is long, by its SHA-256.
 *
 * @param name What is kept, such as "job"; the part by which a person finds it in Redis.
 * @param id Of which one, if there is one.
 * @param inputs Everything else that the value depends on, whose it is first.
 */
export function cacheKey(name: string, id: string | undefined, inputs: unknown): string {
  const text = canonicalJson([id ?? null, inputs]);
  const rest = text.length <= MAX_PLAIN
    ? text
    : `sha256=${createHash("sha256").update(text).digest("base64url")}`;
  return id === undefined ? `${name}:${rest}` : `${name}:${id.slice(0, 100)}:${rest}`;
}

/**
 * JSON whose objects have their keys in order, so that equal values have equal texts. What is
 * undefined is left out; a Date is its ISO text.
 *
 * @throws {TypeError} For what JSON would change in silence: NaN, infinities, functions, maps.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case "string":
    case "boolean":
      return JSON.stringify(value);
    case "number":
      if (Number.isFinite(value)) return JSON.stringify(value);
      break;
    case "object":
      if (value === null) return "null";
      if (Array.isArray(value)) return `[${value.map(inList).join(",")}]`;
      if (value instanceof Date) return JSON.stringify(value.toISOString());
      if (isPlain(value)) return `{${fieldsOf(value).join(",")}}`;
  }
  throw new TypeError(`A cache cannot tell one ${describe(value)} from another`);
}

function inList(value: unknown): string {
  return value === undefined ? "null" : canonicalJson(value);
}

function fieldsOf(value: Record<string, unknown>): string[] {
  const fields: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const inner = value[key];
    if (inner !== undefined) fields.push(`${JSON.stringify(key)}:${canonicalJson(inner)}`);
  }
  return fields;
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  return typeof value === "object" ? value?.constructor?.name ?? "object" : String(typeof value);
}
