import { createHash } from "node:crypto";

/** May be kept by the person who asked, and is asked for again each time: see `ETag`. */
export const PRIVATE = "private, no-cache";

/** Of tokens, errors and whatever else nobody keeps. */
export const NO_STORE = "no-store";

/** Of public assets and documents: anybody may keep them for that long. */
export function publicFor(seconds: number): string {
  return `public, max-age=${seconds}`;
}

/** Shorter answers are sent as they are: packing them costs more than it saves. */
const MIN_PACKED = 1024;

interface JsonAnswer {
  /** Default 200. */
  readonly status?: number;
  /** Of the body, where it is known already. */
  readonly etag?: string;
  /** What else is said of it. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * JSON as an answer. What was read (200 to GET or HEAD) has a strong `ETag` and is 304 for who has
 * it already; nothing else is kept.
 *
 * The server packs (gzip, br) what is long enough; its `ETag` is a weak one then.
 */
export function answerJson(
  request: Request,
  body: string,
  { status = 200, etag, headers: given }: JsonAnswer = {},
): Response {
  const isRead = status === 200 && (request.method === "GET" || request.method === "HEAD");
  const control = isRead ? PRIVATE : NO_STORE;
  const headers: Record<string, string> = {
    ...given,
    "content-type": "application/json",
    "cache-control": body.length < MIN_PACKED ? `${control}, no-transform` : control,
  };
  if (!isRead) return new Response(body, { status, headers });
  const own = etag ?? etagOf(body);
  headers.etag = own;
  headers.vary = given?.vary ? `authorization, ${given.vary}` : "authorization";
  if (isKnown(request, own)) return new Response(null, { status: 304, headers });
  return new Response(body, { status, headers });
}

/** Whether the client says that it has this one (`If-None-Match`, RFC 9110, 13.1.2). */
export function isKnown(request: Request, etag: string): boolean {
  const given = request.headers.get("if-none-match");
  if (given === null) return false;
  return given.trim() === "*" ||
    given.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}

/** Beyond that, a processor's own instructions for SHA are faster than what is written here. */
const LONG = 2048;

/**
 * A strong entity tag: the length and 64 bits of a hash, so that two answers of one address have
 * the same tag less often than a disk errs. It is no defence against who makes the answers.
 *
 * Two lanes: FNV-1a, and the mixing of MurmurHash3 (x86, 32 bits). Over a short answer that takes a
 * tenth of the time of a cryptographic one; a long one is hashed by SHA-1, in a third of theirs.
 */
export function etagOf(body: string): string {
  const length = body.length.toString(36);
  if (body.length >= LONG) {
    return `"${length}-${createHash("sha1").update(body).digest("hex").slice(0, 16)}"`;
  }
  let first = 0x811c9dc5;
  let second = body.length;
  for (let i = 0; i < body.length; i++) {
    const code = body.charCodeAt(i);
    first = Math.imul(first ^ code, 0x01000193);
    let mixed = Math.imul(code, 0xcc9e2d51);
    mixed = Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
    second ^= mixed;
    second = Math.imul((second << 13) | (second >>> 19), 5) + 0xe6546b64 | 0;
  }
  return `"${length}-${hex(first)}${hex(finish(second))}"`;
}

function finish(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}
