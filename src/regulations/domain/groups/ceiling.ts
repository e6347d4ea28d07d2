import { type CalendarDate, formatDutchDate } from '../../../kernel/calendar-date.ts';
import { type Cents, formatEuros } from '../../../kernel/money.ts';

/** What may be granted at most, and where that was published (Awb 4:25 to 4:27). */
export interface Ceiling {
  readonly kind: 'fixed-per-kern';
  readonly amountCents: Cents;
  readonly publishedOn: CalendarDate;
  readonly publicationReference: string;
}

export function ceilingSentences(ceiling: Ceiling): string[] {
  return [
    `Het plafond is ${formatEuros(ceiling.amountCents)} per kern per jaar, niet per aanvraag (bekendgemaakt op ${formatDutchDate(ceiling.publishedOn)}, ${ceiling.publicationReference}).`,
  ];
}
