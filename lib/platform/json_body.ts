import { InvalidInput, TooLarge, UnsupportedType } from "./errors.ts";

/** The most that a body of JSON or of a form may have. */
const MAX_BODY_BYTES = 1_048_576;

/** Deeper than any input of ours; a program's stack is deeper still. */
const MAX_DEPTH = 20;

/**
 * Reads a body of JSON.
 *
 * @throws {UnsupportedType} If the content type is not `application/json`.
 * @throws {TooLarge} If it has more than 1 MiB.
 * @throws {InvalidInput} If it is not JSON in UTF-8, is nested too deeply, or a text in it holds
 *   NUL or half of a surrogate pair.
 */
export async function readJson(request: Request): Promise<unknown> {
  requireType(request, "application/json");
  const text = await readText(request);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new InvalidInput("The body is not JSON", [], { cause });
  }
  checkTexts(value, "", 0);
  return value;
}

/**
 * Reads a body of `application/x-www-form-urlencoded`; of a field given twice, the last.
 *
 * @throws {UnsupportedType} If it is of another content type.
 * @throws {TooLarge} If it has more than 1 MiB.
 */
export async function readUrlEncoded(request: Request): Promise<Record<string, string>> {
  requireType(request, "application/x-www-form-urlencoded");
  return Object.fromEntries(new URLSearchParams(await readText(request)));
}

function requireType(request: Request, wanted: string): void {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== wanted) {
    throw new UnsupportedType(`Send the body as \`Content-Type: ${wanted}\``);
  }
}

async function readText(request: Request): Promise<string> {
  const refuse = () => {
    throw new TooLarge(`The body is larger than ${MAX_BODY_BYTES} bytes`);
  };
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) refuse();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) refuse();
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new InvalidInput("The body is not UTF-8", [], { cause });
  }
}

function checkTexts(value: unknown, pointer: string, depth: number): void {
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
