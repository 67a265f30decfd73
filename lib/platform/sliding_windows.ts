import type { Counted, Counter } from "./rate_limit.ts";

/** As many pairs are kept at most, of all keys together; then those go that were used longest ago. */
const MOST_PAIRS = 1_000_000;

/** The moments of one key and how many units had been taken until each, the oldest first. */
interface Window {
  readonly moments: number[];
  /** One more than moments: the first is what counts no more. */
  readonly totals: number[];
  periodMicros: number;
}

/** Counts in this process what Redis counts for all, by the same rule. */
export class SlidingWindows {
  /** The least recently used first. */
  readonly #windows = new Map<string, Window>();
  #pairs = 0;

  /** Takes the units of all counters, or of none. @param nowMicros Any clock. */
  use(counters: readonly Counter[], nowMicros = performance.now() * 1000): Counted {
    const windows = counters.map((counter) => this.#windowOf(counter, nowMicros));
    const isRoom = counters.every((counter, at) => {
      const window = windows[at];
      return !window || counter.units === 0 || usedOf(window) + counter.units <= counter.limit;
    });
    const counted: number[] = [isRoom ? 1 : 0];
    for (const [at, window] of windows.entries()) {
      const counter = counters[at];
      if (!counter) continue;
      if (isRoom && counter.units > 0) this.#take(window, counter, nowMicros);
      const [oldest] = window.moments;
      counted.push(
        usedOf(window),
        oldest === undefined ? 0 : oldest + counter.periodMicros - nowMicros,
        isRoom ? 0 : waitOf(window, counter, nowMicros),
      );
    }
    this.#makeRoom();
    return counted;
  }

  #windowOf({ key, periodMicros }: Counter, nowMicros: number): Window {
    const window = this.#windows.get(key) ?? { moments: [], totals: [0], periodMicros };
    this.#windows.delete(key);
    this.#windows.set(key, window); // the last used stands last
    window.periodMicros = periodMicros;
    const live = window.moments.findIndex((moment) => moment + periodMicros > nowMicros);
    const gone = live === -1 ? window.moments.length : live;
    window.moments.splice(0, gone);
    window.totals.splice(0, gone);
    this.#pairs -= gone;
    return window;
  }

  #take({ moments, totals }: Window, { tickMicros, units }: Counter, nowMicros: number): void {
    const moment = Math.ceil(nowMicros / tickMicros) * tickMicros;
    const total = (totals.at(-1) ?? 0) + units;
    if ((moments.at(-1) ?? -Infinity) >= moment) {
      totals[totals.length - 1] = total;
      return;
    }
    moments.push(moment);
    totals.push(total);
    this.#pairs += 1;
  }

  #makeRoom(): void {
    for (const [key, { moments }] of this.#windows) {
      if (this.#pairs + this.#windows.size <= MOST_PAIRS) return;
      this.#windows.delete(key);
      this.#pairs -= moments.length;
    }
  }
}

function usedOf({ totals }: Window): number {
  return (totals.at(-1) ?? 0) - (totals[0] ?? 0);
}

function waitOf(window: Window, { limit, units, periodMicros }: Counter, nowMicros: number) {
  if (units === 0 || usedOf(window) + units <= limit) return 0;
  const over = (window.totals.at(-1) ?? 0) + units - limit;
  const place = window.totals.findIndex((total, at) => at > 0 && total >= over);
  return (window.moments[place - 1] ?? nowMicros) + periodMicros - nowMicros;
}
