import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Cents } from '../kernel/money.ts';

/** The ceiling of a budget beside its accounts: what was used never exceeds it (Awb 4:25). */
@Entity('budget_limit')
export class BudgetLimitEntity {
  @PrimaryColumn('uuid', { name: 'budget_id' })
  budgetId!: string;

  @Column('bigint', { name: 'limit_cents' })
  limitCents!: Cents;

  @Column('bigint', { name: 'used_cents' })
  usedCents!: Cents;
}
