import { BODY_IDLE_MS, type BodyBounds, readBytes } from "./body_chunks.ts";
import { InvalidInput, UnsupportedType } from "./errors.ts";

/** The most that a body of JSON or of a form may have, unless its operation says otherwise. */
export const MAX_BODY_BYTES = 1_048_576;

const BOUNDS: BodyBounds = { maxBytes: MAX_BODY_BYTES, idleMs: BODY_IDLE_MS };

/** Deeper than any input of ours; a program's stack is deeper still. */
const MAX_DEPTH = 20;

/**
 * Reads a body of JSON.
 *
 * @throws {UnsupportedType} If the content type is not `application/json`.
 * @throws {TooLarge} If it has more than `maxBytes`, 1 MiB by default.
 * @throws {RequestTimeout} If it does not arrive in time.
 * @throws {InvalidInput} If it is not JSON in UTF-8, is nested too deeply, or a text in it holds
 *   NUL or half of a surrogate pair.
 */
export async function readJson(request: Request, bounds = BOUNDS): Promise<unknown> {
  requireType(request, "application/json");
  const text = await readText(request, bounds);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new InvalidInput("The body is not JSON", [], { cause });
  }
  checkTexts(value);
  return value;
}

/**
 * Reads a body of `application/x-www-form-urlencoded`; of a field given twice, the last.
 *
 * @throws {UnsupportedType} If it is of another content type.
 * @throws {TooLarge} If it has more than `maxBytes`, 1 MiB by default.
 * @throws {RequestTimeout} If it does not arrive in time.
 */
export async function readUrlEncoded(
  request: Request,
  bounds = BOUNDS,
): Promise<Record<string, string>> {
  requireType(request, "application/x-www-form-urlencoded");
  return Object.fromEntries(new URLSearchParams(await readText(request, bounds)));
}

function requireType(request: Request, wanted: string): void {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== wanted) {
    throw new UnsupportedType(`Send the body as \`Content-Type: ${wanted}\``);
  }
}

async function readText(request: Request, bounds: BodyBounds): Promise<string> {
  const bytes = await readBytes(request, bounds);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InvalidInput("The body is not UTF-8", [], { cause });
  }
}

/**
 * Makes sure that what was read from JSON can be worked with and kept.
 *
 * @throws {InvalidInput} If it is nested too deeply, or a text in it holds NUL or half of a
 *   surrogate pair.
 */
export function checkTexts(value: unknown, pointer = "", depth = 0): void {
  if (depth > MAX_DEPTH) {
    throw new InvalidInput(`The body is nested deeper than ${MAX_DEPTH} levels`);
  }
  if (typeof value === "string") {
    if (value.isWellFormed() && !value.includes("\0")) return;
    throw new InvalidInput("The body holds a text that cannot be kept", [
      { pointer, detail: "must be well-formed Unicode without NUL" },
    ]);
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    checkTexts(key, pointer, depth + 1);
    checkTexts(inner, `${pointer}/${escapePointer(key)}`, depth + 1);
  }
}

/** A key as a step of a JSON pointer (RFC 6901). */
export function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
