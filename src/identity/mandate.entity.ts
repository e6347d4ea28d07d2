import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import type { Mandate, MandatedAction } from './domain/mandate.ts';

@Entity('mandate')
export class MandateEntity implements Mandate {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text', { name: 'holder_subject' })
  holderSubject!: string;

  @Column('text', { name: 'holder_name' })
  holderName!: string;

  @Column('text')
  action!: MandatedAction;

  @Column('bigint', { name: 'up_to_cents', nullable: true })
  upToCents!: Cents | null;

  @Column('date', { name: 'valid_from' })
  validFrom!: CalendarDate;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil!: CalendarDate | null;

  @Column('text')
  reference!: string;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
