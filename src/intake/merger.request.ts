import { IdField } from '../platform/http/fields/choice-fields.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';

/** Which application came in a second time and ends. */
export class MergerRequest {
  @IdField({ description: 'De dubbele aanvraag, die eindigt zonder besluit.' })
  duplicateId!: string;

  @IntegerField({ description: 'De versie (ETag) waarin u de dubbele aanvraag zag.', minimum: 1 })
  duplicateVersion!: number;

  @TextField({
    description:
      'Waarom het om dezelfde aanvraag gaat; nodig als de twee verschillen in wat telt. De aanvrager leest dit ook.',
    maxLength: 2000,
    minLength: 3,
    multiline: true,
    optional: true,
  })
  reason?: string;
}
