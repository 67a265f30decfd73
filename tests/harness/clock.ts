/**
 * Stops the clock of this process, so that what it writes is the same on every day. Timers go on.
 *
 *     using _clock = stopClock(new Date("2026-03-12T10:00:00Z"));
 */
export function stopClock(at: Date): Disposable {
  const Real = globalThis.Date;
  const instant = at.getTime();
  class Stopped extends Real {
    constructor(...given: [] | ConstructorParameters<typeof Real>) {
      super(...(given.length === 0 ? [instant] as const : given) as [number]);
    }
    static override now(): number {
      return instant;
    }
    // Dates that were made before are dates as well.
    static override [Symbol.hasInstance](value: unknown): boolean {
      return Function.prototype[Symbol.hasInstance].call(Real, value);
    }
  }
  globalThis.Date = Stopped as DateConstructor;
  return {
    [Symbol.dispose]() {
      globalThis.Date = Real;
    },
  };
}
