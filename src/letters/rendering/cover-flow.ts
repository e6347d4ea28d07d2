import { present } from '../../kernel/assert.ts';
import { type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import type { LetterModel, TableBlock } from '../domain/letter-model.ts';
import { rich } from '../domain/rich-text.ts';
import { fitsWindow } from './address-flow.ts';
import { FlowBuilder } from './flow-builder.ts';
import { addTag } from './flow.ts';
import { addLetterhead } from './head-flow.ts';
import type { LetterFlow } from './letter-flow.ts';
import type { LetterFonts } from './letter-fonts.ts';
import { addressWindow, colors, millimetres, space, styles } from './page-style.ts';
import { addTable } from './table-flow.ts';

/** Letters that leave by post on one day, in the order in which they are printed. */
export interface PrintFile {
  readonly printedOn: CalendarDate;
  readonly letters: readonly LetterModel[];
}

export function printFileTitle(printedOn: CalendarDate): string {
  return `Brieven per post van ${formatDutchDate(printedOn)}`;
}

/** Digits and letters of a postcode stay together on a line. */
function withWholePostcode(line: string): string {
  return line.replace(/^(\d{4}) ([A-Z]{2})\b/u, '$1\u00a0$2');
}

/** What the mail room ticks off: each letter with its addressee and number of sheets. */
function coverTable(builder: FlowBuilder, { letters }: PrintFile, pageCounts: readonly number[]): TableBlock {
  const total = pageCounts.reduce((sum, count) => sum + count, 0);
  return {
    kind: 'table',
    columns: [
      { header: 'Kenmerk', align: 'left' },
      { header: 'Geadresseerde', align: 'left' },
      { header: 'Bladzijden', align: 'right' },
    ],
    rows: [
      ...letters.map((letter, index) => ({
        cells: [
          rich`${index + 1}. ${letter.ourReference}`,
          rich`${letter.addresseeLines.map(withWholePostcode).join(', ')}${fitsWindow(builder, letter) ? '' : ' (past niet in het venster)'}`,
          rich`${pageCounts[index] ?? 0}`,
        ],
        total: false,
      })),
      {
        cells: [
          rich`Samen`,
          rich`${letters.length} ${letters.length === 1 ? 'brief' : 'brieven'}`,
          rich`${total}`,
        ],
        total: true,
      },
    ],
  };
}

/** The list on top of a print file. @param pageCounts of each letter, in the same order */
export function coverFlow(file: PrintFile, pageCounts: readonly number[], fonts: LetterFonts): LetterFlow {
  const { sender } = present(file.letters[0], 'a print file holds letters');
  const builder = new FlowBuilder(fonts, 'Part');
  const accent = sender.accentColor ?? colors.accent;
  addLetterhead(builder, sender, accent);
  builder.heading(printFileTitle(file.printedOn), 'H1', {
    style: styles.subject,
    color: accent,
    spaceBefore: addressWindow.end - addressWindow.top - millimetres(10),
  });
  builder.text(
    [builder.piece('Vink elke brief af die in een envelop is gedaan. Dit blad gaat niet mee.')],
    addTag(builder.root, 'P'),
    { style: styles.body, spaceBefore: space.paragraph, keepWithPrevious: true },
  );
  addTable(builder, coverTable(builder, file, pageCounts), false);
  return { items: builder.items, root: builder.root };
}
