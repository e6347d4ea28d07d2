import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import {
  type EndingStatus,
  endingStatuses,
  type RegulationEndingEntity,
} from './regulation-ending.entity.ts';

export class ProposeEndingRequest {
  @CodeField({ description: 'Code van de regeling, waarvan de nieuwste versie eindigt.' })
  regulationCode!: string;

  @CalendarDateField({ description: 'Laatste dag waarop de versie nog geldt; vandaag of later.' })
  lastDate!: CalendarDate;

  @TextField({ description: 'Waarom de regeling eerder eindigt.', maxLength: 500 })
  reason!: string;
}

export class PublishEndingRequest {
  @CalendarDateField({ description: 'Dag van bekendmaking.' })
  publishedOn!: CalendarDate;

  @TextField({ description: 'Waar de bekendmaking staat.', maxLength: 200 })
  reference!: string;
}

export class RegulationEndingResponse {
  @IdField({ description: 'Kenmerk van dit voorstel.' })
  id!: string;

  @VersionField()
  version!: number;

  @EnumField({ description: 'Voorgesteld, bekendgemaakt of afgewezen.', choices: endingStatuses })
  status!: EndingStatus;

  @CodeField({ description: 'Code van de regeling.' })
  regulationCode!: string;

  @IntegerField({ description: 'Nummer van de versie die eindigt.', minimum: 1 })
  versionNumber!: number;

  @CalendarDateField({ description: 'Laatste dag waarop de versie nog geldt.' })
  lastDate!: CalendarDate;

  @TextField({ description: 'Waarom de regeling eerder eindigt.', maxLength: 500 })
  reason!: string;

  @CalendarDateField({ description: 'Dag van bekendmaking.', nullable: true })
  publishedOn!: CalendarDate | null;

  @TextField({ description: 'Waar de bekendmaking staat.', maxLength: 200, nullable: true })
  publicationReference!: string | null;

  @InstantField({ description: 'Moment van het voorstel.' })
  proposedAt!: Date;

  static of(
    ending: RegulationEndingEntity,
    regulationCode: string,
    versionNumber: number,
  ): RegulationEndingResponse {
    const { id, version, status, lastDay, reason, publishedOn, publicationReference, proposedAt } = ending;
    return Object.assign(new RegulationEndingResponse(), {
      ...{ id, version, status, regulationCode, versionNumber, lastDate: lastDay, reason },
      ...{ publishedOn, publicationReference, proposedAt },
    });
  }
}
