import { z } from "zod";
import { toPlain } from "./search_query.ts";

/** A piece of a text, and whether it is what was looked for. */
export const Marked = z.object({ text: z.string(), isHit: z.boolean() });
export type Marked = z.infer<typeof Marked>;

/** Private characters that no text is likely to have; where one does, a mark is off, no more. */
export const MARK_START = "\uE000";
export const MARK_END = "\uE001";

/** Cuts a text with MARK_START and MARK_END in it into pieces. */
export function toMarked(text: string): Marked[] {
  return text.split(MARK_START).flatMap((part, index) => {
    if (index === 0) return [{ text: part, isHit: false }];
    const [hit = "", ...rest] = part.split(MARK_END);
    return [{ text: hit, isHit: true }, { text: rest.join(""), isHit: false }];
  }).filter(({ text }) => text !== "");
}

/** Marks the words of a name or an address that begin with one of those looked for. */
export function markWords(text: string, wanted: readonly string[]): Marked[] {
  const pieces = text.split(/([^\p{L}\p{N}\p{M}]+)/u);
  const marked = pieces.map((piece) => ({ text: piece, isHit: isWanted(piece, wanted) }));
  return marked.filter(({ text }) => text !== "");
}

function isWanted(piece: string, wanted: readonly string[]): boolean {
  const plain = toPlain(piece);
  return /[\p{L}\p{N}]/u.test(plain) &&
    wanted.some((word) => plain.startsWith(word) || isNear(plain, word));
}

/** Whether two words of four letters or more differ by one letter, as the index lets them. */
function isNear(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 4 || Math.abs(one.length - other.length) > 1) {
    return false;
  }
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return Math.max(one.length, other.length) - start - end <= 1;
}
