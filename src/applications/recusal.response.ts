import { IdField } from '../platform/http/fields/choice-fields.ts';
import { InstantField } from '../platform/http/fields/date-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import { type RecusalEntity, versionOf } from './recusal.entity.ts';

export class RecusalResponse {
  @IdField({ description: 'Kenmerk.' })
  id!: string;

  @VersionField()
  version!: number;

  @IdField({ description: 'De aanvraag.' })
  applicationId!: string;

  @TextField({ description: 'Wie zich afzijdig houdt, zoals die persoon in tokens heet.', maxLength: 255 })
  subject!: string;

  @TextField({ description: 'Waarom.', maxLength: 500 })
  reason!: string;

  @TextField({ description: 'Wie dit vastlegde, zoals die persoon in tokens heet.', maxLength: 255 })
  recordedBy!: string;

  @InstantField({ description: 'Moment van vastleggen.' })
  recordedAt!: Date;

  @TextField({
    description: 'Wie dit beëindigde; null zolang het geldt.',
    maxLength: 255,
    nullable: true,
  })
  endedBy!: string | null;

  @InstantField({ description: 'Moment van beëindigen.', nullable: true })
  endedAt!: Date | null;

  @TextField({ description: 'Waarom het is beëindigd.', maxLength: 500, nullable: true })
  endReason!: string | null;

  static of(recusal: RecusalEntity): RecusalResponse {
    const { id, applicationId, subject, reason, recordedBy, recordedAt } = recusal;
    const { endedBy, endedAt, endReason } = recusal;
    return Object.assign(new RecusalResponse(), {
      ...{ id, version: versionOf(recusal), applicationId, subject, reason, recordedBy, recordedAt },
      ...{ endedBy, endedAt, endReason },
    });
  }
}
