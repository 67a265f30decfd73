import { RequestTimeout, TooLarge } from "./errors.ts";

/** How much of a body is read, and how long is waited for it. */
export interface BodyBounds {
  readonly maxBytes: number;
  /** Between two pieces of it; the whole of a small body is read within ten times that. */
  readonly idleMs: number;
}

/** How long a client may be silent in the middle of a body, unless the settings say otherwise. */
export const BODY_IDLE_MS = 30_000;

/**
 * The pieces of a body as they come. A client that sends a byte now and then would otherwise hold
 * a connection, and what is read of its body, for ever.
 *
 * @throws {TooLarge} If it has more than `maxBytes`.
 * @throws {RequestTimeout} If nothing comes for `idleMs`.
 */
export async function* bodyChunks(
  body: ReadableStream<Uint8Array> | null,
  { maxBytes, idleMs }: BodyBounds,
): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return;
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await within(reader.read(), idleMs);
      if (done) return;
      size += value.length;
      if (size > maxBytes) throw new TooLarge(`The body is larger than ${maxBytes} bytes`);
      yield value;
    }
  } finally {
    // What the client still sends is not read.
    await reader.cancel().catch(() => {});
  }
}

/**
 * A whole body, for what can only be read at once.
 *
 * @throws {TooLarge} If it has more than `maxBytes`.
 * @throws {RequestTimeout} If it takes too long to come.
 */
export async function readBytes(request: Request, bounds: BodyBounds): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > bounds.maxBytes) {
    throw new TooLarge(`The body is larger than ${bounds.maxBytes} bytes`);
  }
  const late = performance.now() + 10 * bounds.idleMs;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bodyChunks(request.body, bounds)) {
    if (performance.now() > late) throw tooSlow();
    chunks.push(chunk);
    size += chunk.length;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * What `asked` answers, if it does within that time.
 *
 * @throws {RequestTimeout} If it does not.
 */
export async function within<T>(asked: Promise<T>, ms: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(tooSlow()), ms);
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

function tooSlow(): RequestTimeout {
  return new RequestTimeout("The body did not arrive in time: send it again, without pauses");
}
