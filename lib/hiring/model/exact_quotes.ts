import type { Evidence, Span } from "../../talent/types.ts";

const MIN_LENGTH = 3;
const MAX_LENGTH = 400;

/**
 * What a model says to quote, as far as the text holds it to the letter: nothing is mended, and
 * what is not there counts for nothing.
 *
 * @param besides Spans that are no evidence, such as contact details.
 */
export function exactQuotes(
  text: string,
  quotes: readonly string[],
  besides: readonly Span[] = [],
): Evidence[] {
  const found = new Map<number, Evidence>();
  for (const quote of quotes) {
    const said = quote.trim();
    if (said.length < MIN_LENGTH || said.length > MAX_LENGTH) continue;
    const start = text.indexOf(said);
    const end = start + said.length;
    if (start < 0 || besides.some((one) => one.start < end && start < one.end)) continue;
    found.set(start, { text: said, start, end });
  }
  return [...found.values()];
}
