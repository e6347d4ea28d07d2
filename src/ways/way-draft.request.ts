import type { CalendarDate } from '../kernel/calendar-date.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { DocumentField } from '../platform/http/fields/document-field.ts';
import { CodeField } from '../platform/http/fields/text-field.ts';

export class WayDraftRequest {
  @CodeField({
    description:
      'Code die de werkwijze krijgt. Met de code van een bestaande werkwijze wordt dit een opvolger.',
  })
  code!: string;

  @DocumentField({
    description:
      'De werkwijze zelf, zoals /v1/way-schema beschrijft. Een concept mag nog fouten hebben; het antwoord noemt ze.',
  })
  document!: object;
}

export class ValidateWayRequest {
  @DocumentField({ description: 'De werkwijze, zoals /v1/way-schema beschrijft.' })
  document!: object;
}

export class ActivateWayRequest {
  @CalendarDateField({
    description: 'Vanaf deze dag geldt de werkwijze voor nieuwe aanvragen; vandaag of later.',
  })
  activeFrom!: CalendarDate;
}
