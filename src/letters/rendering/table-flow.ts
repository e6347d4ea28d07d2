import type { TableBlock, TableRow } from '../domain/letter-model.ts';
import type { Cell, FlowBuilder } from './flow-builder.ts';
import { addTag, type FlowItem, type Tag } from './flow.ts';
import { colors, page, space, styles } from './page-style.ts';

interface Column {
  readonly left: number;
  readonly width: number;
  readonly align: 'left' | 'right';
}

/** Right-aligned columns hold amounts and stay narrow; the others share what remains. */
function columnsOf(table: TableBlock): Column[] {
  const total = page.right - page.left;
  const amounts = table.columns.filter((column) => column.align === 'right').length;
  const amountWidth = 105;
  const texts = Math.max(1, table.columns.length - amounts);
  const gaps = space.columnGap * (table.columns.length - 1);
  const rest = total - gaps - amounts * amountWidth;
  const labelWidth = texts === 2 ? rest * 0.36 : rest / texts;
  let left: number = page.left;
  return table.columns.map(({ align }, index) => {
    const other = texts === 2 ? rest - labelWidth : rest / texts;
    const textWidth = index === 0 ? labelWidth : other;
    const width = align === 'right' ? amountWidth : textWidth;
    const column = { left, width, align };
    left += width + space.columnGap;
    return column;
  });
}

function bodyRow(builder: FlowBuilder, row: TableRow, columns: readonly Column[], tag: Tag): Cell[] {
  return row.cells.flatMap((content, index): Cell[] => {
    const column = columns[index];
    if (column === undefined) return [];
    const cellTag = index === 0 ? addTag(tag, 'TH', 'Row') : addTag(tag, 'TD');
    const lines = builder.lines(builder.pieces(content, row.total), column.width, styles.table);
    return [{ ...column, lines, color: colors.text, tag: cellTag }];
  });
}

/** Cells drawn once more on a next page are for the eye only: read out, they would break up the table. */
function withoutTags(item: FlowItem): FlowItem {
  return { ...item, runs: item.runs.map((run) => ({ ...run, tag: null })) };
}

/** A reader adds up a short column of amounts at a glance, so a page break does not divide it. */
const mostRowsKeptTogether = 6;

function isKeptTogether({ columns, rows }: TableBlock): boolean {
  return rows.length <= mostRowsKeptTogether && columns.some(({ align }) => align === 'right');
}

/** Adds a table. Its header row comes back on every page that the table reaches; its total stays with a row. */
export function addTable(builder: FlowBuilder, table: TableBlock, keepWithPrevious: boolean): void {
  const columns = columnsOf(table);
  const tableTag = addTag(builder.root, 'Table');
  const headerTag = addTag(tableTag, 'TR');
  const headerCells = table.columns.flatMap(({ header }, index): Cell[] => {
    const column = columns[index];
    if (column === undefined) return [];
    const lines = builder.lines([builder.piece(header, 'strong')], column.width, styles.table);
    return [{ ...column, lines, color: colors.text, tag: addTag(headerTag, 'TH', 'Column') }];
  });
  const headers = builder.row(headerCells, styles.table, {
    padding: space.cellPadding,
    ruleAbove: null,
    ruleBelow: colors.text,
    spaceBefore: space.paragraph - space.cellPadding,
    keepWithPrevious,
  });
  builder.items.push(...headers);
  const [header] = headers;
  const repeat = headers.length === 1 && header !== undefined ? withoutTags(header) : null;
  table.rows.forEach((row, index) => {
    const cells = bodyRow(builder, row, columns, addTag(tableTag, 'TR'));
    const rows = builder.row(cells, styles.table, {
      padding: row.total ? space.cellPadding : space.cellPadding - 1,
      ruleAbove: row.total ? colors.text : null,
      ruleBelow: row.total ? null : colors.rule,
      spaceBefore: 0,
      keepWithPrevious: index === 0 || row.total || isKeptTogether(table),
    });
    builder.items.push(...rows.map((item) => ({ ...item, repeat })));
  });
}
