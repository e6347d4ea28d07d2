import { Column, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import type { ComputationLine } from '../regulations/domain/computation.ts';
import type { DecisionReason } from './domain/proposal-facts.ts';

/** What a decision and a change of one have in common: by whose power, on what it rests, and what it gives. */
export abstract class TakenDecision {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  /** What is granted from then on, all together. */
  @Column('bigint', { name: 'granted_cents' })
  grantedCents!: Cents;

  /** Null for what was not on a list, such as a decision under mandate. */
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

  /** What was written about it, as JSON under the key of the case. */
  @Column('bytea', { name: 'reasons_sealed' })
  reasonsSealed!: Buffer;

  @Column('jsonb')
  computation!: readonly ComputationLine[];

  /** The balance of the budget, its version and the place in the order at the moment of deciding. */
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
