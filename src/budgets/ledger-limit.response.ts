import type { Cents } from '../kernel/money.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CentsField, FlagField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { CodeField } from '../platform/http/fields/text-field.ts';
import { type LimitKind, limitKinds } from './domain/ledger-state.ts';

/** A limit beside the ceiling of the kern. */
export class LedgerLimitResponse {
  @IdField({ description: 'Kenmerk.' })
  id!: string;

  @EnumField({ description: 'Categorie, thema of hele regeling.', choices: limitKinds })
  kind!: LimitKind;

  @CodeField({ description: 'Code van de categorie, het thema of het plafond.' })
  code!: string;

  @IdField({ description: 'Het budget, bij een categorie of thema.', nullable: true })
  budgetId!: string | null;

  @IdField({ description: 'De regeling.' })
  regulationId!: string;

  @IntegerField({ description: 'Jaar.' })
  year!: number;

  @CentsField({ description: 'Het maximum, in centen.' })
  limitCents!: Cents;

  @CentsField({ description: 'Verleend en niet teruggekomen, in centen.' })
  usedCents!: Cents;

  @CentsField({ description: 'Wat nog kan, in centen.' })
  leftCents!: Cents;

  @FlagField({
    description: 'Of dit maximum knelt: bij een regeling, of het lager is dan de kernen samen hebben.',
  })
  binds!: boolean;
}

export class LedgerYearResponse {
  @IntegerField({ description: 'Jaar.' })
  year!: number;

  @FlagField({ description: 'Of het jaar is afgesloten.' })
  closed!: boolean;
}
