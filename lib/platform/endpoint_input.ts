import type { z } from "zod";
import { InvalidInput, NotFound, UnsupportedType } from "./errors.ts";
import { issuesOf, PARSING } from "./input_issues.ts";
import { escapePointer, MAX_BODY_BYTES, readJson, readUrlEncoded } from "./json_body.ts";
import { toCamel, toCamelKeys } from "./snake_case.ts";

/** @throws {NotFound} If the path does not fit: it is not there. */
export function parsePath<T extends z.ZodType>(
  schema: T | undefined,
  params: Readonly<Record<string, string>>,
): z.output<T> {
  if (!schema) return undefined as z.output<T>;
  const parsed = schema.safeParse(namedAsInCode(params));
  if (!parsed.success) throw new NotFound("There is nothing at this address");
  return parsed.data;
}

function namedAsInCode(params: Readonly<Record<string, string>>): Record<string, string> {
  const named: Record<string, string> = {};
  for (const name of Object.keys(params)) named[toCamel(name)] = params[name] ?? "";
  return named;
}

const NO_QUERY = "The query cannot be taken";

/** @throws {InvalidInput} If a parameter does not fit, is not known, or is given twice. */
export function parseQuery<T extends z.ZodType>(
  schema: T | undefined,
  params: URLSearchParams,
): z.output<T> {
  const given: Record<string, string> = {};
  if (params.size > 0) readOnce(params, given);
  if (schema) return parse(schema, given, NO_QUERY);
  const [unknown] = Object.keys(given);
  if (unknown === undefined) return undefined as z.output<T>;
  const issue = { pointer: `/${escapePointer(unknown)}`, detail: "is not a field of this" };
  throw new InvalidInput(NO_QUERY, [issue]);
}

function readOnce(params: URLSearchParams, given: Record<string, string>): void {
  for (const [key, value] of params) {
    if (Object.hasOwn(given, key)) {
      throw new InvalidInput(NO_QUERY, [
        { pointer: `/${escapePointer(key)}`, detail: "must be given once" },
      ]);
    }
    given[key] = value;
  }
}

/**
 * The body, as its operation takes it; undefined where the handler reads the stream itself.
 *
 * @throws {InvalidInput} If it does not fit.
 * @throws {TooLarge} If it is larger than the operation takes.
 * @throws {UnsupportedType} If it is of another type.
 */
export async function parseBody<T extends z.ZodType>(
  { body, bodyType = "json", maxBodyBytes = MAX_BODY_BYTES }: {
    body?: T;
    bodyType?: "json" | "form" | "files";
    maxBodyBytes?: number;
  },
  request: Request,
  idleMs: number,
): Promise<z.output<T>> {
  if (body || bodyType === "files") requirePlain(request);
  if (!body || bodyType === "files") return undefined as z.output<T>;
  const isEmpty = request.body === null || hasNoBody(request);
  const absent = isEmpty ? body.safeParse(undefined) : undefined;
  if (absent?.success) return absent.data;
  const bounds = { maxBytes: maxBodyBytes, idleMs };
  const given = bodyType === "json"
    ? await readJson(request, bounds)
    : await readUrlEncoded(request, bounds);
  return parse(body, given, "The body cannot be taken");
}

/** What unpacks to any size has no bound, so nothing that is sent is unpacked. */
function requirePlain({ headers }: Request): void {
  const coding = headers.get("content-encoding") ?? "identity";
  if (coding.toLowerCase() === "identity") return;
  throw new UnsupportedType("Send the body as it is, without `Content-Encoding`");
}

/** By what it says of itself: a server cannot tell an empty stream from one that is yet to come. */
function hasNoBody({ headers }: Request): boolean {
  const length = headers.get("content-length");
  if (length !== null) return length === "0";
  return !headers.has("content-type") && !headers.has("transfer-encoding");
}

function parse<T extends z.ZodType>(schema: T, given: unknown, message: string): z.output<T> {
  const { value, issues } = toCamelKeys(given);
  const parsed = schema.safeParse(value, PARSING);
  if (parsed.success && issues.length === 0) return parsed.data;
  throw new InvalidInput(message, [...issues, ...(parsed.error ? issuesOf(parsed.error) : [])]);
}
