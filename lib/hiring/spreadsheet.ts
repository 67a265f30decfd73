import { type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { InvalidInput } from "../platform/errors.ts";

/** What a column holds: how wide it is and how its cells are shown follow from it. */
export interface SheetColumn {
  readonly name: string;
  readonly kind: "text" | "number" | "percent" | "instant";
  /** In characters. */
  readonly width: number;
}

/** A workbook is made in one go: with more rows, everybody else would wait for it. */
export const MAX_SHEET_ROWS = 5000;

const FORMATS: Partial<Record<SheetColumn["kind"], string>> = {
  percent: "0%",
  instant: "yyyy-mm-dd hh:mm",
};

/**
 * Writes one sheet as an Excel workbook: heads that stay and filter, figures as figures, and every
 * text as a text, whatever it begins with.
 *
 * @throws {InvalidInput} If there are more rows than a sheet is made of here.
 */
export async function toWorkbook(
  name: string,
  columns: readonly SheetColumn[],
  given: AsyncIterable<CellValue[]> | Iterable<CellValue[]>,
): Promise<Uint8Array> {
  const rows: CellValue[][] = [];
  for await (const row of given) {
    requireSheet(rows.push(row));
  }
  const sheet: WriteSheet = {
    name: sheetName(name),
    columns: columns.map(({ width, kind }) => ({ width, numFmt: FORMATS[kind] })),
    rows: [columns.map((column) => column.name), ...rows],
    cells: new Map(
      columns.map((column, index) => [`0,${index}`, {
        value: column.name,
        style: {
          font: { bold: true, name: "Calibri", size: 11 },
          alignment: { vertical: "top", wrapText: true },
        },
      }]),
    ),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${columnLetters(columns.length)}${rows.length + 1}` },
  };
  return await writeXlsx({ sheets: [sheet] });
}

/** @throws {InvalidInput} If there are more rows than a sheet is made of here. */
export function requireSheet(rowCount: number): void {
  if (rowCount <= MAX_SHEET_ROWS) return;
  throw new InvalidInput(`A workbook holds at most ${MAX_SHEET_ROWS} rows: take the CSV`);
}

/** A name that Excel takes: without its signs, of at most 31 characters. */
function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*[\]:']/g, " ").trim().slice(0, 31) || "1";
}

/** 1 → A, 27 → AA. */
function columnLetters(count: number): string {
  const last = String.fromCharCode(65 + (count - 1) % 26);
  return count <= 26 ? last : columnLetters(Math.floor((count - 1) / 26)) + last;
}
