const MOST_WORDS = 20_000;

/**
 * The same function of a word, which answers words that it has met from memory: résumés share
 * most of theirs. The memory is emptied when it is full.
 *
 * @param of Pure; its answers are shared, so nobody may change them.
 */
export function remember<T>(of: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const met = known.get(word);
    if (met !== undefined) return met;
    const made = of(word);
    if (known.size >= MOST_WORDS) known.clear();
    // A word is often a slice, which would keep all of its text in memory; this one is a copy.
    known.set(` ${word}`.slice(1), made);
    return made;
  };
}
