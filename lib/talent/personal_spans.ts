import type { FoundContact } from "./contact.ts";
import type { Span } from "./types.ts";

// Without the flag "u", under which regular expressions take several times as long: each résumé is
// read by all of these.
/** Lines that say of somebody what may not count: their age, birth, sex or marriage. */
const PERSONAL_LINE =
  /^[ \t•*·–|-]{0,4}(?:date of birth|birth ?date|born|place of birth|age|gender|sex|marital status|geboren|geboortedatum|geboorteplaats|leeftijd|geslacht|burgerlijke staat)[ \t]{0,3}[:\t][^\n]{0,120}/gim;

/** "She lives in Leeds", "woonachtig te Ede": where somebody lives counts nowhere. */
const HOME =
  /\b(?:lives|resides|residing|woont|woonachtig|wonend) (?:in|te) [A-ZÀ-Þ][\wÀ-ÿ'’-]{1,30}(?: [A-ZÀ-Þ][\wÀ-ÿ'’-]{1,30}){0,2}/g;

/** "Mrs. Jansen", "de heer Van den Berg": people, whoever they are. */
const TITLED =
  /\b(?:Mrs?|Ms(?=\.)|Miss|[Mm]evrouw|[Mm]evr|[Mm]w|[Dd]e heer|[Dd]hr)\.?(?: (?:[A-ZÀ-Þ][\wÀ-ÿ'’.-]{0,30}|van|den|der|de|ten|ter)(?![\wÀ-ÿ])){1,5}/g;
/** Nobody's name stands more often in what they wrote. */
const MAX_PLACES = 100;

/**
 * Where a résumé says who it is of: contact details, the name wherever it stands again, people
 * behind a title, lines of age, birth, sex and marriage, and where they live. None of it says what
 * somebody can do.
 *
 * @returns Sorted, none over another.
 */
export function personalSpans(text: string, { contact, spans }: FoundContact): Span[] {
  const all = [
    ...spans,
    ...placesOf(text, PERSONAL_LINE),
    ...placesOf(text, HOME),
    ...placesOf(text, TITLED),
  ];
  if (contact.name !== null) {
    const words = contact.name.split(/\s+/).map(escape);
    all.push(...placesOf(text, wholeWords(words.join("\\s+"))));
  }
  return merge(all);
}

function placesOf(text: string, shape: RegExp): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(shape)) {
    if (found.length >= MAX_PLACES) break;
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function wholeWords(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "gu");
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function merge(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** What of a sorted list touches none of the spans, in one walk over both. */
export function outside<T extends Span>(all: readonly T[], spans: readonly Span[]): T[] {
  let at = 0;
  return all.filter(({ start, end }) => {
    while (at < spans.length && (spans[at]?.end ?? 0) <= start) at++;
    return (spans[at]?.start ?? Infinity) >= end;
  });
}
