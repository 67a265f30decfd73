import type { HiddenText, Page } from "../types.ts";

/** Text in the making: what is seen, what is hidden, where lines and pages end. */
export type Piece =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "hidden"; readonly text: string; readonly cause: HiddenText["cause"] }
  | { readonly type: "line" }
  | { readonly type: "page"; readonly isRendered: boolean };

const LINE: Piece = { type: "line" };

/** What the end of a paragraph has to know of it. */
export interface EndedParagraph {
  /** Text boxes that hang on it; they are read after it. */
  readonly boxes: readonly Flow[];
  /** Whether text of it was seen, and with it its bullet or number. */
  readonly isSeen: boolean;
  readonly hasHidden: boolean;
}

/** A run of pieces: the body, a table cell, a text box. */
export class Flow {
  readonly pieces: Piece[] = [];

  add(piece: Piece): void {
    this.pieces.push(piece);
  }

  /** Ends a line. More than one blank line in a row is never kept. */
  endLine(): void {
    const [before, last] = this.pieces.slice(-2);
    if (before?.type === "line" && last?.type === "line") return;
    this.pieces.push(LINE);
  }

  /** Ends a paragraph, and reads its boxes; one that only carries them or hidden text has no line. */
  endParagraph({ boxes, isSeen, hasHidden }: EndedParagraph): void {
    if (isSeen || (boxes.length === 0 && !hasHidden)) this.endLine();
    for (const box of boxes) {
      this.append(box.trimEnd());
      this.endLine();
    }
  }

  append(other: Flow): void {
    for (const piece of other.pieces) this.pieces.push(piece);
  }

  /** Takes away the line ends at its end. */
  trimEnd(): this {
    while (this.pieces.at(-1)?.type === "line") this.pieces.pop();
    return this;
  }

  get isOneLine(): boolean {
    return !this.pieces.some((piece) => piece.type === "line");
  }

  get isBlank(): boolean {
    return this.pieces.every((piece) => piece.type !== "text" || piece.text.trim() === "");
  }

  get text(): string {
    return layOut(this).text;
  }
}

/**
 * Joins the cells of a table's row: cells of one line stand on one line, apart by tabs; a cell
 * of several paragraphs, as in a page laid out by a table, is read through before the next.
 */
export function joinCells(cells: readonly Flow[]): Flow {
  const row = new Flow();
  let previous: Flow | undefined;
  for (const cell of cells) {
    cell.trimEnd();
    if (previous && !cell.isBlank) {
      if (previous.isOneLine) row.add({ type: "text", text: "\t" });
      else {
        row.endLine();
        row.endLine();
      }
    }
    row.append(cell);
    if (!cell.isBlank) previous = cell;
  }
  return row;
}

class Layout {
  readonly pages: Page[] = [];
  readonly hidden: HiddenText[] = [];
  /** Finished lines; blank ones are empty. */
  readonly #lines: string[] = [];
  /** The characters of the finished lines with their ends. */
  #length = 0;
  #line = "";
  /** Waits for what follows it; at the end of a line there is none. A long line is never looked into. */
  #blank: "" | " " | "\t" = "";
  #pageStart = 0;
  /** Where the last visible character ended. */
  #textEnd = 0;

  put(text: string): void {
    for (const part of text.split(/(\t+| +)/)) {
      if (part === "") continue;
      // Indents say nothing, and a tab wins over spaces.
      if (part.startsWith("\t")) this.#blank = this.#line === "" ? "" : "\t";
      else if (part.startsWith(" ")) this.#blank ||= this.#line === "" ? "" : " ";
      else {
        this.#line += this.#blank + part;
        this.#blank = "";
      }
    }
    if (text.trim() !== "") this.#textEnd = this.#length + this.#line.length;
  }

  line(): void {
    const line = this.#line;
    this.#line = this.#blank = "";
    if (line === "" && (this.#lines.at(-1) ?? "") === "") return;
    this.#lines.push(line);
    this.#length += line.length + 1;
  }

  page(): void {
    if (this.#textEnd <= this.#pageStart) return;
    this.pages.push({ start: this.#pageStart, end: this.#textEnd });
    this.#pageStart = this.#at;
  }

  get #at(): number {
    return this.#length + this.#line.length + this.#blank.length;
  }

  hide(text: string, cause: HiddenText["cause"]): void {
    const at = this.#at;
    const page = this.pages.length + 1;
    const last = this.hidden.at(-1);
    if (last && last.cause === cause && last.at === at && last.page === page) {
      this.hidden[this.hidden.length - 1] = { ...last, text: last.text + text };
    } else this.hidden.push({ page, at, text, cause });
  }

  finish() {
    this.line();
    const text = this.#lines.join("\n").trimEnd();
    this.page();
    if (this.pages.length === 0) this.pages.push({ start: 0, end: text.length });
    const hidden = this.hidden
      .filter((one) => one.text.trim() !== "")
      .map((one) => ({
        ...one,
        at: Math.min(one.at, text.length),
        page: Math.min(one.page, this.pages.length),
      }));
    return { text, pages: this.pages, hidden };
  }
}

/**
 * Turns a flow into text with spans. Word notes where its pages ended when it last saved; only
 * without those marks are the author's own page breaks counted.
 */
export function layOut(flow: Flow): { text: string; pages: Page[]; hidden: HiddenText[] } {
  const layout = new Layout();
  const isRendered = flow.pieces.some((piece) => piece.type === "page" && piece.isRendered);
  for (const piece of flow.pieces) {
    switch (piece.type) {
      case "text":
        layout.put(piece.text);
        break;
      case "hidden":
        layout.hide(piece.text, piece.cause);
        break;
      case "line":
        layout.line();
        break;
      case "page":
        if (piece.isRendered === isRendered) layout.page();
        break;
    }
  }
  return layout.finish();
}

/** White text is only taken for hidden when nothing dark can lie behind it. */
export function revealed(flow: Flow): Flow {
  const shown = new Flow();
  for (const piece of flow.pieces) {
    const isShown = piece.type === "hidden" && piece.cause === "colour";
    shown.add(isShown ? { type: "text", text: piece.text } : piece);
  }
  return shown;
}

/** Headers and footers differ by page and often say the same: each text is read once. */
export function withoutRepeats(flows: readonly Flow[]): Flow[] {
  const seen = new Set<string>();
  return flows.filter((flow) => {
    const { text } = flow;
    const isHiddenOnly = text === "" && flow.pieces.some((piece) => piece.type === "hidden");
    if (!isHiddenOnly && (text === "" || seen.has(text))) return false;
    seen.add(text);
    return true;
  });
}
