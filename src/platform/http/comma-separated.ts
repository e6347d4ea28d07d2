import { stringify } from 'csv-stringify/sync';

type Cell = string | number | boolean | null;

/** What a row holds; instants are written in UTC, as in JSON. */
export type CsvRow = Readonly<Record<string, Cell | Date>>;

function written(cell: Cell | Date | undefined): Cell {
  return cell instanceof Date ? cell.toISOString() : (cell ?? null);
}

/**
 * Writes rows as CSV for a spreadsheet (RFC 4180), with a byte order mark so that names come out right. A cell
 * that would start a formula is made text.
 * @param columns the header and the order of the columns
 */
export function commaSeparated<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, Cell | Date>>[],
): string {
  return stringify(
    rows.map((row) => columns.map((column) => written(row[column]))),
    { header: true, columns: [...columns], bom: true, record_delimiter: 'windows', escape_formulas: true },
  );
}
