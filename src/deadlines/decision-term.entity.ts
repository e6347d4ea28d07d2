import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { KeptDecisionTerm } from './domain/kept-decision-term.ts';

/** The term to decide as it stood when the decision was sent; `DueDates` writes it once. */
@Entity('decision_term')
export class DecisionTermEntity implements KeptDecisionTerm {
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('date', { name: 'due_on' })
  dueOn!: CalendarDate;

  @Column('boolean', { name: 'stood_still' })
  stoodStill!: boolean;

  @Column('date', { name: 'announced_on' })
  announcedOn!: CalendarDate;

  @Column('boolean', { name: 'is_in_time' })
  isInTime!: boolean;

  @Column('timestamptz', { name: 'kept_at' })
  keptAt!: Date;
}
