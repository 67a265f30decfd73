/** One line of text on a page. */
export interface TextLine {
  readonly text: string;
  /** The last place in the painting order that it holds. */
  readonly last: number;
  /** Whether a block (a column, a stretch across the page) begins here. */
  readonly startsBlock: boolean;
  /** Where its baseline is, as a share of the page's height; undefined for text at an angle. */
  readonly y?: number | undefined;
}

/** A word cut off at the end of the line's first cell. */
const BROKEN = /^([^\t]*?)(\p{L}+)([-\u2010\u00ad])(?=\t|$)/u;
const REST = /^(\p{L}+[^\s\p{L}]*)(?:\s+|$)/u;

/** Second parts of English compounds: their hyphen belongs to the word more often than not. */
const COMPOUNDS = new Set(
  "based driven oriented end time level party functional friendly wide source focused facing line site to"
    .split(" "),
);

/** "e-" in "e-\nmail" is a word part of its own; so is what stands before another hyphen. */
function keepsHyphen(head: string, hyphen: string, tail: string, words: ReadonlySet<string>) {
  if (hyphen === "\u00ad") return false;
  if (/^\p{Lu}/u.test(tail)) return true;
  if (words.has(`${head}-${tail}`.toLowerCase())) return true;
  if (COMPOUNDS.has(tail.toLowerCase())) return !words.has((head + tail).toLowerCase());
  return head.length === 1 && !words.has((head + tail).toLowerCase());
}

function wordsOf(lines: readonly TextLine[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    for (const [word] of text.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) words.add(word.toLowerCase());
  }
  return words;
}

/**
 * Mends words that were broken at a line's end: the rest moves up, and the lines stay lines. A
 * hyphen that belongs to the word stays (the same compound elsewhere on the page, a capital after it).
 */
export function joinHyphens(lines: readonly TextLine[]): TextLine[] {
  const words = wordsOf(lines);
  const out: TextLine[] = [];
  for (const line of lines) {
    const before = out.at(-1);
    const broken = before && !line.startsBlock ? BROKEN.exec(before.text) : null;
    const rest = broken ? REST.exec(line.text) : null;
    if (!before || !broken || !rest) {
      out.push(line);
      continue;
    }
    const [whole, start = "", head = "", hyphen = ""] = broken;
    const moved = rest[1] ?? "";
    const tail = /^\p{L}+/u.exec(moved)?.[0] ?? "";
    const glue = keepsHyphen(head, hyphen, tail, words) ? "-" : "";
    const otherCells = before.text.slice(whole.length);
    out[out.length - 1] = { ...before, text: start + head + glue + moved + otherCells };
    const left = line.text.slice(rest[0].length);
    if (left !== "") out.push({ ...line, text: left });
  }
  return out.map((line) => ({ ...line, text: line.text.replaceAll("\u00ad", "-") }));
}
