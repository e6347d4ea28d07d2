import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';

/** That an application turned out to be the same as another: it ended, and the other goes on. Never changed. */
@Entity('application_merger')
export class MergerEntity {
  @PrimaryColumn('uuid', { name: 'ended_id' })
  endedId!: string;

  @Column('uuid', { name: 'continued_id' })
  continuedId!: string;

  /** The days of the one that goes on as they were before. */
  @Column('date', { name: 'former_received_on' })
  formerReceivedOn!: CalendarDate;

  @Column('date', { name: 'former_completed_on', nullable: true })
  formerCompletedOn!: CalendarDate | null;

  @Column('timestamptz', { name: 'merged_at' })
  mergedAt!: Date;

  @Column('text', { name: 'merged_by' })
  mergedBy!: string;

  /** The two below, as JSON under the key of the case that ended. */
  @Column('bytea', { name: 'texts_sealed' })
  textsSealed!: Buffer;

  reason!: string | null;
  mergedByName!: string;
}
