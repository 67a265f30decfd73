import { type Figure, median } from "../figure.ts";
import { type Load, loadServer } from "./load.ts";
import { processUse } from "./process_use.ts";

/** One of those that are compared: a server that is asked the same. */
export interface Contender {
  readonly name: string;
  readonly load: Load;
  /** The server's process, whose processor time is counted; unknown for one that runs elsewhere. */
  readonly pid?: number;
}

interface Round {
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly cpuMicros: number | undefined;
}

export const ROUNDS = 7;

/** Until the engine has compiled what is asked again and again, on either side. */
export interface WarmUp {
  /** Requests of each contender. */
  readonly amount?: number;
  /** Seconds of each contender. */
  readonly duration?: number;
}

/**
 * Loads each contender in turn, round after round, so that whatever else the machine does falls on
 * all alike. Where the spreads of requests per second overlap, processor time per request decides.
 *
 * @returns Requests per second, their spread, the 99th percentile and processor time per request of
 * the first contender, each beside the second. What the first is to reach of the second's requests
 * per second (`goal`) stands beside those; where processor time decides, beside that, as the most
 * that it may be.
 */
export async function compare(
  name: string,
  [ours, limit]: readonly [Contender, Contender],
  warmUp: WarmUp,
  goal?: number,
): Promise<Figure[]> {
  const taken = { ours: [] as Round[], limit: [] as Round[] };
  for (const { load: { duration: _, ...load } } of [ours, limit]) {
    await loadServer({ ...load, ...warmUp });
  }
  for (let at = 0; at < ROUNDS; at++) {
    taken.ours.push(await run(ours));
    taken.limit.push(await run(limit));
  }
  return figuresOf(name, limit.name, taken, goal);
}

async function run({ load, pid }: Contender): Promise<Round> {
  const before = pid === undefined ? undefined : processUse(pid);
  const { requests, seconds, p99Ms } = await loadServer(load);
  const after = pid === undefined ? undefined : processUse(pid);
  const cpuMicros = before && after &&
    (after.cpuSeconds - before.cpuSeconds) * 1_000_000 / requests;
  return { perSecond: requests / seconds, p99Ms, cpuMicros };
}

function figuresOf(
  name: string,
  limit: string,
  taken: { readonly ours: readonly Round[]; readonly limit: readonly Round[] },
  goal: number | undefined,
): Figure[] {
  const figure = (what: string, unit: string, pick: (round: Round) => number | undefined) => {
    const [value, beside] = [taken.ours, taken.limit].map((rounds) => middle(rounds, pick));
    if (value === undefined || beside === undefined) return [];
    return [{ name: `${name}${what}`, value, unit, beside: { name: limit, value: beside } }];
  };
  const spread = (what: string, pick: (values: number[]) => number) => {
    const [value = 0, beside = 0] = [taken.ours, taken.limit].map((rounds) =>
      pick(rounds.map(({ perSecond }) => perSecond))
    );
    return {
      name: `${name}: ${what}`,
      value,
      unit: "per second",
      beside: { name: limit, value: beside },
    };
  };
  const rates = figure("", "per second", (round) => round.perSecond);
  const times = figure(": processor time of one", "µs", (round) => round.cpuMicros);
  const isByTime = times.length > 0 && doOverlap(taken.ours, taken.limit);
  const judged = (one: typeof rates[number]) => goal === undefined ? one : { ...one, goal };
  const bounded = (one: typeof rates[number]) =>
    goal === undefined ? one : { ...one, limit: Math.round(one.beside.value / goal) };
  return [
    ...isByTime ? rates : rates.map(judged),
    spread("slowest round", (values) => Math.min(...values)),
    spread("fastest round", (values) => Math.max(...values)),
    ...figure(": 99 of 100 within", "ms", (round) => round.p99Ms),
    ...isByTime ? times.map(bounded) : times,
  ];
}

/** Whether some rounds of the one are as fast as some of the other. */
function doOverlap(one: readonly Round[], other: readonly Round[]): boolean {
  const [a = [], b = []] = [one, other].map((rounds) => rounds.map(({ perSecond }) => perSecond));
  return Math.min(...a) <= Math.max(...b) && Math.min(...b) <= Math.max(...a);
}

function middle(
  rounds: readonly Round[],
  pick: (round: Round) => number | undefined,
): number | undefined {
  const values = rounds.map(pick).filter((value) => value !== undefined);
  return values.length === 0 ? undefined : median(values);
}
