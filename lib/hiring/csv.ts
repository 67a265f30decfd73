import { keepScope } from "../platform/workspace_scope.ts";

/** A cell: a text from wherever, a figure of ours, or nothing. */
export type CsvCell = string | number | null;

/** How a file begins whose letters a spreadsheet program must not guess. */
export const CSV_START = "\uFEFF";

/**
 * What makes a cell a formula, at its start or behind a sign that some programs take for the end
 * of a cell; the full-width forms are read as the plain ones.
 */
const FORMULA = /(^|[;\t\r\n])([\s"\u200B\uFEFF]*)(?=[=+\-@＝＋－＠])/g;

/**
 * One row of a CSV file (RFC 4180) with its line end. Figures are written as they are; texts so
 * that no spreadsheet program takes one for a formula.
 */
export function csvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

/** A text that is no formula anywhere: an apostrophe stands before what would begin one. */
export function neutralise(text: string): string {
  const safe = text.replaceAll(FORMULA, "$1$2'");
  return /^[\t\r]/.test(safe) ? `'${safe}` : safe;
}

/** Rows as a stream of bytes, made as they are read. */
export function csvStream(
  rows: AsyncIterable<readonly CsvCell[]> | Iterable<readonly CsvCell[]>,
): ReadableStream<Uint8Array> {
  return ReadableStream.from(keepScope(lines(rows))).pipeThrough(new TextEncoderStream());
}

async function* lines(rows: AsyncIterable<readonly CsvCell[]> | Iterable<readonly CsvCell[]>) {
  yield CSV_START;
  for await (const row of rows) yield csvRow(row);
}

function cellOf(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const safe = neutralise(cell);
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
