import type { HiddenText, Page } from "../types.ts";
import type { HiddenRun } from "./assemble.ts";
import type { TextLine } from "./hyphens.ts";

/** Gathers the pages' lines into one text. */
export class TextBuilder {
  text = "";
  readonly pages: Page[] = [];
  readonly hidden: HiddenText[] = [];

  addPage(lines: readonly TextLine[], hidden: readonly HiddenRun[]): void {
    if (this.pages.length > 0) this.text += "\n\n";
    const start = this.text.length;
    const ends: { last: number; end: number }[] = [];
    lines.forEach((line, i) => {
      if (i > 0) this.text += line.startsBlock ? "\n\n" : "\n";
      this.text += line.text;
      ends.push({ last: line.last, end: this.text.length });
    });
    this.pages.push({ start, end: this.text.length });
    for (const { text, cause, order } of hidden) {
      const at = nearestBefore(ends, order) ?? start;
      this.hidden.push({ page: this.pages.length, at, text, cause });
    }
  }
}

/** The end of the line that was painted last before `order`. */
function nearestBefore(ends: readonly { last: number; end: number }[], order: number) {
  let best: { last: number; end: number } | undefined;
  for (const line of ends) {
    if (line.last < order && (!best || line.last > best.last)) best = line;
  }
  return best?.end;
}
