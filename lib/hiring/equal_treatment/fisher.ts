/**
 * How likely a difference between two groups is that is at least as unlikely as the one seen, if
 * both were treated alike: Fisher's exact test, two-sided.
 *
 * @param one Of the one group, how many were selected and how many were not.
 * @param other The same of the other group.
 * @returns A probability from 0 to 1.
 * @throws {RangeError} If a count is no whole number from 0 on.
 * @see Fisher (1935), The Design of Experiments; sums all tables that are no likelier
 */
export function fisherExact(one: Counts, other: Counts): number {
  for (const count of [one.selected, one.not, other.selected, other.not]) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} is no count`);
  }
  const [size, rest] = [one.selected + one.not, other.selected + other.not];
  const selected = one.selected + other.selected;
  const logs = logFactorials(size + rest);
  const log = (n: number) => logs[n] ?? 0;
  const choose = (n: number, k: number) => log(n) - log(k) - log(n - k);
  const likely = (k: number) =>
    Math.exp(choose(size, k) + choose(rest, selected - k) - choose(size + rest, selected));
  const seen = likely(one.selected);
  let sum = 0;
  for (let k = Math.max(0, selected - rest); k <= Math.min(size, selected); k++) {
    const p = likely(k);
    // Equal ones differ in their last digits.
    if (p <= seen * (1 + 1e-7)) sum += p;
  }
  return Math.min(1, sum);
}

export interface Counts {
  readonly selected: number;
  readonly not: number;
}

function logFactorials(upTo: number): Float64Array {
  const logs = new Float64Array(upTo + 1);
  for (let n = 2; n <= upTo; n++) logs[n] = (logs[n - 1] ?? 0) + Math.log(n);
  return logs;
}
