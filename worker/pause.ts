/** Waits, but no longer than until `signal` aborts or `wake` is called. */
export class Pause {
  #wake: (() => void) | undefined;
  #isWoken = false;

  async wait(ms: number, signal: AbortSignal): Promise<void> {
    if (!this.#isWoken && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const end = () => {
          clearTimeout(timer);
          signal.removeEventListener("abort", end);
          this.#wake = undefined;
          resolve();
        };
        const timer = setTimeout(end, ms);
        signal.addEventListener("abort", end, { once: true });
        this.#wake = end;
      });
    }
    this.#isWoken = false;
  }

  /** Ends the wait under way, or else the next one at once. */
  wake(): void {
    this.#isWoken = true;
    this.#wake?.();
  }
}
