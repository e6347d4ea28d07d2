import { IdField } from '../platform/http/fields/choice-fields.ts';
import { InstantField } from '../platform/http/fields/date-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import type { RecusalEntity } from './recusal.entity.ts';

export class RecusalResponse {
  @IdField({ description: 'Kenmerk.' })
  id!: string;

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

  static of(recusal: RecusalEntity, reason: string): RecusalResponse {
    const { id, applicationId, subject, recordedBy, recordedAt } = recusal;
    const fields = { id, applicationId, subject, reason, recordedBy, recordedAt };
    return Object.assign(new RecusalResponse(), fields);
  }
}
