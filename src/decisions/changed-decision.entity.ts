import { Column, Entity } from 'typeorm';
import type { Cents } from '../kernel/money.ts';
import type { ChangeKind } from './domain/change-kind.ts';
import { TakenDecision } from './taken-decision.ts';

/** A change of a decision: it moves money and has a letter, or it does not exist. The decision itself stays as it was. */
@Entity('changed_decision')
export class ChangedDecisionEntity extends TakenDecision {
  @Column('uuid', { name: 'decision_id' })
  decisionId!: string;

  /** 1 for the first change of a decision. */
  @Column('integer')
  sequence!: number;

  @Column('text')
  kind!: ChangeKind;

  /** What was granted before. */
  @Column('bigint', { name: 'earlier_cents' })
  earlierCents!: Cents;
}
