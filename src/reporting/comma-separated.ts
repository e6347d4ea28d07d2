import { stringify } from 'csv-stringify/sync';

type Cell = string | number | null;

/**
 * Writes rows as CSV for a spreadsheet (RFC 4180), with a byte order mark so that names come out right. A cell
 * that would start a formula is made text.
 * @param columns the header and the order of the columns
 */
export function commaSeparated<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, Cell>>[],
): string {
  return stringify(
    rows.map((row) => columns.map((column) => row[column])),
    { header: true, columns: [...columns], bom: true, record_delimiter: 'windows', escape_formulas: true },
  );
}
