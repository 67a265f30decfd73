import { z } from "zod";
import type { CsvCell } from "../../lib/hiring/csv.ts";
import type { ExportRow } from "../../lib/hiring/exports.ts";
import { MAX_RANKED, type RankingView } from "../../lib/hiring/ranking.ts";
import { NotFound } from "../../lib/platform/errors.ts";
import { Id } from "../../lib/platform/input.ts";
import type { RankingColumn } from "./ranking_columns.ts";
import { readRankingQuery } from "./ranking_query.ts";

const Selection = z.array(Id).max(MAX_RANKED);

/**
 * Reads which rows are taken along: those of the ranking's own address, or of them the ones that
 * are named by `resume`.
 *
 * @throws {NotFound} If a value is none that the ranking knows.
 */
export function readExportView(url: URL): RankingView {
  const { page: _, itemsPerPage: __, ...view } = readRankingQuery(url);
  const selected = url.searchParams.getAll("resume");
  if (selected.length === 0) return view;
  return { ...view, only: readSelection(selected) };
}

/** @throws {NotFound} If one of them is no id, or there are more than a ranking shows. */
export function readSelection(given: readonly string[]): string[] {
  const parsed = Selection.safeParse([...new Set(given)]);
  if (!parsed.success) throw new NotFound("There is no such page: its selection does not fit");
  return parsed.data;
}

/** The rows of a CSV file, the heads first. */
export async function* toCsvRows(
  columns: readonly RankingColumn[],
  rows: AsyncIterable<ExportRow>,
): AsyncGenerator<CsvCell[]> {
  yield columns.map(({ name }) => name);
  for await (const row of rows) {
    yield columns.map((column) => toCsvCell(column, row));
  }
}

function toCsvCell({ kind, cell }: RankingColumn, row: ExportRow): CsvCell {
  const value = cell(row);
  if (value instanceof Date) return value.toISOString().slice(0, 16).replace("T", " ");
  return kind === "percent" && typeof value === "number" ? Math.round(value * 100) : value;
}

/** The rows of a workbook, without the heads. */
export async function* toSheetRows(
  columns: readonly RankingColumn[],
  rows: AsyncIterable<ExportRow>,
): AsyncGenerator<(string | number | Date | null)[]> {
  for await (const row of rows) yield columns.map((column) => column.cell(row));
}

/** "ranking Backend engineer 2026-11-23", without the signs that a file's name cannot have. */
export function exportName(word: string, title: string, now: Date): string {
  const plain = title.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, " ").replace(/\s+/g, " ").trim();
  return [word, plain.slice(0, 80), now.toISOString().slice(0, 10)].filter(Boolean).join(" ");
}
