import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { WayDocument } from './domain/way-document.ts';
import type { WayVersion } from './domain/way-version.ts';

@Entity('way_version')
export class WayVersionEntity implements WayVersion {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('integer')
  number!: number;

  @Column('uuid', { name: 'regulation_id' })
  regulationId!: string;

  @Column('jsonb')
  document!: WayDocument;

  @Column('date', { name: 'active_from' })
  activeFrom!: CalendarDate;

  /** Subjects of who wrote the draft. */
  @Column('text', { name: 'written_by', array: true })
  writtenBy!: readonly string[];

  @Column('text', { name: 'activated_by' })
  activatedBy!: string;

  @Column('timestamptz', { name: 'activated_at' })
  activatedAt!: Date;
}
