import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import type { ComputationLine } from '../regulations/domain/computation.ts';
import type { DecisionKind, DecisionReason } from './domain/proposal-facts.ts';
import type { WaitingPlace } from './domain/waiting-place.ts';

/** A decision with what it rests on. It commits money and has a letter, or it does not exist. */
@Entity('decision')
export class DecisionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text')
  kind!: DecisionKind;

  @Column('bigint', { name: 'granted_cents' })
  grantedCents!: Cents;

  @Column('uuid', { name: 'budget_id' })
  budgetId!: string;

  /** Null for a decision under mandate. */
  @Column('uuid', { name: 'list_id', nullable: true })
  listId!: string | null;

  /** Null for a decision of the college itself. */
  @Column('uuid', { name: 'mandate_id', nullable: true })
  mandateId!: string | null;

  /** Of the resolution of the college, or of the one by which the mandate was given. */
  @Column('text', { name: 'resolution_number' })
  resolutionNumber!: string;

  @Column('date', { name: 'decided_on' })
  decidedOn!: CalendarDate;

  /** `reasons` and `changeReason`, as JSON under the key of the case. */
  @Column('bytea', { name: 'reasons_sealed' })
  reasonsSealed!: Buffer;

  @Column('jsonb')
  computation!: readonly ComputationLine[];

  /** The balance of the kern, its version and the place in the order at the moment of deciding. */
  @Column('jsonb')
  snapshot!: object;

  /** The place on the waiting list that the decision left; null for who does not wait. */
  @Column('jsonb', { nullable: true })
  waiting!: WaitingPlace | null;

  /** The last day on which money that comes free can go there. */
  @Column('date', { name: 'waiting_until', nullable: true })
  waitingUntil!: CalendarDate | null;

  @Column('uuid', { name: 'letter_id' })
  letterId!: string;

  @Column('text', { name: 'registered_by' })
  registeredBy!: string;

  @Column('timestamptz', { name: 'registered_at' })
  registeredAt!: Date;

  reasons!: readonly DecisionReason[];
  /** Why the college differed from the proposal, or null. */
  changeReason!: string | null;
}
