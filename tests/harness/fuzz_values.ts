import fc from "fast-check";
import type { JsonSchema } from "../../lib/platform/json_schema.ts";

/** Texts that programs have stumbled over: in SQL, in headers, in Unicode, in numbers and dates. */
export const HOSTILE_TEXTS: readonly string[] = [
  "",
  " ",
  "\0",
  "a\0b",
  "\ud800",
  "a\udfff\ud800b",
  "\ufeff\u202e\u200b",
  "e\u0301".repeat(200),
  "😀".repeat(50),
  "İıſK",
  "NaN",
  "-Infinity",
  "-0",
  "1e308",
  "99999999999999999999",
  "null",
  "undefined",
  "true",
  "__proto__",
  "constructor",
  "' or 1=1 --",
  "'; drop table jobs; --",
  "\\",
  "%",
  "_%\\_",
  "$1",
  "a & | ! <-> (b",
  "${7*7}{{7*7}}",
  "<script>alert(1)</script>",
  "a\r\nX-Injected: 1",
  "a%0d%0aX-Injected:%201",
  "../../etc/passwd",
  "0000-01-01",
  "2026-02-30",
  "9999-12-31T23:59:59.999999999Z",
  "+275760-09-13T00:00:00Z",
  "-271821-04-20T00:00:00Z",
  "0001-01-01T00:00:00+23:59",
  "2026-03-01T09:30:60Z",
  "00000000-0000-0000-0000-000000000000",
  "{01900000-0000-7000-8000-000000000000}",
  "x".repeat(300),
  "x".repeat(70_000),
  "é".repeat(4100),
];

/** Numbers at and beyond the edges of what programs and databases count with. */
export const HOSTILE_NUMBERS: readonly number[] = [
  0,
  -0,
  -1,
  0.1,
  1.5,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  -(2 ** 53) - 2,
  2 ** 63,
  1e15,
  1e21,
  1e308,
  -1e308,
  5e-324,
];

const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  fc.string({ unit: "binary", maxLength: 40 }),
);

/** Values of any type, most of which nobody wants. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: hostileText },
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_NUMBERS) },
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], Array(2000).fill(1)),
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(18, 19, 20, 21, 60).map(nested),
);

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value };
  return value;
}

/** Makes values of the schemas of one document. */
export class SchemaValues {
  readonly #schemas: Readonly<Record<string, JsonSchema>>;
  readonly #ids: fc.Arbitrary<string>;

  /** @param ids The ids that a field of an id is to have as a rule. */
  constructor(schemas: Readonly<Record<string, JsonSchema>>, ids: readonly string[]) {
    this.#schemas = schemas;
    this.#ids = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...ids) }, fc.uuid());
  }

  /**
   * A value of the schema.
   *
   * @param spoilt How many percent of all values in it are something else, or just beyond a bound;
   *   fields come and go as well then.
   */
  of(schema: JsonSchema, spoilt = 0): fc.Arbitrary<unknown> {
    const known = this.#resolve(schema);
    const value = this.#plain(known, spoilt);
    if (spoilt === 0) return value;
    return fc.oneof(
      { weight: 100 - spoilt, arbitrary: value },
      { weight: Math.ceil(spoilt / 2), arbitrary: hostileValue },
      { weight: Math.ceil(spoilt / 2), arbitrary: fc.constantFrom(...justBeyond(known)) },
    );
  }

  #resolve(schema: JsonSchema): JsonSchema {
    const name = schema.$ref?.slice("#/components/schemas/".length);
    return name === undefined ? schema : this.#resolve(this.#schemas[name] ?? {});
  }

  #plain(schema: JsonSchema, spoilt: number): fc.Arbitrary<unknown> {
    if ("const" in schema) return fc.constant(schema.const);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    const shapes = schema.anyOf ?? schema.oneOf;
    if (shapes) return fc.oneof(...shapes.map((one) => this.of(one, spoilt)));
    const types = [schema.type ?? []].flat();
    if (types.length === 0) return fc.jsonValue({ maxDepth: 2 });
    return fc.oneof(...types.map((type) => this.#ofType(type, schema, spoilt)));
  }

  #ofType(type: string, schema: JsonSchema, spoilt: number): fc.Arbitrary<unknown> {
    switch (type) {
      case "string":
        return this.#text(schema);
      case "integer":
        return fc.integer(boundsOf(schema, 1000));
      case "number":
        return fc.double({ ...boundsOf(schema, 1000), noNaN: true });
      case "boolean":
        return fc.boolean();
      case "array":
        return this.#array(schema, spoilt);
      case "object":
        return this.#object(schema, spoilt);
      case "null":
        return fc.constant(null);
    }
    throw new RangeError(`No value is known of the type ${type}`);
  }

  #text({ format, pattern, minLength = 0, maxLength = 200 }: JsonSchema): fc.Arbitrary<string> {
    if (format === "uuid") return this.#ids;
    if (format === "date") return instant.map((at) => at.slice(0, 10));
    if (format === "date-time") return instant;
    const most = Math.max(minLength, Math.min(maxLength, 60));
    if (pattern !== undefined) return matching(pattern, most);
    const words = WORDS.filter(({ length }) => length >= minLength && length <= maxLength);
    return fc.oneof(
      ...words.map((word) => fc.constant(word)),
      { weight: 5, arbitrary: fc.string({ unit: grapheme, minLength, maxLength: most }) },
    );
  }

  #array({ items = {}, minItems = 0, maxItems = 4 }: JsonSchema, spoilt: number) {
    const maxLength = Math.min(maxItems, minItems + 4);
    return fc.array(this.of(items, spoilt), { minLength: minItems, maxLength });
  }

  #object(schema: JsonSchema, spoilt: number): fc.Arbitrary<unknown> {
    const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
    if (typeof additionalProperties === "object") {
      const keys = this.of(propertyNames ?? { type: "string" }, 0) as fc.Arbitrary<string>;
      return fc.dictionary(keys.map(String), this.of(additionalProperties, spoilt), { maxKeys: 4 });
    }
    const fields = Object.fromEntries(
      Object.entries(properties).map(([name, one]) => [name, this.of(one, spoilt)]),
    );
    const whole = fc.record(fields, { requiredKeys: required });
    if (spoilt === 0) return whole;
    return fc.oneof(
      { weight: 8, arbitrary: whole },
      fc.record(fields, { requiredKeys: [] }),
      fc.tuple(whole, fc.constantFrom(...EXTRA_FIELDS), hostileValue)
        .map(([value, name, extra]) => ({ ...value as object, [name]: extra })),
    );
  }
}

// Each of these takes fast-check milliseconds to make, and the document asks for them thousands of times.
const grapheme = fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 });
const matchings = new Map<string, fc.Arbitrary<string>>();

function matching(pattern: string, maxLength: number): fc.Arbitrary<string> {
  const name = `${maxLength} ${pattern}`;
  const made = matchings.get(name) ?? fc.stringMatching(new RegExp(pattern), { maxLength });
  matchings.set(name, made);
  return made;
}

const EXTRA_FIELDS = ["extra", "workspace_id", "createdAt", "__proto__", "constructor", "", "a/~b"];

/** Texts that some field or other takes. */
const WORDS = [
  "Developer",
  "referral",
  "Requirements:\n- 3+ years of TypeScript\n- PostgreSQL",
  "Anna\nDeveloper, Acme\n2019 - present\n- TypeScript",
  "a long enough sentence",
  "https://example.com/a",
  "http://127.0.0.1:9/hook",
  "/api/v1/search",
  "eva@example.com",
  "nl",
];

const instant = fc.date({
  min: new Date("1990-01-01"),
  max: new Date("2050-01-01"),
  noInvalidDate: true,
}).map((at) => at.toISOString());

function boundsOf(
  { minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonSchema,
  most: number,
) {
  const min = minimum ?? exclusiveMinimum ?? -most;
  const max = maximum ?? exclusiveMaximum ?? Math.max(min, most);
  return { min, max };
}

/** Values that a schema refuses by a hair, where it has a bound. */
function justBeyond(schema: JsonSchema): unknown[] {
  const { minLength, maxLength, minimum, maximum, minItems, maxItems } = schema;
  return [
    ...(minLength ? ["é".repeat(minLength - 1)] : []),
    ...(maxLength !== undefined ? ["é".repeat(maxLength + 1), "x".repeat(maxLength)] : []),
    ...(minimum !== undefined ? [minimum - 1, minimum + 0.5, String(minimum)] : []),
    ...(maximum !== undefined ? [maximum + 1, maximum, -maximum] : []),
    ...(minItems ? [[]] : []),
    ...(maxItems !== undefined ? [Array(maxItems + 1).fill("x")] : []),
    ...(schema.enum ? [String(schema.enum[0]).toUpperCase(), [schema.enum[0]]] : []),
    null,
    "",
  ];
}
