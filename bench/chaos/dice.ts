/** Numbers that follow from a seed: the same seed, the same choices. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 up to 1 (mulberry32). */
  next(): number {
    this.#state = this.#state + 0x6d2b79f5 | 0;
    let t = Math.imul(this.#state ^ this.#state >>> 15, this.#state | 1);
    t = t + Math.imul(t ^ t >>> 7, t | 61) ^ t;
    return ((t ^ t >>> 14) >>> 0) / 2 ** 32;
  }

  /** One of several. */
  oneOf<T>(all: readonly T[]): T {
    const one = all[Math.floor(this.next() * all.length)];
    if (one === undefined) throw new RangeError("There is nothing to choose from");
    return one;
  }

  /** The same in another order (Fisher and Yates). */
  shuffled<T>(all: readonly T[]): T[] {
    const left = [...all];
    return all.map(() => {
      const one = this.oneOf(left);
      left.splice(left.indexOf(one), 1);
      return one;
    });
  }
}
