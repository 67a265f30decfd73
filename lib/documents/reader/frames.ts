/**
 * What passes between the process that asks and the process that reads, each frame with its
 * length ahead: `[header bytes: u32][body bytes: u32][header: JSON][body]`.
 */
export interface Frame {
  readonly header: unknown;
  readonly body: Uint8Array;
}

const PREFIX_BYTES = 8;
/** No honest frame is larger: the largest file plus its header. */
const MAX_FRAME_BYTES = 512 * 1024 * 1024;

/** Writes one frame as bytes; `body` is copied. */
export function encodeFrame(header: unknown, body: Uint8Array = new Uint8Array()): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const frame = new Uint8Array(PREFIX_BYTES + json.length + body.length);
  const prefix = new DataView(frame.buffer);
  prefix.setUint32(0, json.length);
  prefix.setUint32(4, body.length);
  frame.set(json, PREFIX_BYTES);
  frame.set(body, PREFIX_BYTES + json.length);
  return frame;
}

/** Takes frames off a stream of bytes, one at a time. */
export class FrameReader {
  readonly #source: ReadableStreamDefaultReader<Uint8Array>;
  #chunks: Uint8Array[] = [];
  #size = 0;

  constructor(source: ReadableStream<Uint8Array>) {
    this.#source = source.getReader();
  }

  /** The next frame, or undefined when the stream has ended. */
  async next(): Promise<Frame | undefined> {
    const prefix = await this.#take(PREFIX_BYTES);
    if (!prefix) return undefined;
    const view = new DataView(prefix.buffer);
    const [headerBytes, bodyBytes] = [view.getUint32(0), view.getUint32(4)];
    if (headerBytes + bodyBytes > MAX_FRAME_BYTES) throw new RangeError("Frame too large");
    const rest = await this.#take(headerBytes + bodyBytes);
    if (!rest) return undefined;
    const header = JSON.parse(new TextDecoder().decode(rest.subarray(0, headerBytes)));
    return { header, body: rest.slice(headerBytes) };
  }

  /** Lets go of the stream. */
  async cancel(): Promise<void> {
    await this.#source.cancel();
  }

  async #take(size: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    while (this.#size < size) {
      const { value, done } = await this.#source.read();
      if (done) return undefined;
      this.#chunks.push(value);
      this.#size += value.length;
    }
    const all = new Uint8Array(this.#size);
    let offset = 0;
    for (const chunk of this.#chunks) {
      all.set(chunk, offset);
      offset += chunk.length;
    }
    this.#chunks = [all.slice(size)];
    this.#size -= size;
    return all.slice(0, size);
  }
}
