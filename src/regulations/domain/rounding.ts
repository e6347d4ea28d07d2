import { type Cents, cents } from '../../kernel/money.ts';
import { choice, type Data, record } from './schema/vocabulary.ts';

const unitCents = { cent: 1, euro: 100, 'ten-euros': 1_000, 'hundred-euros': 10_000 } as const;

/** Rounding of a computed amount. Absent: down to whole cents. */
export const roundingSchema = record(
  {
    to: choice(['cent', 'euro', 'ten-euros', 'hundred-euros'], 'Waarop wordt afgerond.'),
    direction: choice(['down', 'nearest', 'up'], 'Naar beneden, naar het dichtstbijzijnde of naar boven.'),
  },
  'Hoe een berekend bedrag wordt afgerond.',
);

export type Rounding = Data<typeof roundingSchema>;

const directions = { down: Math.floor, nearest: Math.round, up: Math.ceil } as const;

/** @param amountCents may hold a fraction of a cent, as a rate times a number of inhabitants has none */
export function roundCents(amountCents: number, rounding: Rounding | undefined): Cents {
  if (rounding === undefined) return cents(Math.floor(amountCents));
  const unit = unitCents[rounding.to];
  return cents(directions[rounding.direction](amountCents / unit) * unit);
}

const unitTexts = {
  cent: 'hele centen',
  euro: 'hele euro’s',
  'ten-euros': 'tientallen euro’s',
  'hundred-euros': 'honderdtallen euro’s',
} as const satisfies Record<Rounding['to'], string>;

const directionTexts = {
  down: 'naar beneden afgerond op',
  nearest: 'afgerond op',
  up: 'naar boven afgerond op',
} as const satisfies Record<Rounding['direction'], string>;

export function roundingSentence(rounding: Rounding): string {
  return `Een berekend bedrag wordt ${directionTexts[rounding.direction]} ${unitTexts[rounding.to]}.`;
}
