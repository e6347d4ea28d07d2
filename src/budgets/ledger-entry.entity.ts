import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { accountColumn } from './account-names.ts';
import { amountColumn } from './budget.entity.ts';
import type { EntryKind } from './domain/movement.ts';
import type { Account, Position } from './domain/position.ts';

/** One entry of the ledger with all balances after it. The service can add entries and never change one. */
@Entity('ledger_entry')
export class LedgerEntryEntity implements Position {
  @PrimaryColumn('uuid')
  id!: string;

  /** What was booked together. */
  @Column('uuid', { name: 'journal_id' })
  journalId!: string;

  @Column('uuid', { name: 'budget_id' })
  budgetId!: string;

  @Column('integer')
  version!: number;

  @Column('date', { name: 'counts_on' })
  countsOn!: CalendarDate;

  @Column('bigint', { name: 'amount_cents' })
  amountCents!: Cents;

  @Column('bigint', amountColumn('source'))
  source!: Cents;

  @Column('bigint', amountColumn('transferred'))
  transferred!: Cents;

  @Column('bigint', amountColumn('available'))
  available!: Cents;

  @Column('bigint', amountColumn('held'))
  held!: Cents;

  @Column('bigint', amountColumn('committed'))
  committed!: Cents;

  @Column('bigint', amountColumn('in_payment'))
  inPayment!: Cents;

  @Column('bigint', amountColumn('paid'))
  paid!: Cents;

  @Column('bigint', amountColumn('receivable'))
  receivable!: Cents;

  @Column('bigint', amountColumn('lapsed'))
  lapsed!: Cents;

  @Column('bigint', amountColumn('written_off'))
  writtenOff!: Cents;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('uuid', { name: 'grant_id', nullable: true })
  grantId!: string | null;

  /** Which reservation moves; null where none does, and for what was reserved before reservations had a name. */
  @Column('uuid', { name: 'hold_id', nullable: true })
  holdId!: string | null;

  @Column('uuid', { name: 'corrects_id', nullable: true })
  correctsId!: string | null;

  @Column('text')
  movement!: EntryKind;

  @Column('text', { name: 'debit_account', transformer: accountColumn })
  debitAccount!: Account;

  @Column('text', { name: 'credit_account', transformer: accountColumn })
  creditAccount!: Account;

  @Column('text')
  reference!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { name: 'actor_subject' })
  actorSubject!: string;

  @Column('bytea')
  hash!: Buffer;
}
