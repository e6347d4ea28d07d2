import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Cents } from '../kernel/money.ts';
import type { BudgetState } from './domain/ledger-state.ts';

export const amountColumn = (account: string) => ({ name: `${account}_cents` });

@Entity('budget')
export class BudgetEntity implements BudgetState {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null for the one budget that all kernen of a scheme share. */
  @Column('uuid', { name: 'kern_id', nullable: true })
  kernId!: string | null;

  @Column('uuid', { name: 'regulation_id' })
  regulationId!: string;

  @Column('integer')
  year!: number;

  /** The number of entries; a balance "as known on" is the balance at a version. */
  @Column('integer')
  version!: number;

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
}
