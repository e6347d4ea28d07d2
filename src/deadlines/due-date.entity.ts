import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { DueDateKind } from './domain/due-date-kind.ts';

/** A due date that still asks for something, as it was last computed; `DueDates` writes it. */
@Entity('due_date')
export class DueDateEntity {
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  @PrimaryColumn('text')
  kind!: DueDateKind;

  @Column('uuid', { name: 'kern_id' })
  kernId!: string;

  @Column('date', { name: 'due_on' })
  dueOn!: CalendarDate;

  /** Whether it stays in the list when the day is over: see `KindRule`. */
  @Column('boolean')
  chased!: boolean;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
