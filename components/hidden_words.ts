/** How many words a text has. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}.+#/'’-]*/gu)?.length ?? 0;
}

const MIN_REPEATED = 3;

/**
 * Whether hidden text says again what a job asks for: at least three of its longer words, and most
 * of them, stand in the job's own words.
 *
 * @param jobWords The names of the requirements, and the text of the job.
 */
export function repeatsJob(hidden: string, jobWords: readonly string[]): boolean {
  const own = wordsOf(jobWords.join(" "));
  const words = [...wordsOf(hidden)];
  const repeated = words.filter((word) => own.has(word)).length;
  return repeated >= MIN_REPEATED && repeated * 2 >= words.length;
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{N}+#]{2,}/gu) ?? [];
  return new Set(words.filter((word) => word.length >= 4));
}
