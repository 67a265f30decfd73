import type { Headings, SectionKind } from "./headings.ts";
import { type Token, tokenize } from "./text.ts";
import type { Span } from "./types.ts";
import { isFunctionWord } from "./words.ts";

/** A line that is longer holds more than a paragraph: its line ends were lost. */
export const RUN_ON = 250;

/** A heading inside a line, and where its body starts. */
export interface InnerHeading {
  readonly kind: SectionKind;
  readonly heading: Span;
  readonly bodyStart: number;
}

/**
 * The headings of a résumé whose line ends were lost: in capitals among small letters, or with a
 * capital, where a sentence or a year ended before it or a small word that is no function word, and
 * a capital opens what follows.
 */
export function headingsOfRunOn(text: string, line: Span, { phrases }: Headings): InnerHeading[] {
  const found: InnerHeading[] = [];
  const tokens = tokenize(text, line);
  for (let at = 0; at < tokens.length; at++) {
    const hit = phrases.at(tokens, at)[0];
    const kind = hit?.values[0];
    const [first, last] = [tokens[at], tokens[(hit?.to ?? 0) - 1]];
    if (hit === undefined || kind === undefined || first === undefined || last === undefined) {
      continue;
    }
    const written = text.slice(first.start, last.end);
    const next = tokens[hit.to];
    if (!isSetApart(text, tokens, at, hit.to, written)) continue;
    const bodyStart = next?.text === ":" ? next.end : last.end;
    found.push({ kind, heading: { start: first.start, end: last.end }, bodyStart });
    at = hit.to - 1;
  }
  return found;
}

function isSetApart(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  written: string,
): boolean {
  const [before, next] = [tokens[from - 1], tokens[to]];
  if (next === undefined) return false;
  const said = (token: Token | undefined) =>
    token === undefined ? "" : text.slice(token.start, token.end);
  if (written.length >= 5 && written === written.toUpperCase()) {
    return [said(before), said(next)].every((word) => !isShouted(word));
  }
  if (!written.split(/\s+/).every((word) => /^\p{Lu}/u.test(word) || isFunctionWord(word))) {
    return false;
  }
  const opens = next.text === ":" || /^\p{Lu}/u.test(said(next));
  if (!opens || before === undefined) return opens;
  if (before.kind === "word") return /^\p{Ll}/u.test(said(before)) && !isFunctionWord(before.text);
  return before.kind === "number" || ".!?)".includes(before.text);
}

function isShouted(word: string): boolean {
  return word.length >= 4 && /^\p{Lu}+$/u.test(word);
}
