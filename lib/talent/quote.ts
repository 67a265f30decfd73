import { trimSpan } from "./text.ts";
import type { Evidence, Span } from "./types.ts";

const MAX_QUOTE = 200;
/** A quote longer than this is cut at the marks around the words that matter. */
const LONG_ENOUGH = 120;

/**
 * The exact quote that shows something: its sentence or list item, cut at clause marks and then at
 * words when that is long. Of a line with an address only the part between its marks is quoted.
 *
 * @param around The sentence that holds `span`.
 */
export function quoteOf(text: string, span: Span, around: Span): Evidence {
  const whole = trimSpan(text, {
    start: Math.min(around.start, span.start),
    end: Math.max(around.end, span.end),
  });
  const part = text.slice(whole.start, whole.end).includes("@") ? partOf(text, span, whole) : whole;
  const cut = part.end - part.start <= MAX_QUOTE ? part : cutAround(text, span, part);
  return { text: text.slice(cut.start, cut.end), ...cut };
}

/** "Dutch national" of "Utrecht · someone@example.com · Dutch national". */
function partOf(text: string, span: Span, whole: Span): Span {
  const isEdge = (at: number) => "·|•,;\t\n".includes(text[at] ?? " ");
  let { start, end } = span;
  while (start > whole.start && !isEdge(start - 1)) start--;
  while (end < whole.end && !isEdge(end)) end++;
  return trimSpan(text, { start, end });
}

function cutAround(text: string, span: Span, whole: Span): Span {
  const room = Math.max(20, Math.floor((LONG_ENOUGH - (span.end - span.start)) / 2));
  const low = Math.max(whole.start, span.start - room);
  const high = Math.min(whole.end, Math.min(span.end, span.start + MAX_QUOTE - 40) + room);
  let start = low === whole.start ? low : wordStart(text, low, span.start);
  let end = high === whole.end ? high : wordEnd(text, high, span.end);
  for (let at = span.start; at > low; at--) {
    if (isMark(text, at - 1) && span.start - at > 12) {
      start = at;
      break;
    }
  }
  for (let at = Math.min(span.end, high); at < high; at++) {
    if (isMark(text, at) && at - span.end > 12) {
      end = at;
      break;
    }
  }
  return trimSpan(text, {
    start: Math.min(start, span.start),
    end: Math.min(Math.max(end, start + 1), start + MAX_QUOTE),
  });
}

function isMark(text: string, at: number): boolean {
  return ",;:•|\n".includes(text[at] ?? " ") && /\s/.test(text[at + 1] ?? " ");
}

function wordStart(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && !/\s/.test(text[at - 1] ?? " ")) at++;
  return at;
}

function wordEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at > limit && !/\s/.test(text[at] ?? " ")) at--;
  return at;
}
