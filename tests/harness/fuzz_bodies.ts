import fc from "fast-check";
import type { JsonSchema } from "../../lib/platform/json_schema.ts";
import type { ApiOperation } from "../../lib/platform/openapi_types.ts";
import { hostileValue, type SchemaValues } from "./fuzz_values.ts";

/** A part of a form; with a file name, it is a file. */
interface Part {
  readonly name: string;
  readonly fileName?: string;
  readonly content: string;
}

/** The body of a request, before rows stand in it. */
export type FuzzBody =
  | { readonly kind: "none" }
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "form"; readonly fields: readonly (readonly [string, string])[] }
  | { readonly kind: "parts"; readonly parts: readonly Part[]; readonly flaw?: Flaw }
  | { readonly kind: "raw"; readonly type: string | null; readonly text: string; readonly as: As };

/** What is wrong with a form of parts as a whole. */
type Flaw = (typeof FLAWS)[number];
const FLAWS = ["cut", "no boundary", "another boundary", "no names", "long headers"] as const;

/** How a text becomes bytes. */
type As = "utf-8" | "latin1" | "utf-16";

/** Bodies for an operation. */
export interface BodyArbitraries {
  /** That it takes as a rule. */
  readonly valid: fc.Arbitrary<FuzzBody>;
  /** That have something wrong somewhere. */
  readonly near: fc.Arbitrary<FuzzBody>;
  /** That it cannot take. */
  readonly hostile: fc.Arbitrary<FuzzBody>;
}

/** The bodies for an operation of the document. */
export function bodiesFor(
  { requestBody }: Pick<ApiOperation, "requestBody">,
  values: SchemaValues,
): BodyArbitraries {
  const none: fc.Arbitrary<FuzzBody> = fc.constant({ kind: "none" });
  const hostile = fc.oneof(
    rawBody(Object.keys(requestBody?.content ?? {})),
    fc.record({ kind: fc.constant("json" as const), value: hostileValue }),
    fc.record({
      kind: fc.constant("parts" as const),
      parts: fc.array(part("files"), { maxLength: 3 }),
      flaw: fc.constantFrom(...FLAWS),
    }),
  );
  if (!requestBody) return { valid: none, near: none, hostile };
  const media = Object.entries(requestBody.content);
  const made = (spoilt: number) =>
    fc.oneof(...media.map(([type, { schema }]) => ofType(type, schema, values, spoilt)));
  const shown = examplesOf(requestBody.content);
  const changed = shown.length === 0 ? [] : [
    fc.tuple(fc.constantFrom(...shown), fc.nat(30), hostileValue)
      .map(([{ type, value }, at, other]) => toBody(type, changedAt(value, at, other))),
  ];
  const examples = shown.length === 0 ? [] : [
    fc.constantFrom(...shown).map(({ type, value }) => toBody(type, value)),
  ];
  return {
    valid: fc.oneof(...examples, made(0)),
    near: fc.oneof(...changed, made(8), made(25)),
    hostile: fc.oneof(none, hostile, made(60)),
  };
}

/** The examples of the document, each with the content type that it is one of. */
export function examplesOf(
  content: NonNullable<ApiOperation["requestBody"]>["content"],
): { type: string; value: unknown }[] {
  return Object.entries(content).flatMap(([type, { examples = {} }]) =>
    Object.values(examples).map(({ value }) => ({ type, value }))
  );
}

/** A value as a body of the content type. */
export function toBody(type: string, value: unknown): FuzzBody {
  if (type === "application/json") return { kind: "json", value };
  const fields = Object.entries(Object(value) as Record<string, unknown>);
  if (type === "application/x-www-form-urlencoded") {
    return { kind: "form", fields: fields.map(([name, one]) => [name, asText(one)]) };
  }
  const parts = fields.flatMap(([name, one]) =>
    [one].flat().map((inner): Part =>
      name === "files" || name === "screenshot"
        ? { name, fileName: asText(inner) || "a.txt", content: RESUME }
        : { name, content: asText(inner) }
    )
  );
  return { kind: "parts", parts };
}

function ofType(
  type: string,
  schema: JsonSchema,
  values: SchemaValues,
  spoilt: number,
): fc.Arbitrary<FuzzBody> {
  if (type !== "multipart/form-data") {
    return values.of(schema, spoilt).map((value) => toBody(type, value));
  }
  const { properties = {}, required = [] } = schema;
  const isFile = (one: JsonSchema) => (one.items ?? one).format === "binary";
  const names = Object.keys(properties).filter((name) => isFile(properties[name] ?? {}));
  const fields = Object.fromEntries(
    Object.entries(properties).filter(([name]) => !names.includes(name)),
  );
  const rest = values.of({
    ...schema,
    properties: fields,
    required: required.filter((name) => name in fields),
  }, spoilt);
  const files = fc.array(fc.oneof(...names.map(part)), { minLength: 1, maxLength: 3 });
  return fc.tuple(rest, files, fc.option(fc.constantFrom(...FLAWS), { freq: 4 }))
    .map(([value, those, flaw]) => {
      const body = toBody(type, value);
      const parts = body.kind === "parts" ? [...body.parts, ...those] : those;
      return { kind: "parts", parts, ...(spoilt > 0 && flaw ? { flaw } : {}) };
    });
}

const RESUME = "Anna de Boer\nDeveloper, Acme\n2019 - present\n- TypeScript";

const FILE_NAMES = [
  "cv.txt",
  "cv.pdf",
  "cv.docx",
  "all.zip",
  "../../cv.txt",
  "",
  "a\r\nX-Injected: 1.txt",
  'q"uo\\te.txt',
  "naïve 😀.txt",
  "x".repeat(600) + ".txt",
  "\ud800\0.txt",
];

const CONTENTS = [
  RESUME,
  "",
  "\0\0\0",
  "%PDF-1.4 no",
  "PK\x03\x04\x14\0\0\0",
  "PK\x05\x06" + "\0".repeat(18),
  "{\\rtf1 no}",
  "<html><body>no</body></html>",
  "é".repeat(5000),
  "(".repeat(3000),
];

function part(name: string): fc.Arbitrary<Part> {
  return fc.record({
    name: fc.oneof({ weight: 12, arbitrary: fc.constant(name) }, fc.constantFrom("", "other")),
    fileName: fc.constantFrom(...FILE_NAMES),
    content: fc.constantFrom(...CONTENTS),
  });
}

/** Texts that are no JSON, or more than a parser likes. */
const RAW_TEXTS = [
  "",
  "{",
  "null",
  "NaN",
  '{"a":NaN}',
  '{"a":1e999}',
  '{"__proto__":{"is_superuser":true}}',
  '{"a":1,"a":2}',
  "[".repeat(100_000),
  "[".repeat(5000) + "]".repeat(5000),
  '{"a":'.repeat(3000) + "1" + "}".repeat(3000),
  '{"title":"\\ud800","text":"\\u0000"}',
  `"${"x".repeat(1_100_000)}"`,
  "a=1&a=2&=&%zz=%ff",
  "username=%00&password=%ff",
  "<?xml version='1.0'?><!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
];

const TYPES = [
  null,
  "",
  "text/plain",
  "application/json",
  "application/json; charset=utf-16",
  "APPLICATION/JSON ;charset=x",
  "application/xml",
  "multipart/form-data",
  "multipart/form-data; boundary=",
  "multipart/form-data; boundary=" + "b".repeat(200),
  "application/x-www-form-urlencoded",
  "*/*",
  ";;;",
];

function rawBody(types: readonly string[]): fc.Arbitrary<FuzzBody> {
  return fc.record({
    kind: fc.constant("raw" as const),
    type: fc.constantFrom(...types, ...types, ...TYPES),
    text: fc.constantFrom(...RAW_TEXTS),
    as: fc.constantFrom("utf-8" as const, "utf-8" as const, "latin1" as const, "utf-16" as const),
  });
}

/** A value with what stands at one of its places replaced. */
function changedAt(value: unknown, at: number, other: unknown): unknown {
  const places = placesOf(value);
  const place = places[at % places.length] ?? [];
  return replaced(value, place, other);
}

function placesOf(value: unknown): string[][] {
  if (typeof value !== "object" || value === null) return [[]];
  return [
    [],
    ...Object.entries(value).flatMap(([key, inner]) =>
      placesOf(inner).map((rest) => [key, ...rest])
    ),
  ];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other;
  if (Array.isArray(value)) {
    return value.map((one, index) => String(index) === key ? replaced(one, rest, other) : one);
  }
  const fields = value as Record<string, unknown>;
  return { ...fields, [key]: replaced(fields[key], rest, other) };
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value) ?? "";
}

/** What is sent of a body. */
export interface SentBody {
  readonly type: string | null;
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
}

/** @param fill Puts rows into a text. */
export function encodeBody(body: FuzzBody, fill: (text: string) => string): SentBody {
  switch (body.kind) {
    case "none":
      return { type: null, bytes: undefined };
    case "json":
      return { type: "application/json", bytes: utf8(fill(JSON.stringify(body.value))) };
    case "form": {
      const pairs = body.fields.map(([name, value]) => [name, fill(value)]);
      return {
        type: "application/x-www-form-urlencoded",
        bytes: utf8(new URLSearchParams(pairs).toString()),
      };
    }
    case "parts":
      return encodeParts(body.parts, body.flaw, fill);
    case "raw":
      return { type: body.type, bytes: encoded(fill(body.text), body.as) };
  }
}

const BOUNDARY = "----part";

function encodeParts(
  parts: readonly Part[],
  flaw: Flaw | undefined,
  fill: (text: string) => string,
): SentBody {
  const text = parts.map(({ name, fileName, content }) => {
    const file = fileName === undefined ? "" : `; filename="${quoted(fileName)}"`;
    const named = flaw === "no names" ? "" : `; name="${quoted(name)}"${file}`;
    const more = flaw === "long headers" ? `X-Long: ${"x".repeat(10_000)}\r\n` : "";
    return `--${BOUNDARY}\r\nContent-Disposition: form-data${named}\r\n${more}\r\n` +
      `${fill(content)}\r\n`;
  }).join("") + `--${BOUNDARY}--\r\n`;
  const told = flaw === "another boundary" ? "----other" : BOUNDARY;
  return {
    type: `multipart/form-data${flaw === "no boundary" ? "" : `; boundary=${told}`}`,
    bytes: utf8(flaw === "cut" ? text.slice(0, text.length - 12) : text),
  };
}

/** As browsers write names (RFC 7578 names no way of its own). */
function quoted(name: string): string {
  return name.replaceAll("\r", "%0D").replaceAll("\n", "%0A").replaceAll('"', "%22");
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function encoded(text: string, as: As): Uint8Array<ArrayBuffer> {
  if (as === "utf-8") return utf8(text);
  if (as === "latin1") return Uint8Array.from(`é${text}`, (one) => one.charCodeAt(0) & 0xff);
  const units = Uint16Array.from(text, (one) => one.charCodeAt(0));
  return new Uint8Array(units.buffer);
}
