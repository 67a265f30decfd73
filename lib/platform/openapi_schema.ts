import { type JsonSchema, mapSchema } from "./json_schema.ts";
import { toSnake } from "./snake_case.ts";

/**
 * A schema as the document shows it: names in snake_case, and without what zod adds for machines
 * of its own kind: the bounds of safe integers, and patterns that say again what a format says.
 */
export function toPublicSchema(schema: JsonSchema): JsonSchema {
  return mapSchema(schema, (one) => simplifyNull(withoutNoise(withSnakeNames(one))));
}

/** An answer may get more fields over time, so that its schema forbids none. */
export function toOpenSchema(schema: JsonSchema): JsonSchema {
  return mapSchema(
    schema,
    ({ additionalProperties, ...one }) =>
      additionalProperties === false || additionalProperties === undefined
        ? one
        : { ...one, additionalProperties },
  );
}

function withSnakeNames({ properties, required, ...schema }: JsonSchema): JsonSchema {
  if (!properties) return required ? { ...schema, required } : schema;
  return {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, one]) => [toSnake(name), one]),
    ),
    ...(required ? { required: required.map(toSnake) } : {}),
  };
}

function withoutNoise(schema: JsonSchema): JsonSchema {
  const { minimum, maximum, pattern, ...rest } = schema;
  return {
    ...rest,
    ...(minimum !== undefined && minimum !== Number.MIN_SAFE_INTEGER ? { minimum } : {}),
    ...(maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER ? { maximum } : {}),
    ...(pattern !== undefined && !schema.format && schema.type === "string" ? { pattern } : {}),
  };
}

/** `anyOf: [{type: "string", …}, {type: "null"}]` as `type: ["string", "null"]`. */
function simplifyNull(schema: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = schema;
  const [value, nothing] = anyOf ?? [];
  if (anyOf?.length !== 2 || !value || nothing?.type !== "null") return schema;
  if (typeof value.type !== "string" || value.$ref || value.oneOf || value.anyOf) return schema;
  return {
    ...value,
    ...rest,
    type: [value.type, "null"],
    ...(value.enum ? { enum: [...value.enum, null] } : {}),
  };
}
