import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical_json.ts";

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
