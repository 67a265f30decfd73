import type { Part } from "./permissions.ts";

/**
 * For many short requests at once: what lives for one of them is thrown away without being moved
 * out of the young objects first, of which V8 else keeps the fewest that it can.
 */
export const WEB_ENGINE = "--v8-flags=--min-semi-space-size=32";

/** What V8 is told for a part of the product. */
export function engineOf(part: Part): string[] {
  return part === "web" ? [WEB_ENGINE] : [];
}
