const NAME_WIDTH = 34;

/** Says what happens in one line each, with how long it took. */
export interface Reporter {
  /** Runs one step; `note` makes the end of its line from the result. */
  step<T>(name: string, run: () => Promise<T>, note?: (result: T) => string): Promise<T>;
  say(line: string): void;
}

export const reporter: Reporter = {
  async step(name, run, note) {
    const from = performance.now();
    try {
      const result = await run();
      const more = note?.(result) ?? "";
      console.log(
        `${name.padEnd(NAME_WIDTH)} ${secondsSince(from).padStart(6)} s${more && `  ${more}`}`,
      );
      return result;
    } catch (error) {
      console.log(`${name.padEnd(NAME_WIDTH)} failed`);
      throw error;
    }
  },
  say: (line) => console.log(line),
};

/** Says nothing; for tests and for tasks whose own output counts. */
export const silent: Reporter = {
  step: (_name, run) => run(),
  say: () => {},
};

/** The seconds since a reading of `performance.now()`, with two digits. */
export function secondsSince(from: number): string {
  return ((performance.now() - from) / 1000).toFixed(2);
}
