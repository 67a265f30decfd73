/**
 * Makes a function that runs what it is given, at most `limit` at once, first come first served.
 *
 * @returns `run(work)`: settles as `work()` does.
 */
export function limitConcurrency(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= limit) await new Promise<void>((start) => waiting.push(start));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next(); // hands its place on
      else running -= 1;
    }
  };
}
