/** Of fewer people no figure is told. */
export const LEAST = 10;

/** The applications for one job, or for several jobs together. */
export interface Unit {
  /** How many applied, by group; "" for those who gave no answer. */
  readonly applied: ReadonlyMap<string, number>;
  /** How many of them came as far as a stage or further, by stage and group. */
  readonly reached: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** What of a unit may be told. */
export interface Told {
  /** The groups that are large enough, with how many applied. */
  readonly applied: ReadonlyMap<string, number>;
  /** How many of them reached each stage that may be told. */
  readonly reached: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/**
 * What may be told of a unit to people who know each of the applicants, and how far each of them
 * came, but of none of them which group they are in.
 *
 * A group of fewer than ten is not told. Neither is one more, the smallest, while those who are left
 * over, with those who gave no answer, are fewer than ten: they would follow from the total. How
 * many gave an answer is told nowhere.
 * A stage is told only if it was reached by ten, and missed by nobody or by ten, and if not all who reached or missed it are of one group: that group would be told of each of them.
 *
 * @returns Undefined when fewer than two groups can be told, so that nothing can be compared.
 */
export function disclose({ applied, reached }: Unit): Told | undefined {
  const groups = tellableGroups(applied);
  if (groups.length < 2) return undefined;
  const all = sumOf(applied.values());
  const told = new Map<string, ReadonlyMap<string, number>>();
  for (const [stage, counts] of reached) {
    const got = sumOf(counts.values());
    if (got < LEAST || !isNoneOrEnough(all - got)) continue;
    const countOf = (group: string) => counts.get(group) ?? 0;
    const isGivenAway = groups.some((group) => {
      const missed = (applied.get(group) ?? 0) - countOf(group);
      return all > got && (countOf(group) === got || missed === all - got);
    });
    if (!isGivenAway) told.set(stage, new Map(groups.map((group) => [group, countOf(group)])));
  }
  return {
    applied: new Map(groups.map((group) => [group, applied.get(group) ?? 0])),
    reached: told,
  };
}

function tellableGroups(applied: ReadonlyMap<string, number>): string[] {
  const all = sumOf(applied.values());
  const large = [...applied].filter(([group, count]) => group !== "" && count >= LEAST)
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  while (large.length > 0) {
    const told = sumOf(large.map(([, count]) => count));
    if (isNoneOrEnough(all - told)) break;
    large.pop();
  }
  return large.map(([group]) => group);
}

function isNoneOrEnough(count: number): boolean {
  return count === 0 || count >= LEAST;
}

function sumOf(counts: Iterable<number>): number {
  return [...counts].reduce((sum, count) => sum + count, 0);
}

/** Puts units together as one. */
export function together(units: readonly Unit[]): Unit {
  const stages = new Set(units.flatMap(({ reached }) => [...reached.keys()]));
  return {
    applied: addUp(units.map(({ applied }) => applied)),
    reached: new Map([...stages].map((stage) => [
      stage,
      addUp(units.flatMap(({ reached }) => reached.get(stage) ?? [])),
    ])),
  };
}

function addUp(counts: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const one of counts) {
    for (const [group, count] of one) sums.set(group, (sums.get(group) ?? 0) + count);
  }
  return sums;
}

/** How a group fared at a stage beside the one that fared best. */
export interface Rate {
  readonly group: string;
  readonly applied: number;
  readonly reached: number;
}

/**
 * The figures of several units, each by itself fit to be told, so that together they tell nothing
 * more: of the groups that the largest one tells, over those units that tell all of these.
 *
 * @returns By stage, the groups with the most applicants first; empty where no unit tells anything.
 */
export function ratesOf(units: readonly Told[]): ReadonlyMap<string, readonly Rate[]> {
  const [largest] = units.toSorted((a, b) => sumOf(b.applied.values()) - sumOf(a.applied.values()));
  if (!largest) return new Map();
  const groups = [...largest.applied.keys()];
  const fit = units.filter(({ applied }) => groups.every((group) => applied.has(group)));
  const stages = new Set(fit.flatMap(({ reached }) => [...reached.keys()]));
  return new Map([...stages].map((stage) => {
    const own = fit.filter(({ reached }) => reached.has(stage));
    const rates = groups.map((group) => ({
      group,
      applied: sumOf(own.map(({ applied }) => applied.get(group) ?? 0)),
      reached: sumOf(own.map(({ reached }) => reached.get(stage)?.get(group) ?? 0)),
    }));
    return [stage, rates];
  }));
}
