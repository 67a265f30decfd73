const MIN_LENGTH = 8;

/**
 * Whether a word is another one with one slip of the pen: a letter missing, too many or wrong, or
 * two letters swapped. Short words are too close to one another, and the first letter is seldom
 * wrong. Both folded.
 */
export function isSlipOf(written: string, word: string): boolean {
  if (written === word || word.length < MIN_LENGTH || written.length < MIN_LENGTH) return false;
  if (written[0] !== word[0] || Math.abs(written.length - word.length) > 1) return false;
  let at = 1;
  while (at < word.length && written[at] === word[at]) at++;
  if (written.length === word.length) {
    const isSwap = written[at] === word[at + 1] && written[at + 1] === word[at];
    return written.slice(at + 1) === word.slice(at + 1) ||
      isSwap && written.slice(at + 2) === word.slice(at + 2);
  }
  const [longer, shorter] = written.length > word.length ? [written, word] : [word, written];
  return longer.slice(at + 1) === shorter.slice(at);
}
