import type { Cents } from '../kernel/money.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CentsField } from '../platform/http/fields/number-fields.ts';
import { ObjectField } from '../platform/http/fields/object-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { changedKinds } from './college-list.request.ts';

export class OtherwiseRequest {
  @EnumField({ description: 'Het besluit.', choices: changedKinds })
  kind!: (typeof changedKinds)[number];

  @CentsField({ description: 'Het bedrag, in centen.' })
  grantedCents!: Cents;

  @TextField({
    description: 'Waarom het besluit afwijkt van de berekening. Deze zin komt in de brief.',
    minLength: 10,
    maxLength: 1000,
  })
  reason!: string;
}

export class TakeDecisionRequest {
  @ObjectField(() => OtherwiseRequest, {
    description:
      'Alleen als u anders beslist dan is voorgesteld: wat de regeling berekent, of minder als dat in de werkwijze is voorgesteld.',
    optional: true,
  })
  otherwise?: OtherwiseRequest;

  @IdField({
    description:
      'De reservering waaruit het geld komt, in plaats van wat beschikbaar is (zie openstaande reserveringen).',
    optional: true,
  })
  holdId?: string;
}
