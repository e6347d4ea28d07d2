import type { Cents } from '../kernel/money.ts';
import { CentsField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { fewestCounted } from './domain/availability.ts';

export class KernAvailabilityResponse {
  @CodeField({ description: 'Code van de kern; leeg als alle kernen dit geld delen.', nullable: true })
  kernCode!: string | null;

  @IntegerField({ description: 'Jaar.', minimum: 1900, maximum: 2199 })
  year!: number;

  @CentsField({ description: 'Wat nog niet is toegezegd, in centen.' })
  availableCents!: Cents;

  @IntegerField({
    description: `Hoeveel aanvragen op een besluit wachten; leeg als het er één tot en met ${fewestCounted - 1} zijn, zodat niemand is te herkennen.`,
    nullable: true,
  })
  waiting!: number | null;

  @IntegerField({
    description: `Hoeveel aanvragers te weinig kregen en nog kunnen krijgen wat vrijkomt; leeg als het er één tot en met ${fewestCounted - 1} zijn.`,
    nullable: true,
  })
  onWaitingList!: number | null;
}

/** What is free and who waits under one regulation, for everybody and without personal data. */
export class AvailabilityResponse {
  @CodeField({ description: 'Code van de regeling.' })
  regulationCode!: string;

  @TextField({ description: 'Wanneer wordt beslist.', maxLength: 300 })
  decisionMoment!: string;

  @TextField({
    description: 'Waarmee is geloot, om na te rekenen; leeg zolang er nog niet geloot hoefde te worden.',
    maxLength: 64,
    nullable: true,
  })
  lotSeed!: string | null;

  @ListField(() => KernAvailabilityResponse, { description: 'Per kern en jaar.', maxItems: 1000 })
  kernen!: readonly KernAvailabilityResponse[];
}
