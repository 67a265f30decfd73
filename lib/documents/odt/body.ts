import { cleanCharacters } from "../characters.ts";
import type { Rgb } from "../contrast.ts";
import { Flow, joinCells } from "../docx/flow.ts";
import { hiddenCause, type RunFormat } from "../docx/formats.ts";
import type { Attributes, XmlHandler } from "../docx/xml.ts";
import { Refusal } from "../refusal.ts";
import type { ListLabels, OdtStyles } from "./styles.ts";

/** Text that was deleted, that is said about the text, or that repeats what stands beside it. */
const SKIPPED = new Set([
  "text:tracked-changes",
  "office:annotation",
  "text:note-citation",
  "text:ruby-text",
  "text:index-title-template",
  "office:forms",
]);
const MAX_NESTING = 100;
/** More blanks than that in a row say nothing more. */
const MAX_BLANKS = 100;

interface Paragraph {
  readonly format: RunFormat;
  readonly shade?: Rgb;
  readonly boxes: Flow[];
  isSeen: boolean;
  hasHidden: boolean;
}

interface List {
  readonly labels?: ListLabels;
  /** The number of its last item. */
  count: number;
}

interface Table {
  readonly cells: Flow[];
  readonly shade?: Rgb;
  cellShade?: Rgb;
}

/** Walks through the body, a header or a footer of an OpenDocument text, and gathers its text. */
export class OdtBody {
  readonly flow = new Flow();
  /** Whether a shape or picture lies behind the text: then white text may well be seen. */
  hasBackdrop = false;
  readonly #styles: OdtStyles;
  readonly #maxCharacters: number;
  readonly #flows: Flow[] = [this.flow];
  readonly #paragraphs: Paragraph[] = [];
  readonly #formats: RunFormat[] = [];
  readonly #lists: List[] = [];
  readonly #tables: Table[] = [];
  readonly #fills: (Rgb | null | undefined)[] = [];
  readonly #hiddenSections: boolean[] = [];
  /** The number or bullet that waits for the item's first visible text. */
  #label = "";
  #skipped = 0;
  #characters = 0;

  constructor(styles: OdtStyles, maxCharacters: number) {
    this.#styles = styles;
    this.#maxCharacters = maxCharacters;
  }

  open(name: string, attributes: Attributes): void {
    if (SKIPPED.has(name)) this.#skipped++;
    if (this.#skipped > 0) return;
    if (name === "text:p" || name === "text:h") this.#beginParagraph(attributes);
    else if (name === "text:span") this.#beginSpan(attributes);
    else if (name === "text:s") this.#blanks(attributes);
    else if (name === "text:tab") this.text("\t");
    else if (name === "text:line-break") this.#top.endLine();
    else if (name === "text:soft-page-break") this.#top.add({ type: "page", isRendered: true });
    else if (name === "text:section") this.#hiddenSections.push(attributes.display === "none");
    else if (name === "text:list") this.#beginList(attributes);
    else if (name === "text:list-item") this.#beginItem();
    else if (name.startsWith("table:")) this.#openTable(name, attributes);
    else if (name.startsWith("draw:")) this.#openShape(name, attributes);
  }

  close(name: string): void {
    const wasSkipped = this.#skipped > 0;
    if (SKIPPED.has(name)) this.#skipped--;
    if (wasSkipped) return;
    if (name === "text:p" || name === "text:h") this.#endParagraph();
    else if (name === "text:span") this.#formats.pop();
    else if (name === "text:section") this.#hiddenSections.pop();
    else if (name === "text:list") this.#lists.pop();
    else if (name === "text:list-item") this.#label = "";
    else if (name === "table:table-cell") this.#endCell();
    else if (name === "table:table-row") this.#endRow();
    else if (name === "table:table") this.#tables.pop();
    else if (isShape(name)) this.#fills.pop();
    else if (name === "draw:text-box") this.#endBox();
  }

  /** Line ends and blanks of the XML are one blank; those of the text are elements. */
  text(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (this.#skipped > 0 || !paragraph || text === "") return;
    this.#count(text);
    const clean = text === "\t" ? text : cleanCharacters(text).replaceAll("\u00ad", "");
    const cause = this.#causeOf(paragraph);
    if (cause) {
      paragraph.hasHidden = true;
      return this.#top.add({ type: "hidden", text: clean, cause });
    }
    if (clean.trim() !== "" && this.#label !== "") {
      this.#top.add({ type: "text", text: `${this.#label} ` });
      this.#label = "";
    }
    paragraph.isSeen = true;
    this.#top.add({ type: "text", text: clean.normalize("NFC") });
  }

  get #top(): Flow {
    return this.#flows.at(-1) ?? this.flow;
  }

  #count(text: string): void {
    this.#characters += text.length;
    if (this.#characters <= this.#maxCharacters * 2) return;
    const params = { limit: this.#maxCharacters, actual: this.#characters };
    throw new Refusal("too_much_text", params);
  }

  #causeOf({ shade }: Paragraph) {
    if (this.#hiddenSections.includes(true)) return "vanish";
    const format = this.#formats.at(-1) ?? {};
    return hiddenCause(format, shade ?? this.#background());
  }

  /** The nearest shade behind a paragraph: cell, table, shape; null when unknown. */
  #background(): Rgb | null | undefined {
    for (const table of this.#tables.toReversed()) {
      const shade = table.cellShade ?? table.shade;
      if (shade) return shade;
    }
    return this.#fills.findLast((fill) => fill !== undefined);
  }

  #beginParagraph({ "style-name": style }: Attributes): void {
    if (this.#styles.breaksPage("paragraph", style)) {
      this.#top.add({ type: "page", isRendered: false });
    }
    const format = this.#styles.runFormat("paragraph", style);
    const shade = this.#styles.shade("paragraph", style);
    this.#paragraphs.push({ format, shade, boxes: [], isSeen: false, hasHidden: false });
    this.#formats.push(format);
  }

  #endParagraph(): void {
    this.#formats.pop();
    const paragraph = this.#paragraphs.pop();
    this.#top.endParagraph(paragraph ?? { boxes: [], isSeen: false, hasHidden: false });
  }

  #beginSpan({ "style-name": style }: Attributes): void {
    if (this.#formats.length > MAX_NESTING) throw new Refusal("corrupt");
    this.#formats.push({ ...this.#formats.at(-1), ...this.#styles.runFormat("text", style) });
  }

  #blanks({ c = "1" }: Attributes): void {
    this.text(" ".repeat(Math.min(MAX_BLANKS, Number(c) || 1)));
  }

  #beginList({ "style-name": style }: Attributes): void {
    const labels = this.#styles.labels(style) ?? this.#lists.at(-1)?.labels;
    this.#lists.push({ labels, count: 0 });
  }

  #beginItem(): void {
    const list = this.#lists.at(-1);
    if (!list) return;
    list.count++;
    const label = list.labels?.get(this.#lists.length) ?? "bullet";
    this.#label = label === "bullet" ? "•" : label === "number" ? `${list.count}.` : "";
  }

  #openTable(name: string, { "style-name": style }: Attributes): void {
    if (name === "table:table") {
      this.#tables.push({ cells: [], shade: this.#styles.shade("table", style) });
    } else if (name === "table:table-cell") {
      const table = this.#tables.at(-1);
      if (table) table.cellShade = this.#styles.shade("table-cell", style);
      this.#push(new Flow());
    }
  }

  #endCell(): void {
    const table = this.#tables.at(-1);
    const cell = this.#pop();
    if (table && cell) table.cells.push(cell);
  }

  #endRow(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    this.#top.append(joinCells(table.cells.splice(0)));
    this.#top.endLine();
    table.cellShade = undefined;
  }

  #openShape(name: string, { "style-name": style }: Attributes): void {
    if (isShape(name)) {
      this.#fills.push(this.#styles.fill(style));
      this.hasBackdrop ||= this.#styles.isBehind(style);
    } else if (name === "draw:text-box") this.#push(new Flow());
  }

  #endBox(): void {
    const box = this.#pop();
    const paragraph = this.#paragraphs.at(-1);
    if (box && paragraph) paragraph.boxes.push(box);
    else if (box) this.#top.append(box);
  }

  #push(flow: Flow): void {
    if (this.#flows.length > MAX_NESTING) throw new Refusal("corrupt");
    this.#flows.push(flow);
  }

  #pop(): Flow | undefined {
    return this.#flows.length > 1 ? this.#flows.pop() : undefined;
  }
}

function isShape(name: string): boolean {
  return /^draw:(?:frame|custom-shape|rect|ellipse)$/.test(name);
}

/** Hands what stands in one kind of element to a reader of its own, and nothing else. */
export class Inside implements XmlHandler {
  readonly #isStart: (name: string) => boolean;
  readonly #make: (name: string) => OdtBody;
  #reader: OdtBody | undefined;
  #depth = 0;

  constructor(isStart: (name: string) => boolean, make: (name: string) => OdtBody) {
    this.#isStart = isStart;
    this.#make = make;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#reader) {
      this.#depth++;
      this.#reader.open(name, attributes);
    } else if (this.#isStart(name)) this.#reader = this.#make(name);
  }

  close(name: string): void {
    if (!this.#reader) return;
    if (this.#depth-- > 0) this.#reader.close(name);
    else {
      this.#reader = undefined;
      this.#depth = 0;
    }
  }

  text(text: string): void {
    this.#reader?.text(text);
  }
}
