import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import type { Movement } from './domain/movement.ts';

/** One entry of the ledger. The service can add entries and never change or remove one. */
@Entity('ledger_entry')
export class LedgerEntryEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'budget_id' })
  budgetId!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  movement!: Movement;

  @Column('text', { name: 'debit_account' })
  debitAccount!: string;

  @Column('text', { name: 'credit_account' })
  creditAccount!: string;

  @Column('bigint', { name: 'amount_cents' })
  amountCents!: Cents;

  @Column('bigint', { name: 'debit_balance_cents' })
  debitBalanceCents!: Cents;

  @Column('bigint', { name: 'credit_balance_cents' })
  creditBalanceCents!: Cents;

  @Column('uuid', { name: 'grant_id', nullable: true })
  grantId!: string | null;

  @Column('text')
  reference!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { name: 'actor_subject' })
  actorSubject!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('date', { name: 'counts_on' })
  countsOn!: CalendarDate;
}
