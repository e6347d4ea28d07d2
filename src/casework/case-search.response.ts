import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import {
  type ApplicationStatus,
  applicationStatuses,
  dutchStatus,
} from '../applications/domain/lifecycle.ts';

/** An application that was found: enough to know that it is the one. */
export class FoundCaseResponse {
  @IdField({ description: 'De aanvraag.' })
  applicationId!: string;

  @TextField({ description: 'Zaaknummer.', maxLength: 14, nullable: true })
  number!: string | null;

  @CodeField({ description: 'Code van de kern.' })
  kernCode!: string;

  @TextField({ description: 'Naam van de aanvrager.', maxLength: 120 })
  applicantName!: string;

  @TextField({ description: 'Straat, huisnummer en woonplaats.', maxLength: 180 })
  address!: string;

  @TextField({ description: 'Naam van het plan.', maxLength: 120 })
  title!: string;

  @EnumField({ description: 'Stand van de aanvraag.', choices: applicationStatuses })
  status!: ApplicationStatus;

  @TextField({ description: 'Stand van de aanvraag in het Nederlands.', maxLength: 40 })
  statusName!: string;

  @CalendarDateField({ description: 'Dag van ontvangst.', nullable: true })
  receivedOn!: CalendarDate | null;

  @TextField({ description: 'Wie de aanvraag behandelt.', maxLength: 200, nullable: true })
  assigneeName!: string | null;

  static of(application: ApplicationEntity, kernCode: string): FoundCaseResponse {
    const { id: applicationId, number, title, status, receivedOn, assigneeName, applicant } = application;
    const { name: applicantName, street, houseNumber, place } = applicant;
    return Object.assign(new FoundCaseResponse(), {
      ...{ applicationId, number, kernCode, applicantName, title, status, receivedOn, assigneeName },
      address: `${street} ${houseNumber}, ${place}`,
      statusName: dutchStatus(status),
    });
  }
}
