import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { IbanField } from '../platform/http/fields/contact-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { NamedPersonRequest } from '../applications/named-person.request.ts';
import { type PartyRole, partyRoles } from './domain/party.ts';

/** Somebody who is to take part in a case. */
export class NamePartyRequest extends NamedPersonRequest {
  @EnumField({
    description: 'Mede-aanvrager, opvolger als vertegenwoordiger, of begunstigde van de betaling.',
    choices: partyRoles,
  })
  role!: PartyRole;

  @IbanField({ description: 'Rekeningnummer van wie het geld krijgt.', optional: true })
  iban?: string;

  @IdField({
    description:
      'De bijlage waaruit blijkt dat de anderen instemmen met een nieuwe vertegenwoordiger, of de aanvrager met een begunstigde die een medewerker noemt.',
    optional: true,
  })
  agreementAttachmentId?: string;
}

export class ConfirmPartyRequest {
  @TextField({ description: 'De code die bij het noemen is gegeven.', minLength: 32, maxLength: 32 })
  code!: string;
}

export class PaperConsentRequest {
  @CalendarDateField({ description: 'Dag van de handtekening.' })
  signedOn!: CalendarDate;

  @IdField({ description: 'De bijlage met de handtekening.' })
  attachmentId!: string;
}
