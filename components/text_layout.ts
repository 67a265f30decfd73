import type { Span } from "../lib/talent/types.ts";

/** How a line of a plain text is set; `more` goes on with the item above it. */
export type LineKind = "heading" | "item" | "more" | "line" | "blank";

/** A part of a line: plain text, or a mark around further parts. */
export type Piece<M> = string | MarkPiece<M>;

export interface MarkPiece<M> {
  /** Those that mark exactly this stretch. */
  readonly marks: readonly M[];
  /** Whether it is the first, or the last, of the stretches that its marks are cut into. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly children: readonly Piece<M>[];
}

export interface LaidLine<M> extends Span {
  readonly kind: LineKind;
  readonly pieces: readonly Piece<M>[];
}

/** What is marked in a text. */
export interface Marked extends Span {
  readonly id: string;
}

/** Marks over the same stretch, as one. */
interface Group<M> extends Span {
  readonly marks: readonly M[];
}

/**
 * Cuts a stretch of a text into lines, and each line where a mark begins or ends. Marks may nest,
 * cross, and run over several lines; bullets and blanks around a line are left out.
 *
 * @param within The stretch, in UTF-16 units of `text`.
 */
export function layOut<M extends Marked>(
  text: string,
  within: Span,
  marks: readonly M[],
): LaidLine<M>[] {
  const groups = groupMarks(marks, within);
  const lines = linesOf(text, within);
  const seen = new Set<Group<M>>();
  return lines.map((line, index) => {
    const here = groups.filter((group) => touches(group, line));
    const isLast = (group: Group<M>) =>
      !lines.slice(index + 1).some((later) => touches(group, later));
    const pieces = nest(text, line, here, { seen, isLast, lineEnd: line.end });
    return { ...line, pieces };
  });
}

function groupMarks<M extends Marked>(marks: readonly M[], within: Span): Group<M>[] {
  const groups = new Map<string, { start: number; end: number; marks: M[] }>();
  for (const mark of marks) {
    if (!touches(mark, within)) continue;
    const { start, end } = mark;
    const group = groups.get(`${start}-${end}`);
    if (group) group.marks.push(mark);
    else groups.set(`${start}-${end}`, { start, end, marks: [mark] });
  }
  return [...groups.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

interface Ends<M> {
  readonly seen: Set<Group<M>>;
  readonly isLast: (group: Group<M>) => boolean;
  readonly lineEnd: number;
}

function nest<M>(
  text: string,
  { start, end }: Span,
  groups: readonly Group<M>[],
  ends: Ends<M>,
): Piece<M>[] {
  const pieces: Piece<M>[] = [];
  let at = start;
  let waiting = groups.map((group) => ({ group, ...clip(group, { start, end }) }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { group, ...span } = next;
    if (span.start > at) pieces.push(text.slice(at, span.start));
    const isFirst = !ends.seen.has(group);
    ends.seen.add(group);
    // What begins inside and ends outside is cut in two at the end of this mark.
    const inside = waiting.filter((one) => one.start < span.end);
    const crossing = inside.filter((one) => one.end > span.end);
    pieces.push({
      marks: group.marks,
      isFirst,
      isLast: span.end >= Math.min(group.end, ends.lineEnd) && ends.isLast(group),
      children: nest(text, span, inside.map((one) => one.group), ends),
    });
    at = span.end;
    waiting = [
      ...crossing.map((one) => ({ ...one, start: span.end })),
      ...waiting.filter((one) => one.start >= span.end),
    ];
  }
  if (at < end) pieces.push(text.slice(at, end));
  return pieces;
}

/**
 * Parts the pieces of a line before and behind a gap, which is left out. A mark over both goes on
 * behind it as a further stretch.
 *
 * @param gap From the first letter of the pieces on.
 * @param end Where the second part ends.
 */
export function splitPieces<M>(
  pieces: readonly Piece<M>[],
  gap: Span,
  end: number,
): [before: Piece<M>[], behind: Piece<M>[]] {
  return [
    partOf(pieces, 0, { start: 0, end: gap.start }, { start: 0, end: gap.end }),
    partOf(pieces, 0, { start: gap.end, end }, { start: gap.start, end: Infinity }),
  ];
}

/** @param ends Where a mark's first or last stretch may begin or end to stay so. */
function partOf<M>(pieces: readonly Piece<M>[], from: number, kept: Span, ends: Span): Piece<M>[] {
  const parts: Piece<M>[] = [];
  let end = from;
  for (const piece of pieces) {
    const start = end;
    end += lengthOf(piece);
    if (!touches({ start, end }, kept)) continue;
    parts.push(
      typeof piece === "string" ? piece.slice(Math.max(0, kept.start - start), kept.end - start) : {
        ...piece,
        isFirst: piece.isFirst && start >= ends.start,
        isLast: piece.isLast && end <= ends.end,
        children: partOf(piece.children, start, kept, ends),
      },
    );
  }
  return parts;
}

function lengthOf<M>(piece: Piece<M>): number {
  if (typeof piece === "string") return piece.length;
  return piece.children.reduce((sum, one) => sum + lengthOf(one), 0);
}

const BULLET = /^[-–—•*·▪◦‣●○■□➢✓]\s+/;

function linesOf(text: string, within: Span): (Span & { kind: LineKind })[] {
  const lines: (Span & { kind: LineKind })[] = [];
  let at = within.start;
  for (const raw of text.slice(within.start, within.end).split("\n")) {
    const trimmed = raw.trim();
    const start = at + raw.length - raw.trimStart().length;
    const bullet = BULLET.exec(trimmed)?.[0].length ?? 0;
    const end = start + trimmed.length;
    at += raw.length + 1;
    if (trimmed === "") {
      if (lines.length > 0 && lines.at(-1)?.kind !== "blank") {
        lines.push({ start: end, end, kind: "blank" });
      }
      continue;
    }
    lines.push({ start: start + bullet, end, kind: bullet > 0 ? "item" : "line" });
  }
  if (lines.at(-1)?.kind === "blank") lines.pop();
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]?.kind;
    const isInItem = above === "item" || above === "more";
    if (line.kind === "line" && isInItem && /^[\p{Ll}(]/u.test(text.slice(line.start, line.end))) {
      line.kind = "more";
    }
  }
  return lines.map((line, index) => ({ ...line, kind: kindOf(text, lines, index) ?? line.kind }));
}

/** Short, without an end, alone above something: then it is a heading. */
function kindOf(
  text: string,
  lines: readonly (Span & { kind: LineKind })[],
  index: number,
): LineKind | undefined {
  const line = lines[index];
  if (line?.kind !== "line") return undefined;
  const words = text.slice(line.start, line.end);
  const isAlone = index === 0 || lines[index - 1]?.kind === "blank" ||
    words.endsWith(":") || words === words.toUpperCase();
  const isShort = words.length <= 60 && words.split(/\s+/).length <= 8;
  const hasEnd = /[.,;!]$/.test(words);
  const isAbove = index + 1 < lines.length;
  return isAlone && isShort && !hasEnd && isAbove && /\p{L}/u.test(words) ? "heading" : undefined;
}

function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function clip(span: Span, { start, end }: Span): { start: number; end: number } {
  return { start: Math.max(span.start, start), end: Math.min(span.end, end) };
}
