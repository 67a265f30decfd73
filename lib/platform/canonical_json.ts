/** A value that is written already, for who writes it again and again; of `canonicalJson()`. */
export class WrittenJson {
  constructor(readonly text: string) {}
}

/**
 * JSON whose objects have their fields in order, so that equal values have equal texts: the JSON
 * Canonicalization Scheme. What is undefined is left out; a Date is its ISO text. Half of a
 * surrogate pair is escaped, where the scheme has no text for it at all.
 *
 * @throws {TypeError} For what JSON would change in silence: NaN, infinities, functions, maps.
 * @see RFC 8785; ECMAScript writes numbers and texts as its sections 3.2.2.2 and 3.2.2.3 ask, and
 *   sorts by UTF-16 code units as its section 3.2.3 does
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
      if (value instanceof WrittenJson) return value.text;
      if (value instanceof Date) return JSON.stringify(value.toISOString());
      if (isPlain(value)) return `{${fieldsOf(value).join(",")}}`;
  }
  throw new TypeError(`JSON has no one text for a value of the kind ${describe(value)}`);
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
