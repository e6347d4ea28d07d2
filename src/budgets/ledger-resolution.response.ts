import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import {
  type LedgerResolutionEntity,
  type ResolutionBody,
  resolutionBodies,
} from './ledger-resolution.entity.ts';

/** A resolution of council or college that gives money to kernen, or moves it. */
export class LedgerResolutionResponse {
  @IdField({ description: 'Kenmerk.' })
  id!: string;

  @EnumField({ description: 'Raad of college.', choices: resolutionBodies })
  body!: ResolutionBody;

  @TextField({ description: 'Nummer van het besluit.', maxLength: 60 })
  number!: string;

  @CalendarDateField({ description: 'Dag van het besluit.' })
  decidedOn!: CalendarDate;

  @TextField({ description: 'Waar het over gaat.', maxLength: 200 })
  title!: string;

  @TextField({ description: 'Waar het document te vinden is.', maxLength: 200 })
  documentReference!: string;

  @InstantField({ description: 'Moment van registreren.' })
  registeredAt!: Date;

  static of(entity: LedgerResolutionEntity): LedgerResolutionResponse {
    const { id, body, number, decidedOn, title, documentReference, registeredAt } = entity;
    return Object.assign(new LedgerResolutionResponse(), {
      ...{ id, body, number, decidedOn, title, documentReference, registeredAt },
    });
  }
}
