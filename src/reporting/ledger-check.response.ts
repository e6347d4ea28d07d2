import { InstantField } from '../platform/http/fields/date-fields.ts';
import { FlagField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ObjectField } from '../platform/http/fields/object-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';

export class LedgerFaultResponse {
  @TextField({ description: 'Waar het misgaat.', maxLength: 200 })
  place!: string;

  @TextField({ description: 'Naam van de regel die niet klopt.', maxLength: 60 })
  rule!: string;

  @TextField({ description: 'Wat er niet klopt.', maxLength: 300 })
  detail!: string;
}

/** What a check of the whole ledger came to. */
export class LedgerCheckResponse {
  @FlagField({ description: 'Of alles klopt.' })
  sound!: boolean;

  @ObjectField(() => LedgerFaultResponse, { description: 'Het eerste dat niet klopt.', nullable: true })
  fault!: LedgerFaultResponse | null;

  @IntegerField({ description: 'Aantal nagekeken budgetten.' })
  budgetCount!: number;

  @IntegerField({ description: 'Aantal nagekeken boekingen.' })
  entryCount!: number;

  @IntegerField({ description: 'Aantal gepubliceerde koppen waarmee is vergeleken.' })
  headCount!: number;

  @InstantField({ description: 'Moment van nakijken.' })
  checkedAt!: Date;
}
