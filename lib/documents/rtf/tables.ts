import type { Rgb } from "../contrast.ts";
import { encodingOfCharset, encodingOfCodePage } from "./code_pages.ts";
import type { Token } from "./tokens.ts";

/** The fonts of a document, as far as they say how their bytes are decoded. */
export class FontTable {
  readonly #encodings = new Map<number, string>();
  #font = 0;

  read(token: Token): void {
    if (token.type !== "word" || token.value === undefined) return;
    if (token.word === "f") this.#font = token.value;
    const encoding = token.word === "fcharset"
      ? encodingOfCharset(token.value)
      : token.word === "cpg"
      ? encodingOfCodePage(token.value)
      : undefined;
    if (encoding) this.#encodings.set(this.#font, encoding);
  }

  encodingOf(font: number | undefined): string | undefined {
    return font === undefined ? undefined : this.#encodings.get(font);
  }
}

/** The colours of a document; one that says nothing is the reader's own ("auto"). */
export class ColourTable {
  readonly #colours: (Rgb | undefined)[] = [];
  readonly #next: { red?: number; green?: number; blue?: number } = {};

  read(token: Token): void {
    if (token.type === "byte" && token.byte === 0x3b) {
      const { red, green, blue } = this.#next;
      const isSaid = red !== undefined || green !== undefined || blue !== undefined;
      this.#colours.push(isSaid ? [red ?? 0, green ?? 0, blue ?? 0] : undefined);
      delete this.#next.red;
      delete this.#next.green;
      delete this.#next.blue;
    } else if (token.type === "word" && /^(?:red|green|blue)$/.test(token.word)) {
      const channel = token.word as "red" | "green" | "blue"; // as the pattern says
      this.#next[channel] = Math.min(255, Math.max(0, token.value ?? 0));
    }
  }

  /** Undefined for "auto" and for what the table does not have. */
  colourOf(index: number | undefined): Rgb | undefined {
    return this.#colours[index ?? 0];
  }
}
