import type { CalendarDate } from '../kernel/calendar-date.ts';
import { IbanField } from '../platform/http/fields/contact-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { ListField, ObjectField } from '../platform/http/fields/object-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { CostLineRequest } from '../regulations/cost-line.request.ts';
import { ParticularsRequest } from './application-content.request.ts';

/** What somebody adds to an application; what is left out stays as it was. */
export class SupplementRequest {
  @TextField({ description: 'Toelichting bij wat u aanvult.', maxLength: 2000, multiline: true })
  explanation!: string;

  @CalendarDateField({
    description: 'Alleen voor een medewerker: de dag waarop de aanvulling op papier binnenkwam.',
    optional: true,
  })
  receivedOn?: CalendarDate;

  @CalendarDateField({ description: 'Eerste dag van de activiteit.', optional: true })
  activityStartsOn?: CalendarDate;

  @CalendarDateField({ description: 'Laatste dag van de activiteit.', optional: true })
  activityEndsOn?: CalendarDate;

  @ListField(() => CostLineRequest, {
    description: 'Wat het plan kost.',
    maxItems: 50,
    minItems: 1,
    optional: true,
  })
  costs?: CostLineRequest[];

  @TextField({
    description: 'Wie in de buurt het plan steunt.',
    maxLength: 2000,
    multiline: true,
    optional: true,
  })
  support?: string;

  @ObjectField(() => ParticularsRequest, {
    description: 'Wat deze regeling verder vraagt; vervangt wat eerder is opgegeven.',
    optional: true,
  })
  particulars?: ParticularsRequest;

  @IbanField({ description: 'Rekeningnummer waarop u het geld wilt krijgen.', optional: true })
  iban?: string;
}
