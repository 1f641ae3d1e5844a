/**
 * CSV as a Swedish Excel opens it: semicolons, a byte order mark, decimal commas in Swedish, and
 * no cell that Excel would take for a formula.
 */
import { stringify } from "csv-stringify/sync";
import { printable } from "../printable.ts";
import type { Language } from "../texts/texts.ts";

/** A cell; undefined is empty. */
export type Cell = string | number | undefined;

export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => Cell;
}

/** Rows → CSV text, one line each, headers first. */
export function writeCsv<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  language: Language,
): string {
  const records = rows.map((row) => columns.map(({ cell }) => textOf(cell(row), language)));
  return stringify([columns.map(({ header }) => header), ...records], {
    bom: true,
    delimiter: ";",
    record_delimiter: "windows",
    escape_formulas: true,
  });
}

function textOf(cell: Cell, language: Language): string {
  if (cell === undefined) return "";
  if (typeof cell === "string") return printable(cell);
  const text = String(Math.round(cell * 100) / 100);
  return language === "sv" ? text.replace(".", ",") : text;
}
