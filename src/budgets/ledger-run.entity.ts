import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { BudgetPlace } from './budget-opening.service.ts';
import type { RunKind, RunPlan } from './domain/runs/run.ts';

export const runStatuses = ['proposed', 'confirmed', 'rejected'] as const;

export type RunStatus = (typeof runStatuses)[number];

/** What a run will do, with the budgets that it opens. */
export interface StoredPlan extends RunPlan {
  readonly opens: readonly (BudgetPlace & { readonly id: string })[];
}

/** What one person of finance proposed and another confirms or rejects. */
@Entity('ledger_run')
export class LedgerRunEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: RunKind;

  @Column('text')
  status!: RunStatus;

  @Column('integer')
  version!: number;

  @Column('date', { name: 'counts_on' })
  countsOn!: CalendarDate;

  @Column('text')
  reference!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { name: 'resolution_id', nullable: true })
  resolutionId!: string | null;

  /** As it was asked for, to make the proposal again. */
  @Column('jsonb')
  request!: object;

  @Column('jsonb')
  plan!: StoredPlan;

  /** The version of each budget whose balance the plan was computed from. */
  @Column('jsonb', { name: 'budget_versions' })
  budgetVersions!: Readonly<Record<string, number>>;

  @Column('uuid', { name: 'journal_id', nullable: true })
  journalId!: string | null;

  @Column('uuid', { name: 'reverses_id', nullable: true })
  reversesId!: string | null;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'rejection_reason', nullable: true })
  rejectionReason!: string | null;
}
