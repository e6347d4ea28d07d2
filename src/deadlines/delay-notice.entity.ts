import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { DelayNotice, NoticeBasis } from './domain/case-clock.ts';

/** That the decision takes longer, as the applicant was told (Awb 4:14). */
@Entity('delay_notice')
export class DelayNoticeEntity implements DelayNotice {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text')
  basis!: NoticeBasis;

  @Column('date', { name: 'announced_on' })
  announcedOn!: CalendarDate;

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
