import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Kern } from './domain/kern.ts';

@Entity('kern')
export class KernEntity implements Kern {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('date', { name: 'valid_from' })
  validFrom!: CalendarDate;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil!: CalendarDate | null;
}
