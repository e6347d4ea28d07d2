import { stringify } from 'csv-stringify/sync';

type Cell = string | number | boolean | null;

/** What a row holds; instants are written in UTC, as in JSON. */
export type CsvRow = Readonly<Record<string, Cell | Date>>;

function written(cell: Cell | Date | undefined): Cell {
  return cell instanceof Date ? cell.toISOString() : (cell ?? null);
}

/** A column as people read it: under a heading, and with words for codes. */
export interface CsvColumn<Name extends string = string> {
  readonly name: Name;
  readonly heading: string;
  /** What is written for the codes that this column can hold. */
  readonly words?: Readonly<Record<string, string>>;
}

function inWords(cell: Cell, words: CsvColumn['words']): Cell {
  return words === undefined || typeof cell !== 'string' ? cell : (words[cell] ?? cell);
}

/**
 * Writes rows as CSV for a spreadsheet (RFC 4180), with a byte order mark so that names come out right. A cell
 * that would start a formula is made text.
 * @param columns the order of the columns, each with its heading; of a bare name the name is the heading
 * @param isBeginning whether these are the first rows of a file, which come under the headings
 */
export function commaSeparated<Name extends string>(
  columns: readonly (Name | CsvColumn<Name>)[],
  rows: readonly Readonly<Record<Name, Cell | Date>>[],
  isBeginning = true,
): string {
  const all = columns.map((column): CsvColumn<Name> =>
    typeof column === 'string' ? { name: column, heading: column } : column,
  );
  return stringify(
    rows.map((row) => all.map(({ name, words }) => inWords(written(row[name]), words))),
    {
      ...{ header: isBeginning, columns: all.map(({ heading }) => heading) },
      ...{ bom: isBeginning, record_delimiter: 'windows', escape_formulas: true },
    },
  );
}
