import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';

/** What a body advised at one meeting, about several applications. */
@Entity('ranking')
export class RankingEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'regulation_id' })
  regulationId!: string;

  @Column('text')
  body!: string;

  @Column('date', { name: 'advised_on' })
  advisedOn!: CalendarDate;

  @Column('text', { name: 'minutes_reference' })
  minutesReference!: string;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
