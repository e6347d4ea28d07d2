import type { Cents } from '../kernel/money.ts';
import { CentsField, FlagField } from '../platform/http/fields/number-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';

/** One of the costs of a plan. */
export class CostLineRequest {
  @TextField({ description: 'Waarvoor.', maxLength: 200 })
  description!: string;

  @CentsField({ description: 'Bedrag in hele centen.', minimum: 1 })
  amountCents!: Cents;

  @CodeField({ description: 'Code van de kostensoort in de regeling.', optional: true })
  category?: string;

  @CentsField({ description: 'De btw die in het bedrag zit, in centen.', optional: true })
  vatCents?: Cents;

  @FlagField({ description: 'Of deze kosten voor de aanvraag zijn gemaakt.', optional: true })
  madeBefore?: boolean;
}
