import type { CalendarDate } from '../kernel/calendar-date.ts';
import { IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import type { KernInhabitantsEntity } from './kern-inhabitants.entity.ts';

export class KernInhabitantsRequest {
  @CalendarDateField({ description: 'Peildatum: de dag waarop is geteld.' })
  referenceDate!: CalendarDate;

  @IntegerField({ description: 'Aantal inwoners op die dag.', maximum: 1_000_000 })
  inhabitants!: number;

  @TextField({ description: 'Waar het aantal vandaan komt.', maxLength: 200 })
  source!: string;
}

export class KernInhabitantsResponse {
  @IdField({ description: 'Kenmerk van deze opgave.' })
  id!: string;

  @CalendarDateField({ description: 'Peildatum.' })
  referenceDate!: CalendarDate;

  @IntegerField({ description: 'Aantal inwoners op die dag.', maximum: 1_000_000 })
  inhabitants!: number;

  @TextField({ description: 'Waar het aantal vandaan komt.', maxLength: 200 })
  source!: string;

  @InstantField({
    description: 'Moment van vastleggen. Van meer opgaven voor één peildatum telt de nieuwste.',
  })
  recordedAt!: Date;

  static of({
    id,
    referenceDate,
    inhabitants,
    source,
    recordedAt,
  }: KernInhabitantsEntity): KernInhabitantsResponse {
    const fields = { id, referenceDate, inhabitants, source, recordedAt };
    return Object.assign(new KernInhabitantsResponse(), fields);
  }
}
