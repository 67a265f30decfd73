/** Draws that are the same in every run, so that two runs measure the same documents. */
export class Draw {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed + 1) * 0x9e3779b9 >>> 0;
  }

  /** A whole number from 0 up to `end`, which is left out (mulberry32). */
  below(end: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor(((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32 * end);
  }

  one<T>(from: readonly T[]): T {
    const drawn = from[this.below(from.length)];
    if (drawn === undefined) throw new RangeError("There is nothing to draw from");
    return drawn;
  }

  /** `count` different ones, or all when there are fewer. */
  some<T>(from: readonly T[], count: number): T[] {
    const left = [...from];
    const drawn: T[] = [];
    while (drawn.length < count && left.length > 0) {
      drawn.push(...left.splice(this.below(left.length), 1));
    }
    return drawn;
  }
}
