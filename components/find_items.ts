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

/** What the search answers an island. */
export interface FindAnswer {
  readonly items: readonly FindItem[];
}
