import type { Cents } from '../kernel/money.ts';
import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { CentsField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import {
  type CeilingPlace,
  type CeilingsForYear,
  type ComputedCeiling,
  sumOfCeilings,
} from './domain/ceilings-for.ts';

const placeKinds = ['kern', 'scheme', 'theme', 'body-kind'] as const;

type WholePlace = Exclude<CeilingPlace, { kind: 'share' }>;

function codeOf(place: WholePlace): string | null {
  if (place.kind === 'scheme') return null;
  return place.kind === 'kern' ? place.kernCode : place.code;
}

export class CeilingResponse {
  @EnumField({ description: 'Waarvoor het plafond geldt.', choices: placeKinds })
  kind!: (typeof placeKinds)[number];

  @CodeField({ description: 'Code van de kern, het thema of de soort organisatie.', nullable: true })
  code!: string | null;

  @CodeField({ description: 'Code van het deelplafond, of null voor het hele plafond.', nullable: true })
  shareCode!: string | null;

  @CentsField({ description: 'Het plafond, in centen.' })
  amountCents!: Cents;

  @TextField({ description: 'Hoe het is berekend.', maxLength: 500 })
  explanation!: string;

  static of({ place, amountCents, explanation }: ComputedCeiling): CeilingResponse {
    const whole = place.kind === 'share' ? place.of : place;
    const shareCode = place.kind === 'share' ? place.code : null;
    const where = { kind: whole.kind, code: codeOf(whole), shareCode };
    return Object.assign(new CeilingResponse(), { ...where, amountCents, explanation });
  }
}

/** The ceilings of a year, to look at before they are booked. */
export class CeilingsResponse {
  @IntegerField({ description: 'Het jaar.', minimum: 1900, maximum: 2199 })
  year!: number;

  @ListField(() => CeilingResponse, { description: 'De plafonds.', maxItems: 12_000 })
  ceilings!: readonly CeilingResponse[];

  @CentsField({ description: 'De plafonds samen, zonder de deelplafonds, in centen.' })
  sumCents!: Cents;

  @CentsField({ description: 'Hoogste bedrag voor de hele regeling, of null.', nullable: true })
  totalCents!: Cents | null;

  static of(year: number, made: Extract<CeilingsForYear, { kind: 'computed' }>): CeilingsResponse {
    return Object.assign(new CeilingsResponse(), {
      year,
      ceilings: made.ceilings.map((ceiling) => CeilingResponse.of(ceiling)),
      sumCents: sumOfCeilings(made.ceilings),
      totalCents: made.totalCents,
    });
  }
}
