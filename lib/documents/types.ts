/** What kind of file the bytes turned out to be, by content and not by name. */
export type DocumentKind = "text" | "pdf" | "docx" | "odt" | "html" | "rtf";

/** Why a file was refused; stable codes, said to people by `locales/`. */
export type RefusalCode =
  | "encrypted"
  | "corrupt"
  | "scanned"
  | "too_many_scanned"
  | "unreadable"
  | "empty"
  | "too_large"
  | "too_many_pages"
  | "too_much_text"
  | "too_slow"
  | "unsupported"
  | "misnamed"
  | "zip_bomb"
  | "infected";

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

/** What was made out in pictures of pages, by a scanner or here, and may hold wrong letters. */
export interface Recognition {
  /** 1-based. */
  readonly pages: readonly number[];
  /** How sure the recogniser was, 0 to 1; null where a scanner did it, which does not tell. */
  readonly confidence: number | null;
}

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
  /** Null where every page has a text of its own. */
  readonly recognition: Recognition | null;
  /**
   * Whether its first page shows a picture of the size, shape and colours of a portrait; null where
   * that is not looked at. The picture itself is never kept.
   */
  readonly hasPhoto: boolean | null;
}

/** The bounds within which a file is read. */
export interface ReadLimits {
  readonly maxBytes: number;
  readonly maxPages: number;
  readonly maxCharacters: number;
  readonly timeoutMs: number;
  /** Undefined: scanned pages are refused. */
  readonly ocr?: OcrLimits | undefined;
}

/** The bounds within which scanned pages are read. */
export interface OcrLimits {
  /** Scanned pages of one file. */
  readonly maxPages: number;
  /** For all of them, from when the first one is begun. */
  readonly timeoutMs: number;
}

/** What is told while a file is read. */
export interface ReadProgress {
  /** A page was read, 1-based. */
  readonly onPage?: (page: number, of: number) => void;
  /** What has its own time begins: scanned pages are about to be read. */
  readonly onScanned?: () => void;
}
