import type { Cents } from '../kernel/money.ts';
import { CentsField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';

export class SpendingLineResponse {
  @CodeField({ description: 'Code van de kern; leeg als alle kernen dit budget delen.', nullable: true })
  kernCode!: string | null;

  @TextField({ description: 'Naam van de kern, of dat alle kernen dit budget delen.', maxLength: 80 })
  kernName!: string;

  @CodeField({ description: 'Code van de regeling.' })
  regulationCode!: string;

  @IntegerField({ description: 'Jaar.', minimum: 1900, maximum: 2199 })
  year!: number;

  @CentsField({ description: 'Toegekend aan de kern (het plafond), in centen.', signed: true })
  allocatedCents!: Cents;

  @CentsField({ description: 'Beschikbaar, in centen.' })
  availableCents!: Cents;

  @CentsField({ description: 'Gereserveerd, in centen.' })
  heldCents!: Cents;

  @CentsField({ description: 'Toegezegd, in centen.' })
  committedCents!: Cents;

  @CentsField({ description: 'Betaald, in centen.' })
  paidCents!: Cents;

  @CentsField({ description: 'Terug te ontvangen, in centen.' })
  receivableCents!: Cents;

  @CentsField({ description: 'Vrijgevallen, in centen.' })
  lapsedCents!: Cents;
}

export class SpendingResponse {
  @ListField(() => SpendingLineResponse, {
    description: 'Een regel per kern en regeling, op naam.',
    maxItems: 10_000,
  })
  lines!: readonly SpendingLineResponse[];
}
