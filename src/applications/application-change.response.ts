import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import type { ApplicationChangeEntity } from './application-change.entity.ts';
import {
  type AgreedHow,
  agreedHows,
  type ChangeKind,
  changeKinds,
  type CorrectionOrigin,
  correctionOrigins,
} from './domain/application-change.ts';

/** The longest text that one field of an application can become. */
const longest = 20_000;

export class ChangeRowResponse {
  @TextField({ description: 'Pad van het gegeven, zoals applicant.name.', maxLength: 80 })
  field!: string;

  @TextField({ description: 'Wat het is.', maxLength: 80 })
  label!: string;

  @TextField({ description: 'Wat er stond.', maxLength: longest, multiline: true })
  before!: string;

  @TextField({ description: 'Wat er nu staat.', maxLength: longest, multiline: true })
  after!: string;
}

/** What an official changed of an application before the decision, and why. */
export class ApplicationChangeResponse {
  @IdField({ description: 'Kenmerk.' })
  id!: string;

  @EnumField({ description: 'Een verbeterde fout, of minder dat is afgesproken.', choices: changeKinds })
  kind!: ChangeKind;

  @EnumField({
    description:
      'Van wie de fout was: verkeerd overgenomen (entry), een kennelijke verschrijving (clerical), of volgens de aanvrager anders (applicant). Null bij minder dat is afgesproken.',
    choices: correctionOrigins,
    nullable: true,
  })
  origin!: CorrectionOrigin | null;

  @ListField(() => ChangeRowResponse, { description: 'Wat er veranderde.', maxItems: 60 })
  rows!: readonly ChangeRowResponse[];

  @TextField({ description: 'Waarom.', maxLength: 2000, multiline: true })
  reason!: string;

  @CalendarDateField({ description: 'Dag waarop het is afgesproken.', nullable: true })
  agreedOn!: CalendarDate | null;

  @EnumField({ description: 'Hoe het is afgesproken.', choices: agreedHows, nullable: true })
  agreedHow!: AgreedHow | null;

  @TextField({ description: 'Met wie het is afgesproken.', maxLength: 120, nullable: true })
  agreedWith!: string | null;

  @TextField({ description: 'Waar dat uit blijkt.', maxLength: 500, nullable: true })
  evidence!: string | null;

  @IdField({ description: 'De brief waarin de aanvrager het leest, of null.', nullable: true })
  letterId!: string | null;

  @InstantField({ description: 'Moment van vastleggen.' })
  recordedAt!: Date;

  @TextField({ description: 'Wie het vastlegde.', maxLength: 200 })
  recordedByName!: string;

  static of(change: ApplicationChangeEntity): ApplicationChangeResponse {
    const { id, kind, origin, rows, reason, agreedOn, agreedHow, agreedWith, evidence } = change;
    const { letterId, recordedAt, recordedByName } = change;
    return Object.assign(new ApplicationChangeResponse(), {
      ...{ id, kind, origin, rows, reason, agreedOn, agreedHow, agreedWith, evidence },
      ...{ letterId, recordedAt, recordedByName },
    });
  }
}

/** The change that was just recorded, with the version that the application has by it. */
export class NewApplicationChangeResponse extends ApplicationChangeResponse {
  @VersionField()
  version!: number;
}
