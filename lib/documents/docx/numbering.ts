import { type Attributes, parseXml, type XmlHandler } from "./xml.ts";

interface Level {
  format: string;
  text: string;
  start: number;
}

function roman(value: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [1000, "m"],
    [900, "cm"],
    [500, "d"],
    [400, "cd"],
    [100, "c"],
    [90, "xc"],
    [50, "l"],
    [40, "xl"],
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ];
  let [rest, text] = [Math.min(value, 4999), ""];
  for (const [worth, sign] of signs) {
    for (; rest >= worth; rest -= worth) text += sign;
  }
  return text;
}

function counted(value: number, format: string): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  switch (format) {
    case "lowerLetter":
      return letter;
    case "upperLetter":
      return letter.toUpperCase();
    case "lowerRoman":
      return roman(value);
    case "upperRoman":
      return roman(value).toUpperCase();
    default:
      return String(value);
  }
}

/** No label that a person reads is longer; guards against a file made to exhaust us. */
const MAX_LABEL = 60;

/** The lists of a document: says the bullet or number that stands before each of their items. */
export class Numbering implements XmlHandler {
  readonly #abstract = new Map<string, Level[]>();
  readonly #lists = new Map<string, string>();
  readonly #counts = new Map<string, number[]>();
  #levels: Level[] | undefined;
  #level: Level | undefined;
  #listId = "";

  static read(pieces: Iterable<Uint8Array>): Numbering {
    const numbering = new Numbering();
    parseXml(pieces, numbering);
    return numbering;
  }

  open(name: string, attributes: Attributes): void {
    const { val = "" } = attributes;
    if (name === "abstractNum") {
      this.#levels = [];
      this.#abstract.set(attributes.abstractNumId ?? "", this.#levels);
    } else if (name === "num") this.#listId = attributes.numId ?? "";
    else if (name === "abstractNumId") this.#lists.set(this.#listId, val);
    else if (name === "lvl" && this.#levels) {
      this.#level = { format: "decimal", text: "", start: 1 };
      const index = Number(attributes.ilvl) || 0;
      if (index >= 0 && index < 9) this.#levels[index] = this.#level;
    } else if (this.#level) {
      if (name === "numFmt") this.#level.format = val;
      else if (name === "lvlText") this.#level.text = val.slice(0, MAX_LABEL);
      else if (name === "start") this.#level.start = Number(val) || 0;
    }
  }

  close(name: string): void {
    if (name === "lvl") this.#level = undefined;
    if (name === "abstractNum") this.#levels = undefined;
  }

  /** The label of the next item of a list: "•", "1.", "b)"; empty when it has none. */
  next(listId: string, level: number): string {
    const abstractId = this.#lists.get(listId);
    const levels = this.#abstract.get(abstractId ?? "");
    const own = levels?.[level];
    if (abstractId === undefined || !levels || !own || own.format === "none") return "";
    if (own.format === "bullet") return "•";
    const counts = this.#counts.get(abstractId) ?? [];
    this.#counts.set(abstractId, counts);
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    return own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = levels[at]?.format ?? "decimal";
      return counted(counts[at] ?? levels[at]?.start ?? 1, format);
    });
  }
}
