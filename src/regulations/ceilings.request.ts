import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField } from '../platform/http/fields/text-field.ts';

export class KernSizeRequest {
  @CodeField({ description: 'Code van de kern.' })
  kernCode!: string;

  @IntegerField({ description: 'Inwoners op de peildatum van de regeling.', maximum: 1_000_000 })
  inhabitants!: number;
}

export class CeilingsRequest {
  @IntegerField({ description: 'Voor welk jaar.', minimum: 1900, maximum: 2199 })
  year!: number;

  @ListField(() => KernSizeRequest, {
    description:
      'Inwoners per kern, als de regeling daarmee rekent. Wat u weglaat, komt uit wat is vastgelegd.',
    maxItems: 500,
    optional: true,
  })
  kernen?: KernSizeRequest[];
}
