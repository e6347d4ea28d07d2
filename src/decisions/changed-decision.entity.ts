import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import type { ComputationLine } from '../regulations/domain/computation.ts';
import type { ChangeKind } from './domain/change-kind.ts';
import type { DecisionReason } from './domain/proposal-facts.ts';

/** A change of a decision: it moves money and has a letter, or it does not exist. The decision itself stays as it was. */
@Entity('changed_decision')
export class ChangedDecisionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'decision_id' })
  decisionId!: string;

  /** 1 for the first change of a decision. */
  @Column('integer')
  sequence!: number;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text')
  kind!: ChangeKind;

  /** What was granted before. */
  @Column('bigint', { name: 'earlier_cents' })
  earlierCents!: Cents;

  /** What is granted from now on, all together. */
  @Column('bigint', { name: 'granted_cents' })
  grantedCents!: Cents;

  /** Null for a change that was not on a list. */
  @Column('uuid', { name: 'list_id', nullable: true })
  listId!: string | null;

  /** Null for a decision of the college itself. */
  @Column('uuid', { name: 'mandate_id', nullable: true })
  mandateId!: string | null;

  @Column('text', { name: 'resolution_number' })
  resolutionNumber!: string;

  @Column('date', { name: 'decided_on' })
  decidedOn!: CalendarDate;

  /** `reasons`, as JSON under the key of the case. */
  @Column('bytea', { name: 'reasons_sealed' })
  reasonsSealed!: Buffer;

  @Column('jsonb')
  computation!: readonly ComputationLine[];

  /** The balance of the budget and its version at the moment of deciding. */
  @Column('jsonb')
  snapshot!: object;

  @Column('uuid', { name: 'letter_id' })
  letterId!: string;

  @Column('text', { name: 'registered_by' })
  registeredBy!: string;

  @Column('timestamptz', { name: 'registered_at' })
  registeredAt!: Date;

  reasons!: readonly DecisionReason[];
}
