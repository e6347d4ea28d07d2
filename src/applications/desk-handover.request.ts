import { FlagField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';

export class ReceiverRequest {
  @TextField({ description: 'Wie zaken krijgt, zoals die persoon in tokens heet.', maxLength: 255 })
  subject!: string;

  @CodeField({
    description: 'Alleen zaken van deze kernen; zonder dit van alle.',
    list: { maxItems: 50 },
    optional: true,
  })
  kernCodes?: readonly string[];
}

export class PreviewHandoverRequest {
  @TextField({
    description:
      'Wiens bureau het is, zoals die persoon in tokens heet; zonder dit uw eigen. Van een ander alleen door een beheerder.',
    maxLength: 255,
    optional: true,
  })
  fromSubject?: string;

  @ListField(() => ReceiverRequest, {
    description: 'Wie het krijgen; bij meer dan een worden de zaken gelijk verdeeld.',
    minItems: 1,
    maxItems: 20,
  })
  receivers!: readonly ReceiverRequest[];
}

export class HandOverDeskRequest extends PreviewHandoverRequest {
  @TextField({
    description: 'Waarom de zaken van behandelaar wisselen; komt bij elke zaak te staan.',
    minLength: 10,
    maxLength: 300,
  })
  reason!: string;

  @TextField({ description: 'De "fingerprint" van het voorbeeld dat u zag.', maxLength: 64 })
  fingerprint!: string;

  @FlagField({
    description: 'Laat zaken liggen die niemand kan krijgen; zonder dit wordt dan niets overgedragen.',
    optional: true,
  })
  leaveOthers?: boolean;
}
