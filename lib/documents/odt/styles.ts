import { fromHex, type Rgb } from "../contrast.ts";
import type { RunFormat } from "../docx/formats.ts";
import type { Attributes, XmlHandler } from "../docx/xml.ts";

/** What one style says itself; what it leaves open, its parent says. */
interface Style {
  readonly parent?: string;
  readonly run: RunFormat;
  shade?: Rgb;
  breaksPage: boolean;
  /** Drawn behind the text, as a coloured side bar is. */
  isBehind: boolean;
  /** The fill of a shape; null when its colours can't be known. */
  fill?: Rgb | null;
}

/** How the items of a list begin, by level from 1: a bullet, a number, or nothing. */
export type ListLabels = ReadonlyMap<number, "bullet" | "number" | "none">;

/** More parents than any program writes; a circle ends too. */
const MAX_PARENTS = 30;

/** "10pt", "0.2cm" as half points; a share of the parent's size is unknown. */
function halfPoints(size: string | undefined): number | undefined {
  const match = /^(\d{1,6}(?:\.\d{1,6})?)(pt|cm|mm|in|px)$/.exec(size ?? "");
  const points = { pt: 1, cm: 28.35, mm: 2.835, in: 72, px: 0.75 }[match?.[2] ?? ""];
  return match && points ? Number(match[1]) * points * 2 : undefined;
}

/** The styles of an OpenDocument text, of `styles.xml` and `content.xml` together. */
export class OdtStyles implements XmlHandler {
  readonly #styles = new Map<string, Style>();
  readonly #lists = new Map<string, Map<number, "bullet" | "number" | "none">>();
  #style: Style | undefined;
  #list: Map<number, "bullet" | "number" | "none"> | undefined;

  open(name: string, attributes: Attributes): void {
    if (name === "style:style" || name === "style:default-style") this.#begin(name, attributes);
    else if (name === "text:list-style") {
      this.#list = new Map();
      this.#lists.set(attributes.name ?? "", this.#list);
    } else if (name.startsWith("text:list-level-style-")) {
      const isNumber = name.endsWith("number") && Boolean(attributes["num-format"]);
      const label = isNumber ? "number" : name.endsWith("bullet") ? "bullet" : "none";
      this.#list?.set(Number(attributes.level), label);
    } else if (this.#style) this.#read(this.#style, name, attributes);
  }

  close(name: string): void {
    if (name === "style:style" || name === "style:default-style") this.#style = undefined;
    if (name === "text:list-style") this.#list = undefined;
  }

  /** What a style says together with all it is based on and the default of its family. */
  runFormat(family: string, name: string | undefined): RunFormat {
    const chain = [...this.#chain(family, name)].reverse();
    return Object.assign({}, ...chain.map(({ run }) => run)) as RunFormat;
  }

  shade(family: string, name: string | undefined): Rgb | undefined {
    return this.#first(family, name, (style) => style.shade);
  }

  fill(name: string | undefined): Rgb | null | undefined {
    return this.#first("graphic", name, (style) => style.fill);
  }

  isBehind(name: string | undefined): boolean {
    return [...this.#chain("graphic", name)].some((style) => style.isBehind);
  }

  breaksPage(family: string, name: string | undefined): boolean {
    return [...this.#chain(family, name)].some((style) => style.breaksPage);
  }

  labels(list: string | undefined): ListLabels | undefined {
    return this.#lists.get(list ?? "");
  }

  #begin(element: string, { name = "", family = "", ...attributes }: Attributes): void {
    const parent = attributes["parent-style-name"] ?? (element === "style:style" ? "" : undefined);
    this.#style = { parent, run: {}, breaksPage: false, isBehind: false };
    this.#styles.set(`${family}:${element === "style:style" ? name : ""}`, this.#style);
  }

  #read(style: Style, name: string, attributes: Attributes): void {
    const shade = fromHex(attributes["background-color"]);
    if (name === "style:text-properties") {
      const { display, color } = attributes;
      if (display) style.run.vanish = display === "none";
      if (color) style.run.colour = fromHex(color) ?? "auto";
      if (attributes["use-window-font-color"] === "true") style.run.colour = "auto";
      style.run.size = halfPoints(attributes["font-size"]) ?? style.run.size;
      if (shade) style.run.shade = shade;
    } else if (name === "style:graphic-properties") {
      style.isBehind ||= attributes["run-through"] === "background";
      const { fill } = attributes;
      if (fill && fill !== "none") {
        style.fill = fill === "solid" ? fromHex(attributes["fill-color"]) ?? null : null;
      }
    } else if (/^style:(?:paragraph|table-cell|table-row|table)-properties$/.test(name)) {
      if (shade) style.shade = shade;
      if (attributes["break-before"] === "page") style.breaksPage = true;
    }
  }

  #first<Value>(
    family: string,
    name: string | undefined,
    say: (style: Style) => Value | undefined,
  ): Value | undefined {
    for (const style of this.#chain(family, name)) {
      const value = say(style);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  *#chain(family: string, name: string | undefined): Generator<Style> {
    let next: string | undefined = name ?? "";
    for (let i = 0; next !== undefined && i < MAX_PARENTS; i++) {
      const style = this.#styles.get(`${family}:${next}`);
      if (!style) return;
      yield style;
      next = style.parent;
    }
  }
}
