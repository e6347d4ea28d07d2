import type { Cents } from '../kernel/money.ts';
import { CentsField, FlagField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';

export class TalliedPlanResponse {
  @TextField({ description: 'Zaaknummer.', maxLength: 14 })
  applicationNumber!: string;

  @IntegerField({ description: 'Stemmen, of ingeleverde bonnen.' })
  votes!: number;

  @CentsField({ description: 'Gevraagd, in centen.' })
  requestedCents!: Cents;

  @IntegerField({
    description: 'Plaats in de volgorde; leeg als het plan geen plaats krijgt.',
    minimum: 1,
    nullable: true,
  })
  place!: number | null;

  @FlagField({ description: 'Of het lot de plaats bepaalt.' })
  byLot!: boolean;

  @TextField({ description: 'Waarom, in gewone zinnen.', maxLength: 1000 })
  standing!: string;

  @CentsField({ description: 'Wat er van het gevraagde past onder het plafond, in centen.' })
  fitsCents!: Cents;
}

/** A vote recomputed from the published counts alone. Who decides may still know of reasons to refuse. */
export class VoteTallyResponse {
  @CodeField({ description: 'Code van de regeling.' })
  regulationCode!: string;

  @TextField({
    description: 'De regel waarmee is geteld, in gewone zinnen.',
    maxLength: 1000,
    list: { maxItems: 100 },
  })
  rule!: readonly string[];

  @TextField({
    description:
      'Waarmee is geloot; leeg zolang dat niet is gebeurd. Dan staan gelijke plannen in een voorlopige volgorde.',
    maxLength: 64,
    nullable: true,
  })
  lotSeed!: string | null;

  @ListField(() => TalliedPlanResponse, { description: 'De plannen.', maxItems: 10_000 })
  plans!: readonly TalliedPlanResponse[];
}
