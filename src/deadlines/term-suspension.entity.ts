import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Suspension } from '../terms/decision-term.ts';
import type { RecordedGround } from './domain/record-checks.ts';

/** A standstill of the clock on another ground than a request to complete (Awb 4:15(2)). */
@Entity('term_suspension')
export class TermSuspensionEntity implements Suspension {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text')
  ground!: RecordedGround;

  /** The last day on which the clock still ran. */
  @Column('date', { name: 'starts_after' })
  startsAfter!: CalendarDate;

  /** The day on which the clock runs again; null as long as that is not known. */
  @Column('date', { nullable: true })
  until!: CalendarDate | null;

  @Column('bytea', { name: 'reason_sealed' })
  reasonSealed!: Buffer;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('text', { name: 'ended_by', nullable: true })
  endedBy!: string | null;
}
