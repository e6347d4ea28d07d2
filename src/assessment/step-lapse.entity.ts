import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';

/** That a step was over before anybody did it; for measuring alone, since the order of steps follows from the days. */
@Entity('step_lapse')
export class StepLapseEntity {
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  @PrimaryColumn('text', { name: 'step_code' })
  stepCode!: string;

  @Column('date', { name: 'started_on' })
  startedOn!: CalendarDate;

  @Column('date', { name: 'due_on' })
  dueOn!: CalendarDate;

  @Column('timestamptz', { name: 'noted_at' })
  notedAt!: Date;
}
