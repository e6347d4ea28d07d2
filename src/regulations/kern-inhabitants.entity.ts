import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';

/** How many people lived in a kern on a day, as somebody recorded it. The newest of a day counts. */
@Entity('kern_inhabitants')
export class KernInhabitantsEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'kern_id' })
  kernId!: string;

  @Column('date', { name: 'reference_date' })
  referenceDate!: CalendarDate;

  @Column('integer')
  inhabitants!: number;

  @Column('text')
  source!: string;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
