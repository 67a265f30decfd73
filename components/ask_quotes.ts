import type { ResumeAnswer } from "../lib/hiring/ask.ts";
import type { MarkedPiece } from "./Marks.tsx";

type Quote = ResumeAnswer["quotes"][number];

/** A quote in pieces, those that show what was asked marked. */
export function markedQuote({ start, text, marks }: Quote): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const mark of marks) {
    pieces.push({ text: text.slice(at, mark.start - start), isHit: false });
    pieces.push({ text: text.slice(mark.start - start, mark.end - start), isHit: true });
    at = mark.end - start;
  }
  pieces.push({ text: text.slice(at), isHit: false });
  return pieces.filter((piece) => piece.text !== "");
}

/** Of a long quote only so many words of both its ends are named. */
const ENDS = 5;

/**
 * Where a quote stands: the page of its résumé, scrolled to it by a text fragment (WICG), which
 * browsers without them leave out.
 */
export function quotePath(resumeId: string, { text }: Quote): string {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  const named = words.length <= 2 * ENDS ? [words] : [words.slice(0, ENDS), words.slice(-ENDS)];
  const fragment = named.map((part) => encode(part.join(" "))).join(",");
  return `/resumes/${resumeId}#:~:text=${fragment}`;
}

/** A dash would set words apart that stand before or behind. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll("-", "%2D");
}
