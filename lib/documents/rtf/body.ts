import { cleanCharacters } from "../characters.ts";
import type { Rgb } from "../contrast.ts";
import type { Flow } from "../docx/flow.ts";
import { hiddenCause, type RunFormat } from "../docx/formats.ts";
import { Refusal } from "../refusal.ts";
import { decodeRun, encodingOfCodePage } from "./code_pages.ts";
import { Place } from "./place.ts";
import { ColourTable, FontTable } from "./tables.ts";
import type { Token } from "./tokens.ts";

/** Groups that hold no text of the page, or text that stands elsewhere too. */
const SKIPPED = new Set([
  "stylesheet",
  "info",
  "pict",
  "sp",
  "shprslt",
  "nonesttables",
  "objdata",
  "fldinst",
  "pntxtb",
  "pntxta",
  "xe",
  "tc",
  "rxe",
  "bkmkstart",
  "bkmkend",
  "filetbl",
  "revtbl",
]);
/** Groups that old readers skip and that hold text, or ends of rows, nevertheless. */
const READ_ANYWAY = new Set(["shpinst", "nesttableprops"]);
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["~", "\u00a0"],
  ["_", "-"],
  ["emdash", "—"],
  ["endash", "–"],
  ["bullet", "•"],
  ["lquote", "‘"],
  ["rquote", "’"],
  ["ldblquote", "“"],
  ["rdblquote", "”"],
  ["emspace", " "],
  ["enspace", " "],
  ["qmspace", " "],
  ["tab", "\t"],
  ["nestcell", "\t"],
]);
/** Deeper than any program nests; guards against a file made to exhaust us. */
const MAX_GROUPS = 1000;

/** What is said of the text in a group; an inner group starts with it. */
interface State {
  isSkipped: boolean;
  /** A table that is being read in place of text. */
  table?: FontTable | ColourTable;
  font?: number;
  /** How many characters stand for a `\u` in readers that do not know it. */
  fallback: number;
  format: RunFormat;
  isDeleted: boolean;
  isInTable: boolean;
  /** Behind the paragraph; null where a pattern lies there. */
  shade?: Rgb | null;
  /** A place of its own that ends with the group. */
  place?: Place;
  ends?: "header" | "footer" | "box";
}

/** Walks through an RTF file and gathers its text. */
export class RtfBody {
  readonly headers: Flow[] = [];
  readonly footers: Flow[] = [];
  /** Whether a shape lies behind the text: then white text may well be seen. */
  hasBackdrop = false;
  readonly #maxCharacters: number;
  readonly #fonts = new FontTable();
  readonly #colours = new ColourTable();
  readonly #places: Place[] = [new Place()];
  readonly #states: State[] = [];
  #state: State = {
    isSkipped: false,
    fallback: 1,
    format: {},
    isDeleted: false,
    isInTable: false,
  };
  #encoding = "windows-1252";
  #defaultFont: number | undefined;
  #isStarred = false;
  /** Characters to pass over after a `\u`. */
  #passed = 0;
  #bytes: number[] = [];
  #text: string[] = [];
  #cellShades: (Rgb | undefined)[] = [];
  #cellShade: Rgb | undefined;
  #characters = 0;

  constructor(maxCharacters: number) {
    this.#maxCharacters = maxCharacters;
  }

  /** How many groups are open. */
  get depth(): number {
    return this.#states.length;
  }

  finish(): Flow {
    this.#flush();
    return this.#top.finish();
  }

  read(token: Token): void {
    if (token.type === "open") this.#open();
    else if (token.type === "close") this.#close();
    else if (this.#state.table && !(token.type === "word" && token.word === "*")) {
      this.#state.table.read(token);
    } else if (this.#passed > 0) {
      this.#passed--;
    } else if (token.type === "byte") {
      if (!this.#state.isSkipped) this.#bytes.push(token.byte);
    } else this.#word(token.word, token.value);
  }

  get #top(): Place {
    return this.#places.at(-1) ?? new Place();
  }

  #open(): void {
    this.#flush();
    this.#passed = 0;
    if (this.#states.length >= MAX_GROUPS) throw new Refusal("corrupt");
    this.#states.push(this.#state);
    const { place: _, ends: __, ...inherited } = this.#state;
    this.#state = { ...inherited, format: { ...inherited.format } };
  }

  #close(): void {
    this.#flush();
    this.#passed = 0;
    this.#isStarred = false;
    const { place, ends } = this.#state;
    if (place) {
      this.#places.pop();
      if (ends === "box") this.#top.addBox(place);
      else (ends === "header" ? this.headers : this.footers).push(place.finish());
    }
    this.#state = this.#states.pop() ?? this.#state;
  }

  #word(word: string, value: number | undefined): void {
    if (word === "u") return this.#unicode(value ?? 0);
    const said = CHARACTERS.get(word);
    if (said !== undefined) return this.#add(said);
    this.#flush();
    if (word === "*") this.#isStarred = true;
    else {
      const isIgnorable = this.#isStarred && !READ_ANYWAY.has(word);
      this.#isStarred = false;
      if (isIgnorable || SKIPPED.has(word)) this.#state.isSkipped = true;
      else if (!this.#state.isSkipped) this.#control(word, value);
    }
  }

  #control(word: string, value: number | undefined): void {
    if (this.#structure(word)) return;
    if (this.#destination(word, value)) return;
    this.#property(word, value);
  }

  /** Ends of lines, paragraphs, pages, cells and rows. */
  #structure(word: string): boolean {
    const { isInTable } = this.#state;
    if (word === "par" || word === "sect") this.#top.endParagraph(isInTable);
    else if (word === "line" || word === "column" || word === "nestrow") {
      this.#top.endLine(isInTable);
    } else if (word === "page" || word === "pagebb") this.#top.endPage();
    else if (word === "cell") this.#top.endCell(isInTable);
    else if (word === "row") this.#top.endRow();
    else return false;
    return true;
  }

  #destination(word: string, value: number | undefined): boolean {
    if (word === "fonttbl") this.#state.table = this.#fonts;
    else if (word === "colortbl") this.#state.table = this.#colours;
    else if (/^header[lrf]?$/.test(word)) this.#enter("header");
    else if (/^(?:footer[lrf]?|footnote)$/.test(word)) this.#enter("footer");
    else if (word === "shptxt") this.#enter("box");
    else if (word === "shpfblwtxt" && value === 1) this.hasBackdrop = true;
    else return false;
    return true;
  }

  #enter(ends: "header" | "footer" | "box"): void {
    if (this.#state.place) return;
    const place = new Place();
    this.#places.push(place);
    // What fills a text box stands among its drawing data.
    const shade = ends === "box" ? null : undefined;
    Object.assign(this.#state, { place, ends, shade, isInTable: false });
  }

  #property(word: string, value: number | undefined): void {
    const state = this.#state;
    const isOn = value !== 0;
    const colour = () => this.#colours.colourOf(value);
    if (word === "f") state.font = value;
    else if (word === "uc") state.fallback = Math.min(16, Math.max(0, value ?? 1));
    else if (word === "v") state.format.vanish = isOn;
    else if (word === "deleted") state.isDeleted = isOn;
    else if (word === "cf") state.format.colour = colour() ?? "auto";
    else if (word === "fs" && value !== undefined) state.format.size = value;
    else if (/^(?:cb|chcbpat|highlight)$/.test(word)) state.format.shade = colour();
    else if (word === "plain") Object.assign(state, { format: {}, font: this.#defaultFont });
    else if (word === "pard") {
      // A text box keeps its unknown background.
      state.isInTable = false;
      if (state.shade !== null || this.#places.length === 1) state.shade = undefined;
    } else if (word === "intbl") state.isInTable = true;
    else if (word === "cbpat") state.shade = colour();
    else if (word === "shading" && isOn) state.shade = null;
    else if (word === "trowd") this.#cellShades = [];
    else if (word === "clcbpat") this.#cellShade = colour();
    else if (word === "cellx") {
      this.#cellShades.push(this.#cellShade);
      this.#cellShade = undefined;
    } else if (word === "deff") this.#defaultFont = state.font = value;
    else if (word === "ansicpg") this.#encoding = encodingOfCodePage(value ?? 1252);
    else if (word === "mac") this.#encoding = "macintosh";
  }

  #unicode(value: number): void {
    this.#passed = this.#state.fallback;
    this.#add(String.fromCharCode(value & 0xffff));
  }

  #add(text: string): void {
    if (this.#state.isSkipped) return;
    this.#decode();
    this.#text.push(text);
  }

  #decode(): void {
    if (this.#bytes.length === 0) return;
    const encoding = this.#fonts.encodingOf(this.#state.font) ?? this.#encoding;
    this.#text.push(decodeRun(this.#bytes, encoding));
    this.#bytes = [];
  }

  /** Puts what was gathered since the last word that changes anything. */
  #flush(): void {
    this.#decode();
    if (this.#text.length === 0) return;
    const text = this.#text.join("");
    this.#text = [];
    this.#characters += text.length;
    if (this.#characters > this.#maxCharacters * 2) {
      const params = { limit: this.#maxCharacters, actual: this.#characters };
      throw new Refusal("too_much_text", params);
    }
    if (this.#state.isDeleted) return;
    const { isInTable, format } = this.#state;
    const clean = text.split("\t").map((part) => cleanCharacters(part).replaceAll("\u00ad", ""))
      .join("\t").normalize("NFC");
    const cause = hiddenCause(format, this.#background());
    if (cause) this.#top.hide(clean, cause, isInTable);
    else this.#top.text(clean, isInTable);
  }

  #background(): Rgb | null | undefined {
    const { isInTable, shade } = this.#state;
    const cell = isInTable ? this.#cellShades[this.#top.cellCount] : undefined;
    return shade === null ? null : shade ?? cell;
  }
}
