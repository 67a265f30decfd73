import type { MarkedPiece } from "./Marks.tsx";

/** Something that can be found and gone to. */
export interface FindItem {
  readonly kind: "person" | "job" | "action";
  readonly href: string;
  readonly title: readonly MarkedPiece[];
  /** What stands beside the title, in grey. */
  readonly more: string | null;
  /** Where a résumé says it. */
  readonly quote: readonly MarkedPiece[] | null;
  /** For what changes something: the fields that are posted to `href`. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** The most that stands before the first word that was found, so that it is seen on a phone. */
const BEFORE_HIT = 30;

/** A quote as a list shows it: from a few words before the first one that was found. */
export function fromFirstHit(parts: readonly MarkedPiece[]): readonly MarkedPiece[] {
  const first = parts.findIndex(({ isHit }) => isHit);
  const before = parts.slice(0, Math.max(first, 0)).map(({ text }) => text).join("");
  if (first < 0 || before.length <= BEFORE_HIT) return parts;
  const tail = before.slice(-BEFORE_HIT).replace(/^\S*\s+/u, "");
  return [{ text: `… ${tail}`, isHit: false }, ...parts.slice(first)];
}

/** What the search answers an island. */
export interface FindAnswer {
  readonly items: readonly FindItem[];
}
