import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { DecisionKind } from './domain/proposal-facts.ts';
import type { WaitingPlace } from './domain/waiting-place.ts';
import { TakenDecision } from './taken-decision.ts';

/** A decision with what it rests on. It commits money and has a letter, or it does not exist. */
@Entity('decision')
export class DecisionEntity extends TakenDecision {
  @Column('text')
  kind!: DecisionKind;

  @Column('uuid', { name: 'budget_id' })
  budgetId!: string;

  /** The place on the waiting list that the decision left; null for who does not wait. */
  @Column('jsonb', { nullable: true })
  waiting!: WaitingPlace | null;

  /** The last day on which money that comes free can go there. */
  @Column('date', { name: 'waiting_until', nullable: true })
  waitingUntil!: CalendarDate | null;

  /** Why the college differed from the proposal, or null; sealed with the reasons. */
  changeReason!: string | null;
}
