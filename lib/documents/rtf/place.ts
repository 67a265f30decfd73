import { Flow, joinCells } from "../docx/flow.ts";
import type { HiddenText } from "../types.ts";

/** Where text goes: the body, a header, a text box, with the table's row that is being read. */
export class Place {
  readonly flow = new Flow();
  #cells: Flow[] = [];
  #cell = new Flow();
  #boxes: Flow[] = [];
  #isSeen = false;
  #hasHidden = false;

  /** How many cells of the row are read. */
  get cellCount(): number {
    return this.#cells.length;
  }

  text(text: string, isInTable: boolean): void {
    this.#isSeen ||= text.trim() !== "";
    this.#flow(isInTable).add({ type: "text", text });
  }

  hide(text: string, cause: HiddenText["cause"], isInTable: boolean): void {
    this.#hasHidden = true;
    this.#flow(isInTable).add({ type: "hidden", text, cause });
  }

  endLine(isInTable: boolean): void {
    this.#flow(isInTable).endLine();
  }

  endPage(): void {
    this.flow.add({ type: "page", isRendered: false });
  }

  /** Text boxes hang on a paragraph and are read after it. */
  addBox(box: Place): void {
    this.#boxes.push(box.finish());
  }

  endParagraph(isInTable: boolean): void {
    if (!isInTable) this.endRow();
    const boxes = this.#boxes.splice(0);
    this.#flow(isInTable).endParagraph({
      boxes,
      isSeen: this.#isSeen,
      hasHidden: this.#hasHidden,
    });
    this.#isSeen = false;
    this.#hasHidden = false;
  }

  endCell(isInTable: boolean): void {
    if (!isInTable) return this.text("\t", false);
    this.endParagraph(true);
    this.#cells.push(this.#cell);
    this.#cell = new Flow();
  }

  /** Also ends a row that a file left open. */
  endRow(): void {
    const cells = [...this.#cells.splice(0), ...(this.#cell.pieces.length > 0 ? [this.#cell] : [])];
    if (cells.length === 0) return;
    this.#cell = new Flow();
    this.flow.append(joinCells(cells));
    this.flow.endLine();
  }

  /** All that was read, the last paragraph ended. */
  finish(): Flow {
    this.endParagraph(false);
    return this.flow.trimEnd();
  }

  #flow(isInTable: boolean): Flow {
    return isInTable ? this.#cell : this.flow;
  }
}
