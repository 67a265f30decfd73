/** One measured value. */
export interface Figure {
  /** What it is of: "PDFs from upload to verdict, one worker". */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The same work by a peer or against a bare limit, measured in the same run. */
  readonly beside?: { readonly name: string; readonly value: number };
  /** What it is to stay at or below, in the same unit. */
  readonly limit?: number;
  /** What it is to reach: in the same unit, or, beside something, so many times that. */
  readonly goal?: number;
}

/** One part of `deno task bench`. */
export interface Part {
  readonly name: string;
  readonly title: string;
  /** How its figures come about, in a sentence or two. */
  readonly how: string;
  /** Takes many minutes: measured only when it is named. */
  readonly isLong?: boolean;
  measure(): Promise<readonly Figure[]>;
  /** Measures a server that runs already; only where that makes sense. */
  readonly measureAt?: (server: RunningServer) => Promise<readonly Figure[]>;
}

/** A server that somebody else has started. */
export interface RunningServer {
  /** Without a path. */
  readonly url: string;
  /** An access token or an API key. */
  readonly token: string;
}

/** The middle of the values; of two middles the lower. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.ceil(sorted.length / 2) - 1];
  if (middle === undefined) throw new RangeError("There is no median of no values");
  return middle;
}

/** Runs `work` and answers how many seconds passed. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}
