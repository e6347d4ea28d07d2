import type { CalendarDate } from '../kernel/calendar-date.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { DocumentField } from '../platform/http/fields/document-field.ts';

export class RegulationDraftRequest {
  @CodeField({
    description:
      'Code die de regeling krijgt. Met de code van een bestaande regeling wordt dit een opvolger.',
  })
  code!: string;

  @DocumentField({
    description:
      'De regeling zelf, zoals /v1/regulation-schema beschrijft. Een concept mag nog fouten hebben; het antwoord noemt ze.',
  })
  document!: object;
}

export class ValidateDocumentRequest {
  @DocumentField({ description: 'De regeling, zoals /v1/regulation-schema beschrijft.' })
  document!: object;
}

export class PublishRegulationRequest {
  @CalendarDateField({ description: 'Dag van bekendmaking.' })
  publishedOn!: CalendarDate;

  @TextField({
    description: 'Waar de bekendmaking staat, zoals een nummer van het gemeenteblad.',
    maxLength: 200,
  })
  reference!: string;

  @CalendarDateField({
    description:
      'Eerste dag waarop de versie geldt; zonder dit de bekendmaking of de opening van de aanvraagperiode.',
    optional: true,
  })
  inForceFrom?: CalendarDate;

  @CalendarDateField({
    description: 'Laatste dag waarop de versie geldt; zonder dit tot een opvolger ingaat.',
    optional: true,
  })
  inForceUntil?: CalendarDate;
}

export class CopyRegulationRequest {
  @CodeField({ description: 'Code van de nieuwe regeling.' })
  code!: string;

  @IntegerField({ description: 'Het jaar van de nieuwe regeling.', minimum: 1901, maximum: 2198 })
  year!: number;
}
