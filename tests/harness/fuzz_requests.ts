import fc from "fast-check";
import { Buffer } from "node:buffer";
import type {
  ApiOperation,
  HttpMethod,
  OpenApiDocument,
  Parameter,
} from "../../lib/platform/openapi_types.ts";
import {
  bodiesFor,
  type BodyArbitraries,
  examplesOf,
  type FuzzBody,
  toBody,
} from "./fuzz_bodies.ts";
import { HOSTILE_TEXTS, SchemaValues } from "./fuzz_values.ts";

/** Who shows themselves to call, and how well. */
export type FuzzAuth = "own" | "none" | "key" | "broken";

/** A request as it is made up: what stands in it for rows is replaced when it is sent. */
export interface FuzzRequest {
  readonly auth: FuzzAuth;
  /** Steps of the path by the names of their parameters, percent-encoded already. */
  readonly path: Readonly<Record<string, string>>;
  /** Pairs of the query, percent-encoded already. */
  readonly query: readonly (readonly [string, string])[];
  readonly headers: readonly (readonly [string, string])[];
  readonly body: FuzzBody;
}

/** An operation of the document. */
export interface FuzzOperation {
  readonly method: string;
  readonly path: string;
  readonly described: ApiOperation;
}

/** All operations of a document. */
export function operationsOf({ paths }: OpenApiDocument): FuzzOperation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, described]) => ({
      method: method.toUpperCase() as Uppercase<HttpMethod>,
      path,
      described,
    }))
  );
}

/** Stands for the cursor that a list answered last; what follows takes the place of its values. */
export const CURSOR = "sample-cursor";

/** The first request of an operation's fuzz: the first example of the document, nothing added. */
export function plainRequest({ described }: FuzzOperation): FuzzRequest {
  const first = (parameter: Parameter) => Object.values(parameter.examples ?? {})[0]?.value;
  const known = parametersOf(described).filter((one) => first(one) !== undefined);
  const pairs = (place: string) =>
    known.filter((one) => one.in === place)
      .map((one) => [one.name, encodeURIComponent(String(first(one)))] as const);
  const [example] = examplesOf(described.requestBody?.content ?? {});
  return {
    auth: "own",
    path: Object.fromEntries(pairs("path")),
    query: pairs("query"),
    headers: [],
    body: example ? toBody(example.type, example.value) : { kind: "none" },
  };
}

/**
 * Requests for an operation: some that fit the document, more that nearly do, and some that are
 * made to break things.
 *
 * @param ids The ids that the document's examples speak of.
 */
export function requestsFor(
  { components }: OpenApiDocument,
  { method, described }: FuzzOperation,
  ids: readonly string[],
): fc.Arbitrary<FuzzRequest> {
  const values = new SchemaValues(components.schemas, ids);
  const bodies = method === "GET" ? NO_BODIES : bodiesFor(described, values);
  const made = (spoilt: number, body: keyof BodyArbitraries) =>
    fc.record({
      auth: authArbitrary(spoilt),
      path: pathArbitrary(described, values, spoilt),
      query: queryArbitrary(described, values, spoilt),
      headers: headersArbitrary(method, spoilt),
      body: bodies[body],
    });
  return fc.oneof(
    { weight: 4, arbitrary: made(0, "valid") },
    { weight: 3, arbitrary: made(0, "near") },
    { weight: 2, arbitrary: made(8, "near") },
    { weight: 1, arbitrary: made(25, "valid") },
    { weight: 2, arbitrary: made(25, "hostile") },
  );
}

const none = fc.constant<FuzzBody>({ kind: "none" });

/** `fetch()` sends none with GET. */
const NO_BODIES: BodyArbitraries = { valid: none, near: none, hostile: none };

function parametersOf({ parameters = [] }: ApiOperation): Parameter[] {
  return parameters.flatMap((one) => "$ref" in one ? [] : [one]);
}

function authArbitrary(spoilt: number): fc.Arbitrary<FuzzAuth> {
  if (spoilt === 0) {
    return fc.oneof(
      { weight: 9, arbitrary: fc.constant<FuzzAuth>("own") },
      fc.constant<FuzzAuth>("key"),
    );
  }
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant<FuzzAuth>("own") },
    fc.constantFrom<FuzzAuth>("none", "key", "broken"),
  );
}

/** Steps of a path that are odd, and yet one step each. */
const STEPS = [
  "%00",
  "a%00b",
  "%FF",
  "%C0%AF",
  "%ED%A0%80",
  "%",
  "%zz",
  "%25",
  "%2F..%2F..%2Fetc%2Fpasswd",
  "%0D%0AX-Injected:%201",
  "'%20or%201=1--",
  "*",
  "{id}",
  ":id",
  "$1",
  ";a=b",
  "-1",
  "1e308",
  "null",
  "%F0%9F%98%80",
  "01900000-0000-7000-8000-000000000000",
  "01900000-0000-7000-8000-00000000000A",
  "x".repeat(3000),
];

function pathArbitrary(operation: ApiOperation, values: SchemaValues, spoilt: number) {
  const steps = parametersOf(operation).filter((one) => one.in === "path").map((parameter) => {
    const shown = Object.values(parameter.examples ?? {}).map(({ value }) => String(value));
    const step = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...shown) },
      values.of(parameter.schema).map(encodedPair),
    );
    return [
      parameter.name,
      spoilt === 0 ? step : fc.oneof({ weight: 5, arbitrary: step }, fc.constantFrom(...STEPS)),
    ] as const;
  });
  return fc.record(Object.fromEntries(steps)) as fc.Arbitrary<Record<string, string>>;
}

/** Percent-encoded texts of which not all are well-formed. */
const ENCODED = [
  "%00",
  "%FF",
  "%ED%A0%80",
  "%C0%80",
  "%",
  "%zz",
  "%u0041",
  "+",
  "a%0d%0aX: 1",
  "[]",
];

/** The client sends no URL of more than 65,534 bytes. */
const MAX_PAIR = 12_000;

const hostilePair = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS).map(encodedPair),
  fc.constantFrom(...ENCODED),
);

function encodedPair(value: unknown): string {
  return encodeURIComponent(String(value).toWellFormed()).slice(0, MAX_PAIR);
}

const MADE_UP_CURSORS = [
  "W10",
  "e30",
  "bnVsbA",
  "%00",
  "a".repeat(3999),
  Buffer.from('["",2,0,["' + "1".repeat(400) + '"]]').toString("base64url"),
  ...[
    "NaN",
    "Infinity",
    "1e308",
    "-1",
    "9999-99-99 00:00:00+00",
    "0000-01-01 00:00:00+00",
    "\0",
    "",
  ]
    .map((value) => `${CURSOR}:${encodeURIComponent(value)}`),
];

function queryArbitrary(
  operation: ApiOperation,
  values: SchemaValues,
  spoilt: number,
): fc.Arbitrary<(readonly [string, string])[]> {
  const known = parametersOf(operation).filter((one) => one.in === "query");
  const pairs = known.map((parameter) => {
    const pair = queryValue(parameter, values, spoilt)
      .map((value) => [[parameter.name, value] as const]);
    if (parameter.required && spoilt === 0) return pair;
    const some = [{ weight: 2, arbitrary: pair }];
    return fc.oneof(
      { weight: 5, arbitrary: fc.constant<(readonly [string, string])[]>([]) },
      ...(parameter.required ? [...some, ...some, ...some] : some),
    );
  });
  const regular = fc.tuple(...pairs).map((all) => all.flat());
  if (spoilt === 0) return regular;
  const names = known.map(({ name }) => name);
  const more = fc.array(
    fc.tuple(
      fc.constantFrom(...names, "extra", "%00", "", "__proto__", "a[b]", "Page"),
      hostilePair,
    ),
    { maxLength: 2 },
  );
  return fc.oneof(
    { weight: 4, arbitrary: regular },
    fc.tuple(regular, more).map(([all, added]) => [...all, ...added]),
  );
}

function queryValue(
  { name, schema, examples = {} }: Parameter,
  values: SchemaValues,
  spoilt: number,
): fc.Arbitrary<string> {
  const shown = Object.values(examples).map(({ value }) => encodeURIComponent(String(value)));
  const regular = fc.oneof(
    ...(shown.length > 0 ? [{ weight: 2, arbitrary: fc.constantFrom(...shown) }] : []),
    ...(name === "cursor" ? [fc.constantFrom(CURSOR), fc.constantFrom(...MADE_UP_CURSORS)] : []),
    ...(name === "items_per_page" ? [{ weight: 3, arbitrary: fc.constantFrom("1", "2") }] : []),
    ...(name === "fields" ? [fc.constantFrom("id", "id,name", "id,,id", "created_at")] : []),
    values.of(schema).map(encodedPair),
  );
  if (spoilt === 0) return regular;
  return fc.oneof({ weight: 100 - spoilt, arbitrary: regular }, {
    weight: spoilt,
    arbitrary: hostilePair,
  });
}

type Header = readonly [string, string];

/** Keys of which some are refused, and some come again. */
const KEYS = ["again", "a", "x".repeat(255), "x".repeat(256), "two words", "é", "", "'; --", "\t"];

const ODD_HEADERS: readonly Header[] = [
  ["if-none-match", "*"],
  ["if-none-match", 'W/"x", "y'],
  ["if-none-match", ",".repeat(500)],
  ["accept", "text/html"],
  ["accept", "*/*;q=NaN"],
  ["accept-language", "nl;q=2,*;q=-1,".repeat(50)],
  ["accept-language", "\u00e9"],
  ["accept-encoding", "identity;q=0"],
  ["cache-control", "no-cache"],
  ["range", "bytes=5-2"],
  ["x-request-id", "a b"],
  ["x-request-id", "x".repeat(400)],
  ["x-forwarded-for", "::ffff:1.2.3.4, 999.1.1.1"],
  ["x-forwarded-for", "[::1]:x, \u00e9"],
  ["forwarded", 'for="_x";proto=gopher'],
  ["content-encoding", "gzip"],
  ["content-type", 'multipart/form-data; boundary=""'],
  ["content-type", "\u00e9"],
  ["prefer", "respond-async"],
  ["origin", "null"],
  ["origin", "https://evil.example"],
  ["sec-fetch-site", "cross-site"],
  ["cookie", "refresh_token=x; theme=%; language=%00"],
  ["cookie", ";;==;" + "a=b;".repeat(300)],
  ["x-http-method-override", "DELETE"],
  ["x-long", "x".repeat(6000)],
];

function headersArbitrary(method: string, spoilt: number): fc.Arbitrary<Header[]> {
  const key = fc.constantFrom(...KEYS).map((value): Header => ["idempotency-key", value]);
  const keys = method === "POST" ? fc.array(key, { maxLength: 1 }) : fc.constant<Header[]>([]);
  if (spoilt === 0) {
    return fc.oneof({ weight: 3, arbitrary: fc.constant<Header[]>([]) }, keys);
  }
  return fc.tuple(keys, fc.array(fc.constantFrom(...ODD_HEADERS), { maxLength: 2 }))
    .map(([those, odd]) => [...those, ...odd]);
}
