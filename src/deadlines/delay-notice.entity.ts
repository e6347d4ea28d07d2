import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { NoticeBasis } from './domain/case-clock.ts';

/** That the decision takes longer, as the applicant was told (Awb 4:14). */
@Entity('delay_notice')
export class DelayNoticeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text')
  basis!: NoticeBasis;

  /** The day on which the applicant was told; null while the letter lies ready. */
  @Column('date', { name: 'announced_on', nullable: true })
  announcedOn!: CalendarDate | null;

  /** The letter that tells it; null when the applicant heard it in another way. */
  @Column('uuid', { name: 'letter_id', nullable: true })
  letterId!: string | null;

  @Column('integer', { nullable: true })
  weeks!: number | null;

  @Column('date', { name: 'expected_on', nullable: true })
  expectedOn!: CalendarDate | null;

  /** Why, sealed with the key of the case. */
  @Column('bytea', { name: 'reason_sealed' })
  reasonSealed!: Buffer;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
