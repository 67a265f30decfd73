/** What stands for a text that may name a person. */
export const HIDDEN = "…";

const PLAIN = /^([0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?)$/;

/**
 * The payload of a task as far as it may be shown to who operates the product: ids, numbers and
 * times. Any other text may be about a person, and is hidden.
 */
export function shownArguments(payload: unknown): Record<string, unknown> {
  const shown = show(payload);
  return typeof shown === "object" && shown !== null && !Array.isArray(shown)
    ? shown as Record<string, unknown>
    : { value: shown };
}

function show(value: unknown): unknown {
  if (typeof value === "string") return PLAIN.test(value) ? value : HIDDEN;
  if (Array.isArray(value)) return value.map(show);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, show(inner)]));
}

/** An error's text without what looks like an address of mail, or is quoted. */
export function shownError(error: string): string {
  return error.replaceAll(/"[^"]*"/g, `"${HIDDEN}"`).replaceAll(/[^\s<>"]+@[^\s<>"]+/g, HIDDEN);
}
