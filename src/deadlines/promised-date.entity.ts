import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';

/** A day by which this applicant was promised an answer; it changes no term in law. The newest counts. */
@Entity('promised_date')
export class PromisedDateEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('date', { name: 'promised_on' })
  promisedOn!: CalendarDate;

  @Column('bytea', { name: 'reason_sealed' })
  reasonSealed!: Buffer;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
