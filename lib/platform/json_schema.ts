/** The part of JSON Schema 2020-12 that zod writes for us. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  description?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  not?: JsonSchema;
  contentMediaType?: string;
  contentEncoding?: string;
  contentSchema?: JsonSchema;
}

/** The same schema with its inner ones changed first, then itself. */
export function mapSchema(
  schema: JsonSchema,
  change: (schema: JsonSchema) => JsonSchema,
): JsonSchema {
  const inner = (one: JsonSchema) => mapSchema(one, change);
  const mapped: JsonSchema = { ...schema };
  for (const key of ["items", "not", "contentSchema", "propertyNames"] as const) {
    if (mapped[key]) mapped[key] = inner(mapped[key]);
  }
  for (const key of ["anyOf", "oneOf", "allOf", "prefixItems"] as const) {
    if (mapped[key]) mapped[key] = mapped[key].map(inner);
  }
  if (typeof mapped.additionalProperties === "object") {
    mapped.additionalProperties = inner(mapped.additionalProperties);
  }
  if (mapped.properties) {
    mapped.properties = Object.fromEntries(
      Object.entries(mapped.properties).map(([name, one]) => [name, inner(one)]),
    );
  }
  return change(mapped);
}
