import type { JsonSchema } from "../../lib/platform/json_schema.ts";

/** Two versions of one schema, and where they are. */
export interface SchemaPair {
  /** For the messages. */
  readonly at: string;
  /** Whether callers send it or get it. */
  readonly direction: "input" | "answer";
  readonly old: JsonSchema;
  readonly now: JsonSchema;
}

type Find = (schema: JsonSchema) => JsonSchema;

/** Deeper than any schema of ours; one that refers to itself ends here. */
const MAX_DEPTH = 12;

/**
 * How the new schema breaks callers of the old one. Input has to be taken as before; of an answer
 * every field and every type has to be as before. New words of an enum in an answer break nobody.
 *
 * @param findOld Follows `$ref` in the old document; `findNow` in the new one.
 */
export function findSchemaBreaks(
  pair: SchemaPair,
  findOld: Find,
  findNow: Find,
  depth = 0,
): string[] {
  if (depth > MAX_DEPTH) return [];
  const { at, direction } = pair;
  const old = findOld(pair.old);
  const now = findNow(pair.now);
  const inner = (path: string, a: JsonSchema, b: JsonSchema) =>
    findSchemaBreaks({ at: path, direction, old: a, now: b }, findOld, findNow, depth + 1);
  const here = { at, direction, old, now };
  if (optionsOf(old) || optionsOf(now)) {
    return ofOptions(here, inner);
  }
  return [
    ...ofTypes(here),
    ...ofWords(here),
    ...(direction === "input" ? ofBounds(here) : []),
    ...ofFields(here, inner),
    ...(old.items && now.items ? inner(`${at}[]`, old.items, now.items) : []),
    ...(old.contentSchema && now.contentSchema
      ? inner(`${at} data`, old.contentSchema, now.contentSchema)
      : []),
  ];
}

type Inner = (path: string, old: JsonSchema, now: JsonSchema) => string[];

/** What it can be one of; a schema of several types is one of each. */
function optionsOf(schema: JsonSchema): JsonSchema[] | undefined {
  const { anyOf, oneOf, allOf, type, enum: words, ...rest } = schema;
  if (!Array.isArray(type)) return anyOf ?? oneOf ?? allOf;
  return type.map((one) => {
    if (one === "null") return { type: one };
    const own = words?.filter((word) => word !== null);
    return { ...rest, type: one, ...(own ? { enum: own } : {}) };
  });
}

/** Every old input has to find a new option; every new answer an old one. */
function ofOptions({ at, direction, old, now }: SchemaPair, inner: Inner): string[] {
  const before = optionsOf(old) ?? [old];
  const after = optionsOf(now) ?? [now];
  if (before.length === after.length) {
    return before.flatMap((one, index) => inner(at, one, after[index] ?? {}));
  }
  const [those, among] = direction === "input" ? [before, after] : [after, before];
  const isLost = (one: JsonSchema) =>
    among.every((other) =>
      (direction === "input" ? inner(at, one, other) : inner(at, other, one)).length > 0
    );
  const what = direction === "input" ? "one of its shapes removed" : "has another shape";
  return those.some(isLost) ? [`${at}: ${what}`] : [];
}

function ofTypes({ at, direction, old, now }: SchemaPair): string[] {
  const [before, after] = [typesOf(old), typesOf(now)];
  if (direction === "input") {
    if (after.length === 0) return [];
    const lost = before.length === 0 ? ["any"] : before.filter((type) => !takes(after, type));
    return lost.map((type) => `${at}: ${type} not taken any more`);
  }
  if (before.length === 0) return [];
  const added = after.length === 0 ? ["any"] : after.filter((type) => !takes(before, type));
  return added.map((type) => `${at}: can be ${type} now`);
}

function takes(types: readonly string[], type: string): boolean {
  return types.includes(type) || (type === "integer" && types.includes("number"));
}

function typesOf({ type }: JsonSchema): string[] {
  return type === undefined ? [] : [type].flat();
}

function ofWords({ at, direction, old, now }: SchemaPair): string[] {
  const before = wordsOf(old);
  const after = wordsOf(now);
  if (!before) return after && direction === "input" ? [`${at}: only some words taken`] : [];
  if (!after) return [];
  return before.filter((word) => !after.includes(word)).map((word) => `${at}: ${word} removed`);
}

function wordsOf({ enum: words, const: word }: JsonSchema): string[] | undefined {
  if (word !== undefined) return [JSON.stringify(word)];
  return words?.map((one) => JSON.stringify(one));
}

const LEAST = ["minimum", "exclusiveMinimum", "minLength", "minItems"] as const;
const MOST = ["maximum", "exclusiveMaximum", "maxLength", "maxItems"] as const;

function ofBounds({ at, old, now }: SchemaPair): string[] {
  const narrower = [
    ...LEAST.filter((key) => (now[key] ?? -Infinity) > (old[key] ?? -Infinity)),
    ...MOST.filter((key) => (now[key] ?? Infinity) < (old[key] ?? Infinity)),
    ...(["pattern", "format"] as const).filter((key) =>
      now[key] !== undefined && now[key] !== old[key]
    ),
    ...(old.additionalProperties !== false && now.additionalProperties === false
      ? ["additionalProperties" as const]
      : []),
  ];
  return narrower.map((key) => `${at}: ${key} is narrower`);
}

function ofFields({ at, direction, old, now }: SchemaPair, inner: Inner): string[] {
  const before = old.properties ?? {};
  const after = now.properties ?? {};
  const isRequired = (schema: JsonSchema, name: string) => schema.required?.includes(name) ?? false;
  const changed = Object.entries(before).flatMap(([name, one]) => {
    const other = after[name];
    if (!other) return [`${at}.${name}: removed`];
    const loose = direction === "answer" && isRequired(old, name) && !isRequired(now, name);
    return [
      ...(loose ? [`${at}.${name}: can be left out now`] : []),
      ...inner(`${at}.${name}`, one, other),
    ];
  });
  if (direction === "answer") return changed;
  const demanded = (now.required ?? []).filter((name) => !isRequired(old, name))
    .map((name) => `${at}.${name}: must be given`);
  return [...changed, ...demanded];
}
