import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import type { NoPenaltyGround } from './domain/default-checks.ts';

/** How high the penalty for a late decision was determined to be (Awb 4:18). */
@Entity('penalty_decision')
export class PenaltyDecisionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('date', { name: 'decided_on' })
  decidedOn!: CalendarDate;

  /** Over how many days; none where no penalty is due. */
  @Column('integer')
  days!: number;

  @Column('bigint', { name: 'amount_cents' })
  amountCents!: Cents;

  /** Why none is due (Awb 4:17(6)), or null. */
  @Column('text', { nullable: true })
  ground!: NoPenaltyGround | null;

  /** Under which number the college decided. */
  @Column('text', { name: 'resolution_number', nullable: true })
  resolutionNumber!: string | null;

  /** The letter with which it takes effect (Awb 3:40). */
  @Column('uuid', { name: 'letter_id', nullable: true })
  letterId!: string | null;

  @Column('bytea', { name: 'reason_sealed' })
  reasonSealed!: Buffer;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
