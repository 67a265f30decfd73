/** A form of a person's page that was not taken, and what was typed into it. */
export interface RefusedEdit {
  /**
   * A field of contact, "consent", "tag", "hold", "page_link_…" with what was wrong, "note" for a new one,
   * or the id of a note.
   */
  readonly form: string;
  readonly typed: Readonly<Record<string, string>>;
  /** Whether something else stands there than was seen; else it is wrong by itself. */
  readonly isLate: boolean;
}
