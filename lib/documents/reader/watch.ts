/** Ends what takes too long. */
export class Watch {
  readonly #end: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasRestarted = false;
  timeoutMs = 0;
  isOver = false;

  constructor(end: () => void) {
    this.#end = end;
  }

  /** Counts from now; once more at most, so that nobody winds it up again and again. */
  start(timeoutMs: number): void {
    if (this.#hasRestarted) return;
    this.#hasRestarted = this.timeoutMs > 0;
    this.stop();
    this.timeoutMs = timeoutMs;
    this.#timer = setTimeout(() => {
      this.isOver = true;
      this.#end();
    }, timeoutMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
