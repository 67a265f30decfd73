import { cleanCharacters } from "../characters.ts";
import { Flow, joinCells } from "../docx/flow.ts";
import { Refusal } from "../refusal.ts";
import type { Cascade, Said, StyledElement } from "./cascade.ts";
import { hiddenCause, type Look, lookOf, PAGE_LOOK, type Role } from "./look.ts";

/** What a browser shows no text of, or text that is no part of the page. */
const SKIPPED = new Set([
  "title",
  "script",
  "style",
  "template",
  "noscript",
  "iframe",
  "object",
  "audio",
  "video",
  "canvas",
  "select",
  "datalist",
]);
const BLOCKS =
  "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend main menu nav ol p pre section summary tbody tfoot thead ul";
const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...BLOCKS.split(" ").map((tag): [string, Role] => [tag, "block"]),
  ["li", "item"],
  ["table", "table"],
  ["tr", "row"],
  ["td", "cell"],
  ["th", "cell"],
]);
/** Deeper than any page nests; guards against a file made to exhaust us. */
const MAX_DEPTH = 2000;
/** Cells in cells; deeper ones are read as blocks. */
const MAX_FLOWS = 100;

interface Element extends StyledElement {
  readonly look: Look;
  /** Its children's texts that stand beside each other. */
  readonly cells?: Flow[];
  readonly isCell: boolean;
}

interface Place {
  readonly flow: Flow;
  /** Whether text stands on its last line. */
  isOpen: boolean;
}

/** Walks through a page and gathers its text as it is seen on a wide screen, without scripts. */
export class HtmlBody {
  readonly #cascade: Cascade;
  readonly #maxCharacters: number;
  readonly #elements: Element[] = [];
  readonly #places: Place[] = [{ flow: new Flow(), isOpen: false }];
  /** The numbers of the lists around; null for bullets. */
  readonly #lists: (number | null)[] = [];
  /** The bullet or number that waits for its item's first visible text. */
  #label = "";
  /** Text since the last tag; the parser hands it over in many pieces. */
  readonly #pieces: string[] = [];
  #skipped = 0;
  #characters = 0;

  constructor(cascade: Cascade, maxCharacters: number) {
    this.#cascade = cascade;
    this.#maxCharacters = maxCharacters;
  }

  get flow(): Flow {
    return this.#places[0]?.flow ?? new Flow();
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    this.#flush();
    if (SKIPPED.has(tag)) this.#skipped++;
    if (this.#elements.length > MAX_DEPTH) throw new Refusal("corrupt");
    const outer = this.#elements.at(-1);
    const element: StyledElement = {
      tag,
      ...(attributes.id === undefined ? {} : { id: attributes.id }),
      classes: new Set(attributes.class?.split(/\s+/).filter((name) => name !== "")),
    };
    const { style = "" } = attributes;
    const said = this.#cascade.saidOf(element, this.#elements, style, hintsOf(tag, attributes));
    const look = lookOf(said, ROLES.get(tag) ?? "inline", outer?.look ?? PAGE_LOOK);
    this.#begin(element, look, attributes);
  }

  #begin(
    element: StyledElement,
    look: Look,
    { start }: Readonly<Record<string, string>>,
  ): void {
    const { tag } = element;
    const isCell = this.#elements.at(-1)?.cells !== undefined && this.#places.length < MAX_FLOWS;
    if (isCell) this.#places.push({ flow: new Flow(), isOpen: false });
    else if (look.role !== "inline") this.#endLine();
    if (/^h[1-6r]$/.test(tag)) this.#top.flow.endLine();
    const isRow = look.role === "row" || look.isRow;
    this.#elements.push({ ...element, look, isCell, ...(isRow ? { cells: [] } : {}) });
    if (tag === "ol") this.#lists.push(Math.trunc(Number(start ?? 1)) - 1 || 0);
    else if (tag === "ul" || tag === "menu") this.#lists.push(null);
    else if (tag === "br" && this.#skipped === 0) this.#breakLine();
    if (look.role === "item") this.#label = this.#nextLabel(look);
  }

  close(tag: string): void {
    this.#flush();
    if (SKIPPED.has(tag)) this.#skipped--;
    const element = this.#elements.pop();
    if (!element) return;
    if (element.cells) {
      const row = joinCells(element.cells);
      this.#top.flow.append(row);
      this.#top.isOpen ||= !row.isBlank;
    }
    if (/^(?:ol|ul|menu)$/.test(tag)) this.#lists.pop();
    if (element.look.role === "item") this.#label = "";
    const place = element.isCell ? this.#places.pop() : undefined;
    if (place) this.#elements.at(-1)?.cells?.push(place.flow);
    else if (element.look.role !== "inline") this.#endLine();
  }

  text(text: string): void {
    if (this.#skipped === 0) this.#pieces.push(text);
  }

  /** Ends the page. */
  end(): void {
    this.#flush();
  }

  #flush(): void {
    if (this.#pieces.length === 0) return;
    const text = this.#pieces.splice(0).join("");
    const look = this.#elements.at(-1)?.look ?? PAGE_LOOK;
    if (!look.keepsLines) return this.#put(text, look);
    text.split(/\r\n?|\n/).forEach((line, i) => {
      if (i > 0) this.#breakLine();
      this.#put(line, look);
    });
  }

  #put(text: string, look: Look): void {
    const clean = cleanCharacters(text).replaceAll("\u00ad", "");
    const isBlank = clean.trim() === "";
    const cells = this.#elements.at(-1)?.cells;
    if (isBlank && (cells || !this.#top.isOpen)) return;
    this.#count(isBlank ? 1 : clean.length);
    const cause = hiddenCause(look);
    const flow = cells ? new Flow() : this.#top.flow;
    if (cells) cells.push(flow);
    if (cause) {
      if (!isBlank) flow.add({ type: "hidden", text: clean.replaceAll(/ +/g, " "), cause });
      return;
    }
    if (!isBlank && this.#label !== "") {
      flow.add({ type: "text", text: `${this.#label} ` });
      this.#label = "";
    }
    flow.add({ type: "text", text: clean.normalize("NFC") });
    if (!cells) this.#top.isOpen = true;
  }

  get #top(): Place {
    return this.#places.at(-1) ?? { flow: this.flow, isOpen: false };
  }

  #endLine(): void {
    if (this.#top.isOpen) this.#breakLine();
  }

  #breakLine(): void {
    this.#top.flow.endLine();
    this.#top.isOpen = false;
  }

  #nextLabel({ hasMarker }: Look): string {
    const last = this.#lists.length - 1;
    const number = this.#lists[last];
    if (typeof number === "number") this.#lists[last] = number + 1;
    if (!hasMarker) return "";
    return typeof number === "number" ? `${number + 1}.` : "•";
  }

  #count(characters: number): void {
    this.#characters += characters;
    if (this.#characters <= this.#maxCharacters * 2) return;
    const params = { limit: this.#maxCharacters, actual: this.#characters };
    throw new Refusal("too_much_text", params);
  }
}

/** What attributes say that are older than style sheets. */
function hintsOf(tag: string, attributes: Readonly<Record<string, string>>): Said {
  const hints: Said = new Map();
  if (attributes.hidden !== undefined) hints.set("display", "none");
  if (attributes.bgcolor) hints.set("background-color", attributes.bgcolor);
  if (attributes.background) hints.set("background-image", "url()");
  if (tag === "font" && attributes.color) hints.set("color", attributes.color);
  if (tag === "body" && attributes.text) hints.set("color", attributes.text);
  if (tag === "pre") hints.set("white-space", "pre");
  return hints;
}
