/** A byte string to look for; its skip table is made once (Horspool). */
export class Needle {
  readonly length: number;
  readonly #bytes: Uint8Array;
  readonly #skip: Uint16Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.length = bytes.length;
    this.#skip = new Uint16Array(256).fill(bytes.length);
    bytes.subarray(0, -1).forEach((byte, index) => this.#skip[byte] = bytes.length - 1 - index);
  }

  /** Where it first stands in `hay`; -1 when it does not. */
  indexIn(hay: Uint8Array): number {
    const last = this.length - 1;
    for (let end = last; end < hay.length; end += this.#skip[hay[end] ?? 0] ?? 1) {
      let back = 0;
      while (back <= last && hay[end - back] === this.#bytes[last - back]) back += 1;
      if (back > last) return end - last;
    }
    return -1;
  }
}
