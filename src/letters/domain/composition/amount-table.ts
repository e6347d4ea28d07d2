import { assert } from '../../../kernel/assert.ts';
import { type Cents, formatEuros, sumCents } from '../../../kernel/money.ts';
import type { ComputationRow } from '../facts.ts';
import type { Block, TableBlock } from '../letter-model.ts';
import { list, paragraph, rich, sentence, strong } from '../rich-text.ts';

interface Amount {
  readonly label: string;
  readonly amountCents: Cents;
}

/** Amounts as a table with a total. @throws an assertion when the rows do not add up to it. */
export function amountTable(rows: readonly Amount[], total: Amount): TableBlock {
  const sum = sumCents(rows.map((row) => row.amountCents));
  assert(sum === total.amountCents, `the table adds up to: ${total.label}`);
  return {
    kind: 'table',
    columns: [
      { header: 'Onderdeel', align: 'left' },
      { header: 'Bedrag', align: 'right' },
    ],
    rows: [
      ...rows.map((row) => ({
        cells: [rich`${row.label}`, rich`${formatEuros(row.amountCents)}`],
        total: false,
      })),
      { cells: [rich`${total.label}`, rich`${formatEuros(total.amountCents)}`], total: true },
    ],
  };
}

/**
 * Why amounts were left out, each with its article (Awb 3:46).
 * @param explainedBy an article that the letter explains elsewhere, so that it is not told twice
 * @throws an assertion when a row below zero gives no reason.
 */
export function cutReasons(
  rows: readonly ComputationRow[],
  lead: string,
  explainedBy: string | null = null,
): Block[] {
  for (const row of rows) {
    assert(row.amountCents >= 0 || row.because !== null, `a reason is given for: ${row.label}`);
  }
  const because = rows.flatMap((row) =>
    row.because === null || row.because.article === explainedBy
      ? []
      : [
          rich`${strong(sentence(row.label))} ${sentence(row.because.text)} Dit volgt uit ${row.because.article}.`,
        ],
  );
  return because.length === 0 ? [] : [paragraph`${lead}`, list(because)];
}
