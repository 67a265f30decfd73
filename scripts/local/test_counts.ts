/** How many tests ended how. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Reads the last line of `deno test`, such as "FAILED | 9 passed (3 steps) | 1 failed | 2 ignored
 * (5s)"; undefined for any other line.
 */
export function readCounts(line: string): Counts | undefined {
  const match = line.match(/^(?:ok|FAILED) \| (.*) \(.+\)$/);
  if (!match?.[1]) return undefined;
  const number = (word: string) =>
    Number(match[1]?.match(new RegExp(`(\\d+) ${word}\\b`))?.[1] ?? 0);
  return {
    passed: number("passed"),
    failed: number("failed"),
    skipped: number("ignored"),
  };
}

/** The sum of both. */
export function addCounts(a: Counts, b: Counts | undefined): Counts {
  if (!b) return a;
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}
