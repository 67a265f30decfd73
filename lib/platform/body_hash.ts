import { createHash } from "node:crypto";
import { within } from "./body_chunks.ts";
import { Needle } from "./needle.ts";

const DASH = 0x2d;

/**
 * A hash of all that a body says, made while it passes; nothing of it is held. The boundaries of a
 * form are left out: the same form sent again has others.
 */
export class BodyHash {
  readonly #outer = createHash("sha256");
  readonly #boundary: Needle | undefined;
  #part = createHash("sha256");
  /** What may be the beginning of a boundary. */
  #rest: Uint8Array = new Uint8Array();
  #isWhole = false;

  /** @param contentType The `Content-Type` header, with the boundary of a form. */
  constructor(contentType: string | null) {
    const boundary = boundaryOf(contentType ?? "");
    if (boundary === undefined) return;
    this.#boundary = new Needle(new TextEncoder().encode(`\r\n--${boundary}`));
    this.#rest = new TextEncoder().encode("\r\n"); // the first boundary begins a line as well
  }

  /** Whether all was there; of a form, all up to its last boundary. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Takes the next piece. */
  update(chunk: Uint8Array): void {
    if (this.#isWhole) return; // what follows a form is no part of it
    if (!this.#boundary) return void this.#part.update(chunk);
    let bytes = this.#rest.length > 0 ? concat(this.#rest, chunk) : chunk;
    for (;;) {
      const at: number = this.#boundary.indexIn(bytes);
      const end = at + this.#boundary.length;
      // Two more tell whether it is the last one.
      if (at === -1 || bytes.length < end + 2) {
        const safe = at === -1 ? Math.max(0, bytes.length - this.#boundary.length + 1) : at;
        this.#part.update(bytes.subarray(0, safe));
        this.#rest = bytes.slice(safe);
        return;
      }
      this.#part.update(bytes.subarray(0, at));
      this.#outer.update(this.#part.digest());
      this.#part = createHash("sha256");
      if (bytes[end] === DASH && bytes[end + 1] === DASH) {
        this.#isWhole = true;
        this.#rest = new Uint8Array();
        return;
      }
      bytes = bytes.subarray(end);
    }
  }

  /** Says that nothing more comes. */
  end(): void {
    if (!this.#boundary) this.#isWhole = true;
  }

  /** The hash; asked for once. */
  digest(): Uint8Array {
    this.#part.update(this.#rest);
    return new Uint8Array(this.#outer.update(this.#part.digest()).digest());
  }
}

/** A request like the given one, whose body is hashed while it is read, and no faster. */
export function hashedWhileRead(request: Request, hash: BodyHash): Request {
  const reader = request.body?.getReader();
  if (!reader) {
    hash.end();
    return request;
  }
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) {
        hash.end();
        return controller.close();
      }
      hash.update(value);
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  }, { highWaterMark: 0 });
  const { method, headers, signal } = request;
  return new Request(request.url, { method, headers, signal, body });
}

/**
 * Reads what is left of a body for its hash; a larger one than `maxBytes`, or one that somebody
 * has cancelled, stays without a whole hash.
 *
 * @throws {RequestTimeout} If nothing comes for `idleMs`.
 */
export async function readForHash(
  body: ReadableStream<Uint8Array> | null,
  hash: BodyHash,
  { maxBytes, idleMs }: { readonly maxBytes: number; readonly idleMs: number },
): Promise<void> {
  if (!body) return hash.end();
  if (body.locked) return;
  const reader = body.getReader();
  let size = 0;
  while (size <= maxBytes) {
    const { done, value } = await within(reader.read(), idleMs);
    if (done) return hash.end();
    hash.update(value);
    size += value.length;
  }
  // Not waited for: half of a clone ends when the other one does.
  void reader.cancel().catch(() => {});
}

function boundaryOf(contentType: string): string | undefined {
  const match = /^multipart\/.*;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  return match?.[1] ?? match?.[2];
}

function concat(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
