import { calendarDate, formatDutchDate } from '../src/kernel/calendar-date.ts';
import { differences } from './checks.ts';

const width = 96;
const weekday = new Intl.DateTimeFormat('nl-NL', { weekday: 'long', timeZone: 'UTC' });

/** 2019-03-04 as 4 maart 2019, and a dash for no day. */
export function dutchDay(day: string | null): string {
  return day === null ? '–' : formatDutchDate(calendarDate(day));
}

function wrapped(text: string, first: string, others: string): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = others + word;
    } else {
      line += isEmpty ? word : ` ${word}`;
    }
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}

/** Tells the story on the screen, in plain sentences, and says of each rule whether it was kept. */
export class Narrator {
  #checked = 0;
  #faults = 0;

  get checked(): number {
    return this.#checked;
  }

  get faults(): number {
    return this.#faults;
  }

  chapter(title: string): void {
    console.log(`\n\n${'═'.repeat(width)}\n  ${title}\n${'═'.repeat(width)}`);
  }

  /** A new day; `day` as in 2019-03-04. */
  day(day: string, time: string): void {
    const name = weekday.format(new Date(`${day}T00:00:00Z`));
    const date = `${name[0]?.toUpperCase()}${name.slice(1)} ${dutchDay(day)}, ${time} uur`;
    console.log(`\n── ${date} ${'─'.repeat(width - date.length - 4)}`);
  }

  /** What happens, as one or more sentences. */
  tell(text: string): void {
    console.log(wrapped(text, '   ', '   '));
  }

  /** What the service itself says, word for word. */
  quote(text: string): void {
    console.log(wrapped(`“${text}”`, '      ', '       '));
  }

  /** Rows in columns; columns of amounts to the right. */
  table(rows: readonly (readonly string[])[], rightAligned: readonly number[] = []): void {
    const [head = []] = rows;
    const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    rows.forEach((row, index) => {
      const cells = row.map((cell, column) => {
        const size = widths[column] ?? 0;
        return rightAligned.includes(column) ? cell.padStart(size) : cell.padEnd(size);
      });
      console.log(`      ${cells.join('  ')}`.trimEnd());
      if (index === 0) console.log(`      ${widths.map((size) => '─'.repeat(size)).join('  ')}`);
    });
  }

  /** Whether what the service says is what the rules say. The sentence is the rule, or the fact under it. */
  check(sentence: string, actual: unknown, expected: unknown): void {
    this.#checked += 1;
    const faults = differences(actual, expected);
    if (faults.length === 0) {
      console.log(wrapped(sentence, '   ✓ ', '     '));
      return;
    }
    this.#faults += 1;
    console.log(wrapped(`KLOPT NIET: ${sentence}`, '   ✗ ', '     '));
    for (const fault of faults) console.log(wrapped(fault, '       - ', '         '));
  }
}
