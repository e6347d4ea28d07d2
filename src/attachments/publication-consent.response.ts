import type { CalendarDate } from '../kernel/calendar-date.ts';
import { IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { FlagField } from '../platform/http/fields/number-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import type { CaseView } from '../identity/domain/case-view.ts';
import type { PublicationConsentEntity } from './publication-consent.entity.ts';

/** That somebody gave or withdrew consent to publish a photo. */
export class PublicationConsentResponse {
  @IdField({ description: 'Kenmerk.' })
  id!: string;

  @FlagField({ description: 'Of toestemming is gegeven; anders is zij ingetrokken.' })
  given!: boolean;

  @CalendarDateField({ description: 'Dag waarop dat is gezegd.' })
  saidOn!: CalendarDate;

  @TextField({ description: 'Wie dat zei. Alleen met het deel people.', maxLength: 120, optional: true })
  saidBy?: string;

  @InstantField({ description: 'Moment van vastleggen.' })
  recordedAt!: Date;

  static of(consent: PublicationConsentEntity, view: CaseView): PublicationConsentResponse {
    const { id, given, saidOn, saidBy, recordedAt } = consent;
    const named = view.has('people') && { saidBy };
    return Object.assign(new PublicationConsentResponse(), { id, given, saidOn, ...named, recordedAt });
  }
}
