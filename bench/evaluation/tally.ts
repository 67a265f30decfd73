/** A kind of error and how often it was made. */
export interface Kind {
  readonly name: string;
  readonly count: number;
}

/** The kinds by how often they stand in the list, then by name. */
export function tally(names: readonly string[]): Kind[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
