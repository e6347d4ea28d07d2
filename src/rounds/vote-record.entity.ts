import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Cents } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { CountedPlan, CountedTheme } from './domain/vote-check.ts';

/** A plan that was counted, with what is published of it so that anybody can recompute the result. */
export interface RecordedCount extends CountedPlan {
  readonly applicationNumber: string;
  /** Left out of a record of before these were kept. */
  readonly kernId?: string;
  readonly kernCode?: string;
  readonly themeCode?: string | undefined;
  readonly requestedCents?: Cents;
}

/** The record of a vote that was held elsewhere or at a meeting. A later record of a plan takes the place of this one. */
@Entity('vote_record')
export class VoteRecordEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'regulation_id' })
  regulationId!: string;

  @Column('date', { name: 'held_on' })
  heldOn!: CalendarDate;

  @Column('text')
  place!: string;

  /** Who could vote. */
  @Column('text')
  entitled!: string;

  @Column('integer', { name: 'entitled_count' })
  entitledCount!: number;

  @Column('integer', { name: 'ballot_count' })
  ballotCount!: number;

  @Column('integer', { name: 'invalid_count' })
  invalidCount!: number;

  @Column('jsonb')
  counts!: readonly RecordedCount[];

  @Column('jsonb', { name: 'theme_counts' })
  themeCounts!: readonly CountedTheme[];

  @Column('text', { name: 'minutes_reference' })
  minutesReference!: string;

  /** The minutes themselves, attachments of one of the cases that were counted; empty when they are elsewhere. */
  @Column('uuid', { name: 'minutes_attachment_ids', array: true })
  minutesAttachmentIds!: readonly string[];

  /** The names of two people; shown to officials alone. */
  @Column('jsonb')
  tellers!: readonly string[];

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
