import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import { letterKinds } from './domain/letter-kind.ts';
import type { LetterKind } from './domain/letter-kind.ts';
import { templateFaults } from './domain/templates/check-template.ts';
import { placeholdersOf } from './domain/templates/placeholders.ts';
import {
  type LetterTemplateEntity,
  type TemplateStatus,
  templateStatuses,
} from './letter-template.entity.ts';
import { TemplateSectionRequest } from './letter-template.request.ts';

export class TemplateFaultResponse {
  @TextField({ description: 'Plaats in het sjabloon (JSON Pointer).', maxLength: 100 })
  pointer!: string;

  @TextField({ description: 'Vaste code van de fout.', maxLength: 60 })
  code!: string;

  @TextField({ description: 'Wat er niet klopt, en wat u kunt doen.', maxLength: 1000 })
  detail!: string;
}

export class LetterTemplateResponse {
  @IdField({ description: 'Kenmerk van het sjabloon.' })
  id!: string;

  @VersionField()
  version!: number;

  @EnumField({ description: 'Soort brief.', choices: letterKinds })
  kind!: LetterKind;

  @EnumField({ description: 'Concept, nagekeken of in gebruik genomen.', choices: templateStatuses })
  status!: TemplateStatus;

  @TextField({ description: 'Onderwerp, of null voor dat van de dienst.', maxLength: 200, nullable: true })
  subject!: string | null;

  @ListField(() => TemplateSectionRequest, { description: 'De onderdelen.', maxItems: 30 })
  sections!: readonly TemplateSectionRequest[];

  @CalendarDateField({ description: 'Eerste dag waarop brieven zo worden geschreven.', nullable: true })
  validFrom!: CalendarDate | null;

  @InstantField({ description: 'Moment van de laatste wijziging.' })
  changedAt!: Date;

  @ListField(() => TemplateFaultResponse, { description: 'Alles wat nog niet klopt.', maxItems: 1000 })
  faults!: readonly TemplateFaultResponse[];

  @TextField({
    description: 'De invulvelden die deze brief kent.',
    maxLength: 60,
    list: { maxItems: 60 },
  })
  placeholders!: readonly string[];

  static of(template: LetterTemplateEntity): LetterTemplateResponse {
    const { id, version, kind, status, subject, sections, validFrom, changedAt } = template;
    return Object.assign(new LetterTemplateResponse(), {
      ...{ id, version, kind, status, subject, sections, validFrom, changedAt },
      faults: templateFaults(template),
      placeholders: placeholdersOf(kind),
    });
  }
}
