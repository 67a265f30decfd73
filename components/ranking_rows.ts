import { h, render } from "preact";
import type { Stage } from "../lib/hiring/stages.ts";
import { type SayMove, StageWord } from "./StageWord.tsx";

/** A row of the ranking as the server drew it. No island owns it: what it says is read and written here. */
export type RowElement = HTMLTableRowElement;

/** The form around the rows. */
export const ROWS_FORM = "ranking-form";

export function allRows(): RowElement[] {
  return [...document.querySelectorAll<RowElement>(`#${ROWS_FORM} tr[data-resume]`)];
}

export function rowOf(target: EventTarget | null): RowElement | null {
  return target instanceof Element ? target.closest<RowElement>("tr[data-resume]") : null;
}

export function findRow(resumeId: string): RowElement | null {
  return document.querySelector<RowElement>(`#${ROWS_FORM} tr[data-resume="${resumeId}"]`);
}

export function boxOf(row: RowElement): HTMLInputElement | null {
  return row.querySelector<HTMLInputElement>('input[name="resume"]');
}

export function linkOf(row: RowElement): HTMLAnchorElement | null {
  return row.querySelector<HTMLAnchorElement>(".row-link");
}

export function resumeIdOf(row: RowElement): string {
  return row.dataset.resume ?? "";
}

export function nameOf(row: RowElement): string {
  return row.dataset.name ?? "";
}

export function versionOf(row: RowElement): number {
  return Number(row.dataset.version ?? 0);
}

export function selectedRows(): RowElement[] {
  return allRows().filter((row) => boxOf(row)?.checked);
}

/** Checks or unchecks; the form hears of it as if a person had done it. */
export function select(rows: readonly RowElement[], isChecked: boolean): void {
  let last: HTMLInputElement | null = null;
  for (const row of rows) {
    const box = boxOf(row);
    if (!box || box.checked === isChecked) continue;
    box.checked = isChecked;
    last = box;
  }
  last?.dispatchEvent(new Event("change", { bubbles: true }));
}

export function currentRow(): RowElement | null {
  return document.querySelector<RowElement>(`#${ROWS_FORM} tr[data-current]`);
}

/** Makes a row the one that keys act on; its marks can then be reached by Tab. */
export function makeCurrent(row: RowElement): void {
  const before = currentRow();
  if (before === row) return;
  delete before?.dataset.current;
  row.dataset.current = "";
  row.querySelector<HTMLElement>(".strip")?.setAttribute("tabindex", "0");
}

/** Goes to a row: it becomes the current one, takes the focus and scrolls into view. */
export function goTo(row: RowElement): void {
  makeCurrent(row);
  linkOf(row)?.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

/** Goes so many rows further, or back; without a current row to the first one in sight. */
export function step(by: 1 | -1): void {
  const rows = allRows();
  const at = rows.findIndex((row) => row.dataset.current !== undefined);
  const inSight = rows.find((row) => row.getBoundingClientRect().bottom > 0);
  const next = at < 0 ? inSight : rows[at + by];
  if (next) goTo(next);
}

/** What stands in the column of decisions. */
export interface Standing {
  readonly row: RowElement;
  readonly nodes: readonly ChildNode[];
  readonly decision: string;
  readonly stage: string;
}

function wordPlace(row: RowElement): Element | null {
  return row.querySelector(".c-decision .decide-button") ?? row.querySelector(".c-decision");
}

/** Where somebody stands, as the row says it now. */
export function standingOf(row: RowElement): Standing {
  const { decision = "", stage = "" } = row.dataset;
  return { row, nodes: [...wordPlace(row)?.childNodes ?? []], decision, stage };
}

/** Standing in a stage, as a row would say it. */
export function standingIn(row: RowElement, stage: Stage, t: SayMove): Standing {
  const host = document.createElement("span");
  render(h(StageWord, { stage, t }), host);
  return { row, nodes: [...host.childNodes], decision: stage.decision, stage: stage.id };
}

export function showStanding({ row, nodes, decision, stage }: Standing): void {
  wordPlace(row)?.replaceChildren(...nodes);
  row.dataset.decision = decision;
  row.dataset.stage = stage;
}
