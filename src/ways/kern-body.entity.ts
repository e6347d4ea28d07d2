import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Body, BodyKind } from './domain/body.ts';

@Entity('kern_body')
export class KernBodyEntity implements Body {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'kern_id' })
  kernId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: BodyKind;

  @Column('date', { name: 'valid_from' })
  validFrom!: CalendarDate;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil!: CalendarDate | null;

  @Column('integer')
  version!: number;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
