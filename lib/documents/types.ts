/** What kind of file the bytes turned out to be, by content and not by name. */
export type DocumentKind = "text" | "pdf" | "docx" | "odt" | "html" | "rtf";

/** Why a file was refused; stable codes, said to people by `locales/`. */
export type RefusalCode =
  | "encrypted"
  | "corrupt"
  | "scanned"
  | "empty"
  | "too_large"
  | "too_many_pages"
  | "too_much_text"
  | "too_slow"
  | "unsupported"
  | "misnamed"
  | "zip_bomb";

/** The text of one page: `text.slice(start, end)`, UTF-16 units. */
export interface Page {
  readonly start: number;
  readonly end: number;
}

/** Text that a reader of the file would not see. It is not part of `text`. */
export interface HiddenText {
  /** 1-based. */
  readonly page: number;
  /** Where in `text` it would have stood. */
  readonly at: number;
  readonly text: string;
  readonly cause: "colour" | "size" | "off_page" | "invisible" | "vanish";
}

/** A remark on how the text was come by; `ocr_layer`: the pages are pictures with the words laid under them. */
export type DocumentNote = "ocr_layer";

/**
 * A file, read. Plain data: safe to store as JSON.
 *
 * In all but a plain text a line keeps its cells (a date at the right margin, the columns of a table)
 * apart by a tab; paragraphs and lines end in `\n`. A plain text is as it was written.
 */
export interface DocumentText {
  readonly kind: DocumentKind;
  readonly text: string;
  readonly pages: readonly Page[];
  readonly hidden: readonly HiddenText[];
  readonly notes: readonly DocumentNote[];
}

/** The bounds within which a file is read. */
export interface ReadLimits {
  readonly maxBytes: number;
  readonly maxPages: number;
  readonly maxCharacters: number;
  readonly timeoutMs: number;
}
