import { contrast, fromHex, MIN_CONTRAST, type Rgb } from "../contrast.ts";
import type { HiddenText } from "../types.ts";
import { type Attributes, parseXml, type XmlHandler } from "./xml.ts";

/** How a run of characters looks, as far as it can hide it; undefined where nothing is said. */
export interface RunFormat {
  vanish?: boolean;
  colour?: Rgb | "auto";
  /** In half points, as Word counts. */
  size?: number;
  shade?: Rgb;
}

export interface ParagraphFormat {
  shade?: Rgb;
  listId?: string;
  listLevel?: number;
}

interface Style {
  readonly basedOn?: string;
  readonly run: RunFormat;
  readonly paragraph: ParagraphFormat;
  /** A table style that shades cells darkly somewhere: text in it may be white. */
  shadesDarkly: boolean;
}

const PAPER: Rgb = [255, 255, 255];
/** Smaller than 2 points. */
const MIN_HALF_POINTS = 4;

/** A switch like `<w:vanish/>`: on, unless its value says otherwise. */
export function isOn({ val }: Attributes): boolean {
  return val === undefined || !["0", "false", "off", "none"].includes(val);
}

export function isDark(colour: Rgb | undefined): boolean {
  return colour !== undefined && contrast(colour, PAPER) >= MIN_CONTRAST;
}

const HIGHLIGHTS: Readonly<Record<string, string>> = {
  black: "000000",
  blue: "0000FF",
  darkBlue: "000080",
  darkCyan: "008080",
  darkGray: "808080",
  darkGreen: "008000",
  darkMagenta: "800080",
  darkRed: "800000",
  darkYellow: "808000",
  green: "00FF00",
  magenta: "FF00FF",
  red: "FF0000",
  white: "FFFFFF",
};

/** Reads one element of `w:rPr` into `format`. */
export function readRunFormat(format: RunFormat, name: string, attributes: Attributes): void {
  const { val } = attributes;
  if (name === "vanish") format.vanish = isOn(attributes);
  else if (name === "color") format.colour = fromHex(val) ?? "auto";
  else if (name === "sz" && Number.isFinite(Number(val))) format.size = Number(val);
  else if (name === "shd") format.shade = fromHex(attributes.fill) ?? format.shade;
  else if (name === "highlight") format.shade = fromHex(HIGHLIGHTS[val ?? ""]) ?? format.shade;
}

/** Reads one element of `w:pPr` into `format`. */
export function readParagraphFormat(
  format: ParagraphFormat,
  name: string,
  attributes: Attributes,
): void {
  if (name === "shd") format.shade = fromHex(attributes.fill) ?? format.shade;
  else if (name === "numId") format.listId = attributes.val;
  else if (name === "ilvl") format.listLevel = Number(attributes.val) || 0;
}

/**
 * Why a run is not seen, or null when it is.
 *
 * @param background What lies behind it; null when that can't be known.
 */
export function hiddenCause(
  format: RunFormat,
  background: Rgb | null | undefined,
): HiddenText["cause"] | null {
  if (format.vanish) return "vanish";
  if (format.size !== undefined && format.size < MIN_HALF_POINTS) return "size";
  const behind = format.shade ?? background;
  if (behind === null || !format.colour || format.colour === "auto") return null;
  return contrast(format.colour, behind ?? PAPER) < MIN_CONTRAST ? "colour" : null;
}

/** The styles of a document, and what they say after all they are based on. */
export class Styles implements XmlHandler {
  readonly #styles = new Map<string, Style>();
  readonly #defaults: RunFormat = {};
  #defaultParagraph = "";
  readonly #runFormats = new Map<string, RunFormat>();
  readonly #paragraphFormats = new Map<string, ParagraphFormat>();
  #current: Style | undefined;
  #inDefaults = false;
  readonly #path: string[] = [];

  static read(pieces: Iterable<Uint8Array>): Styles {
    const styles = new Styles();
    parseXml(pieces, styles);
    return styles;
  }

  open(name: string, attributes: Attributes): void {
    this.#path.push(name);
    if (name === "docDefaults") this.#inDefaults = true;
    else if (name === "style") this.#begin(attributes);
    else if (this.#inDefaults) readRunFormat(this.#defaults, name, attributes);
    else if (this.#current) this.#read(this.#current, name, attributes);
  }

  close(name: string): void {
    this.#path.pop();
    if (name === "docDefaults") this.#inDefaults = false;
    if (name === "style") this.#current = undefined;
  }

  #begin({ styleId = "", type, default: isDefault }: Attributes): void {
    this.#current = { run: {}, paragraph: {}, shadesDarkly: false };
    this.#styles.set(styleId, this.#current);
    if (type === "paragraph" && isDefault === "1") this.#defaultParagraph = styleId;
  }

  #read(style: Style, name: string, attributes: Attributes): void {
    const inside = this.#path.at(-2);
    if (name === "basedOn") Object.assign(style, { basedOn: attributes.val });
    else if (name === "shd" && isDark(fromHex(attributes.fill))) style.shadesDarkly = true;
    // What a table style says of its first row is not said of the style's own text.
    if (this.#path.includes("tblStylePr")) return;
    if (inside === "rPr") readRunFormat(style.run, name, attributes);
    else if (inside === "pPr" || inside === "numPr") {
      readParagraphFormat(style.paragraph, name, attributes);
    }
  }

  /** From the style itself to the one that all is based on; a circle ends. */
  *#chain(id: string): Generator<Style> {
    const seen = new Set<string>();
    for (let next: string | undefined = id; next !== undefined && !seen.has(next);) {
      seen.add(next);
      const style = this.#styles.get(next);
      if (!style) return;
      yield style;
      next = style.basedOn;
    }
  }

  /** What the two styles of a run say together, with the document's defaults. */
  runFormat(paragraphStyle: string | undefined, runStyle: string | undefined): Readonly<RunFormat> {
    const key = `${paragraphStyle}\n${runStyle}`;
    const known = this.#runFormats.get(key);
    if (known) return known;
    const format: RunFormat = { ...this.#defaults };
    this.#runFormats.set(key, format);
    for (const id of [paragraphStyle ?? this.#defaultParagraph, runStyle]) {
      if (id === undefined) continue;
      for (const style of [...this.#chain(id)].reverse()) Object.assign(format, style.run);
    }
    return format;
  }

  paragraphFormat(style: string | undefined): Readonly<ParagraphFormat> {
    const id = style ?? this.#defaultParagraph;
    const known = this.#paragraphFormats.get(id);
    if (known) return known;
    const format: ParagraphFormat = {};
    this.#paragraphFormats.set(id, format);
    const chain = [...this.#chain(id)].reverse();
    for (const { paragraph } of chain) Object.assign(format, paragraph);
    return format;
  }

  mayShadeDarkly(tableStyle: string | undefined): boolean {
    if (tableStyle === undefined) return false;
    return [...this.#chain(tableStyle)].some((style) => style.shadesDarkly);
  }
}
