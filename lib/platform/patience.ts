/** Says that an answer did not come within the time that it was given. */
export class OutOfPatience extends Error {}

interface Waiting {
  ticks: number;
  readonly giveUp: () => void;
}

/** The time is told in parts of it. */
const TICKS = 4;

/**
 * Bounds how long answers are waited for, with one timer for all of them: a timer each would cost
 * more than the question.
 *
 * A process that was busy itself meanwhile does not count that: the timer ticks once then.
 */
export class Patience {
  readonly #ms: number;
  readonly #waiting = new Set<Waiting>();
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param ms An answer that takes longer, by up to a fourth of that, is not waited for. */
  constructor(ms: number) {
    this.#ms = ms;
  }

  /**
   * @param reason Makes what is thrown when the answer takes too long.
   * @throws {OutOfPatience} When the answer takes too long; what comes of it then is dropped.
   */
  within<T>(answer: Promise<T>, reason: () => Error = this.#late): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const waiting = { ticks: 0, giveUp: () => reject(reason()) };
      this.#waiting.add(waiting);
      this.#timer ??= setInterval(this.#tick, this.#ms / TICKS);
      answer.then((value) => {
        this.#leave(waiting);
        resolve(value);
      }, (error) => {
        this.#leave(waiting);
        reject(error);
      });
    });
  }

  /** Gives all answers up that are still to come. */
  stop(): void {
    for (const waiting of this.#waiting) {
      this.#leave(waiting);
      waiting.giveUp();
    }
  }

  readonly #tick = (): void => {
    for (const waiting of this.#waiting) {
      if (++waiting.ticks <= TICKS) continue;
      this.#leave(waiting);
      waiting.giveUp();
    }
  };

  readonly #late = () => new OutOfPatience(`There was no answer within ${this.#ms} ms`);

  /** The timer ends with the last question, so that it keeps no process alive. */
  #leave(waiting: Waiting): void {
    if (!this.#waiting.delete(waiting) || this.#waiting.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
