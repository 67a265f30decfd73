import type { JsonSchema } from "./json_schema.ts";

/** An instant and a day that stand for any. */
const INSTANT = "2026-03-02T09:30:00.000Z";
const ID = "0198f2c4-6a10-7c3e-9b52-0d4be1a7c1ff";

/**
 * A whole answer that fits its schema: an excerpt with the rest filled in, always in the same way.
 * Of what may be null, null is taken; of a list, nothing.
 *
 * @param find The schema that a `$ref` names.
 */
export function sampleOf(
  schema: JsonSchema,
  excerpt: unknown,
  find: (ref: string) => JsonSchema,
): unknown {
  if (schema.$ref) return sampleOf(find(schema.$ref), excerpt, find);
  const inner = choose(schema, excerpt, find);
  if (inner) return sampleOf(inner, excerpt, find);
  if (Array.isArray(excerpt)) {
    return excerpt.map((item) => sampleOf(schema.items ?? {}, item, find));
  }
  if (typesOf(schema).includes("object") && excerpt !== null) {
    return sampleObject(schema, (excerpt ?? {}) as Record<string, unknown>, find);
  }
  return excerpt === undefined ? sampleScalar(schema) : excerpt;
}

/** Of several schemas, the one that the excerpt fits; without an excerpt null where it may be. */
function choose(
  { anyOf, oneOf, allOf }: JsonSchema,
  excerpt: unknown,
  find: (ref: string) => JsonSchema,
): JsonSchema | undefined {
  const options = anyOf ?? oneOf ?? allOf;
  if (!options) return undefined;
  const typeOf = (option: JsonSchema): readonly string[] =>
    typesOf(option.$ref ? find(option.$ref) : option);
  const wanted = excerpt === undefined || excerpt === null
    ? "null"
    : Array.isArray(excerpt)
    ? "array"
    : typeof excerpt;
  const fits = (option: JsonSchema) => {
    const types = typeOf(option);
    return types.includes(wanted) || (wanted === "number" && types.includes("integer"));
  };
  return options.find(fits) ?? options[0];
}

function sampleObject(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  excerpt: Record<string, unknown>,
  find: (ref: string) => JsonSchema,
): Record<string, unknown> {
  const names = new Set([...Object.keys(properties), ...required, ...Object.keys(excerpt)]);
  // Of a record, every name has the same schema.
  const others = typeof additionalProperties === "object" ? additionalProperties : {};
  return Object.fromEntries(
    [...names].filter((name) => required.includes(name) || Object.hasOwn(excerpt, name))
      .map((name) => [name, sampleOf(properties[name] ?? others, excerpt[name], find)]),
  );
}

function sampleScalar(schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.examples) return schema.examples[0];
  const types = typesOf(schema);
  if (types.includes("null")) return null;
  if (schema.enum) return schema.enum[0];
  if (types.includes("array")) return [];
  if (types.includes("boolean")) return false;
  if (types.includes("integer") || types.includes("number")) {
    return Math.max(schema.minimum ?? 0, 0);
  }
  if (schema.format === "uuid") return ID;
  if (schema.format === "date-time") return INSTANT;
  if (schema.format === "date") return INSTANT.slice(0, 10);
  return "…".padEnd(schema.minLength ?? 0, "…");
}

function typesOf({ type, enum: options, properties }: JsonSchema): readonly string[] {
  if (type === undefined) return options ? [typeof options[0]] : properties ? ["object"] : [];
  return Array.isArray(type) ? type : [type as string];
}
