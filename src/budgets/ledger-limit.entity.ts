import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Cents } from '../kernel/money.ts';
import type { LimitKind, LimitState } from './domain/ledger-state.ts';

/** A limit beside the ceiling of the kern. The service makes it empty; amounts change by entries alone. */
@Entity('ledger_limit')
export class LedgerLimitEntity implements LimitState {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: LimitKind;

  @Column('text')
  code!: string;

  @Column('uuid', { name: 'budget_id', nullable: true })
  budgetId!: string | null;

  @Column('uuid', { name: 'regulation_id' })
  regulationId!: string;

  @Column('integer')
  year!: number;

  @Column('integer')
  version!: number;

  @Column('bigint', { name: 'limit_cents' })
  limitCents!: Cents;

  @Column('bigint', { name: 'used_cents' })
  usedCents!: Cents;

  @Column('boolean')
  binds!: boolean;
}
