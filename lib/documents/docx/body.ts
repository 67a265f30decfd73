import { cleanCharacters } from "../characters.ts";
import { fromHex, type Rgb } from "../contrast.ts";
import { Refusal } from "../refusal.ts";
import { Flow, joinCells } from "./flow.ts";
import {
  hiddenCause,
  isDark,
  type ParagraphFormat,
  readParagraphFormat,
  readRunFormat,
  type RunFormat,
  type Styles,
} from "./formats.ts";
import type { Numbering } from "./numbering.ts";
import type { Attributes, XmlHandler } from "./xml.ts";

interface Paragraph {
  style?: string;
  readonly own: ParagraphFormat;
  /** Text boxes that hang on it; they are read after it. */
  readonly boxes: Flow[];
  /** Whether text of it was seen, and with it its bullet or number. */
  isSeen: boolean;
  hasHidden: boolean;
}

interface Run {
  style?: string;
  readonly own: RunFormat;
  format?: RunFormat;
}

interface Table {
  readonly cells: Flow[];
  shade?: Rgb;
  cellShade?: Rgb;
  isDarkByStyle: boolean;
}

/** What the parts of one document share. */
export interface BodyContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly maxCharacters: number;
}

/** Text that was deleted, that repeats what stands beside it, or that is no text. */
const SKIPPED = new Set([
  "mc:Fallback",
  "del",
  "moveFrom",
  "delText",
  "instrText",
  "delInstrText",
  "rt",
]);
const MAX_NESTING = 100;

/** Walks through the body, a header or a note of a document, and gathers its text. */
export class BodyReader implements XmlHandler {
  readonly flow = new Flow();
  /** Whether a shape or picture lies behind the text: then white text may well be seen. */
  hasBackdrop = false;
  readonly #context: BodyContext;
  readonly #path: string[] = [];
  readonly #flows: Flow[] = [this.flow];
  readonly #paragraphs: Paragraph[] = [];
  readonly #runs: (Run | undefined)[] = [];
  readonly #tables: Table[] = [];
  /** The fill of the shapes around; null when it can't be known. */
  readonly #shapes: { fill: Rgb | null | undefined; tables: number }[] = [];
  #run: Run | undefined;
  #skipped = 0;
  #characters = 0;

  constructor(context: BodyContext) {
    this.#context = context;
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.#path.at(-1);
    this.#path.push(name);
    if (SKIPPED.has(name)) this.#skipped++;
    if (this.#skipped > 0) return;
    if (parent === "r" && this.#openInRun(name, attributes)) return;
    if (this.#openFormat(name, parent, attributes)) return;
    if (this.#openShape(name, attributes)) return;
    this.#openBlock(name, attributes);
  }

  close(name: string): void {
    this.#path.pop();
    const wasSkipped = this.#skipped > 0;
    if (SKIPPED.has(name)) this.#skipped--;
    if (wasSkipped) return;
    if (name === "r") this.#run = undefined;
    else if (name === "p") this.#endParagraph();
    else if (name === "txbxContent") this.#endBox();
    else if (name === "tc") this.#endCell();
    else if (name === "tr") this.#endRow();
    else if (name === "tbl") this.#tables.pop();
    else if (isShape(name)) this.#shapes.pop();
  }

  text(text: string): void {
    if (this.#skipped > 0 || this.#path.at(-1) !== "t") return;
    this.#emit(cleanCharacters(text).replaceAll("\u00ad", ""));
  }

  get #top(): Flow {
    return this.#flows.at(-1) ?? this.flow;
  }

  #push(flow: Flow): void {
    if (this.#flows.length > MAX_NESTING) throw new Refusal("corrupt");
    this.#flows.push(flow);
  }

  #openInRun(name: string, attributes: Attributes): boolean {
    if (name === "tab" || name === "ptab") this.#emit("\t");
    else if (name === "noBreakHyphen") this.#emit("-");
    else if (name === "cr") this.#top.endLine();
    else if (name === "br") this.#break(attributes);
    else if (name === "lastRenderedPageBreak") this.#top.add({ type: "page", isRendered: true });
    else if (name === "sym") {
      this.#emit(cleanCharacters(String.fromCodePoint(parseInt(attributes.char ?? "", 16) || 32)));
    } else return false;
    return true;
  }

  #break({ type }: Attributes): void {
    this.#top.endLine();
    if (type === "page") this.#top.add({ type: "page", isRendered: false });
  }

  #openFormat(name: string, parent: string | undefined, attributes: Attributes): boolean {
    const paragraph = this.#paragraphs.at(-1);
    const grandparent = this.#path.at(-3);
    if (parent === "rPr" && grandparent === "r" && this.#run) {
      if (name === "rStyle") this.#run.style = attributes.val;
      else readRunFormat(this.#run.own, name, attributes);
    } else if ((parent === "pPr" || parent === "numPr") && paragraph) {
      if (name === "pStyle") paragraph.style = attributes.val;
      else if (name === "pageBreakBefore") this.#top.add({ type: "page", isRendered: false });
      else readParagraphFormat(paragraph.own, name, attributes);
    } else if (parent === "tblPr" || parent === "tcPr") this.#formatTable(name, parent, attributes);
    else return false;
    return true;
  }

  #formatTable(name: string, parent: string, attributes: Attributes): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    if (name === "tblStyle") {
      table.isDarkByStyle = this.#context.styles.mayShadeDarkly(attributes.val);
    } else if (name === "shd") {
      const shade = fromHex(attributes.fill);
      if (parent === "tcPr") table.cellShade = shade;
      else table.shade = shade;
    }
  }

  #openShape(name: string, attributes: Attributes): boolean {
    if (name === "wp:anchor" && attributes.behindDoc === "1") this.hasBackdrop = true;
    if (/z-index:-/.test(attributes.style ?? "")) this.hasBackdrop = true;
    const shape = this.#shapes.at(-1);
    if (isShape(name)) {
      const fill = attributes.filled === "f" ? undefined : fromHex(attributes.fillcolor);
      this.#shapes.push({ fill, tables: this.#tables.length });
    } else if (shape && isFillOf(this.#path)) {
      if (name === "a:srgbClr") shape.fill = fromHex(attributes.val);
      else if (name.startsWith("a:")) shape.fill = null;
    } else return false;
    return true;
  }

  #openBlock(name: string, attributes: Attributes): void {
    if (name === "r") this.#run = { own: {} };
    else if (name === "p") {
      this.#paragraphs.push({ own: {}, boxes: [], isSeen: false, hasHidden: false });
    } else if (name === "txbxContent") {
      this.#runs.push(this.#run);
      this.#run = undefined;
      this.#push(new Flow());
    } else if (name === "tbl") this.#tables.push({ cells: [], isDarkByStyle: false });
    else if (name === "tc") {
      const table = this.#tables.at(-1);
      if (table) table.cellShade = undefined;
      this.#push(new Flow());
    } else if (name === "background" && isDark(fromHex(attributes.color))) this.hasBackdrop = true;
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    this.#top.endParagraph(paragraph ?? { boxes: [], isSeen: false, hasHidden: false });
  }

  #endBox(): void {
    if (this.#flows.length <= 1) return;
    const box = this.#flows.pop()!; // just counted
    this.#run = this.#runs.pop();
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.boxes.push(box);
    else this.#top.append(box);
  }

  #endCell(): void {
    if (this.#flows.length <= 1) return;
    const cell = this.#flows.pop()!; // just counted
    const table = this.#tables.at(-1);
    if (table) table.cells.push(cell);
    else this.#top.append(cell);
  }

  #endRow(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    this.#top.append(joinCells(table.cells.splice(0)));
    this.#top.endLine();
  }

  #emit(text: string): void {
    if (text === "") return;
    this.#characters += text.length;
    if (this.#characters > this.#context.maxCharacters * 2) {
      const { maxCharacters: limit } = this.#context;
      throw new Refusal("too_much_text", { limit, actual: this.#characters });
    }
    const cause = this.#run ? this.#causeOf(this.#run) : null;
    if (cause) {
      const paragraph = this.#paragraphs.at(-1);
      if (paragraph) paragraph.hasHidden = true;
      return this.#top.add({ type: "hidden", text, cause });
    }
    this.#label();
    this.#top.add({ type: "text", text: text.normalize("NFC") });
  }

  #causeOf(run: Run) {
    const paragraph = this.#paragraphs.at(-1);
    const { styles } = this.#context;
    run.format ??= { ...styles.runFormat(paragraph?.style, run.style), ...run.own };
    return hiddenCause(run.format, this.#background(paragraph));
  }

  /** The nearest shade behind the text: paragraph, cell, table, shape; null when unknown. */
  #background(paragraph: Paragraph | undefined): Rgb | null | undefined {
    const own = paragraph?.own.shade ??
      this.#context.styles.paragraphFormat(paragraph?.style).shade;
    if (own) return own;
    const shape = this.#shapes.at(-1);
    for (const table of this.#tables.slice(shape?.tables ?? 0).reverse()) {
      const shade = table.cellShade ?? table.shade;
      if (shade) return shade;
      if (table.isDarkByStyle) return null;
    }
    return shape?.fill;
  }

  /** Puts the bullet or number before a list item's first visible text. */
  #label(): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph || paragraph.isSeen) return;
    paragraph.isSeen = true;
    const { styles, numbering } = this.#context;
    const { listId, listLevel } = { ...styles.paragraphFormat(paragraph.style), ...paragraph.own };
    const label = listId ? numbering.next(listId, listLevel ?? 0) : "";
    if (label) this.#top.add({ type: "text", text: `${label} ` });
  }
}

function isShape(name: string): boolean {
  return name === "wps:wsp" || /^v:(?:rect|roundrect|oval|shape)$/.test(name);
}

/** Whether the innermost open element says how a shape is filled, and not how its edge is drawn. */
function isFillOf(path: readonly string[]): boolean {
  const from = path.lastIndexOf("wps:spPr");
  if (from < 0 || path.includes("txbxContent", from)) return false;
  const inside = path.slice(from + 1);
  return /^a:(?:solid|grad|blip|patt)Fill$/.test(inside[0] ?? "") && inside.length <= 2;
}
