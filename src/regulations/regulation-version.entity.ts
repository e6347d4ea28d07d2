import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { RegulationDocument } from './domain/regulation-document.ts';
import type { RegulationVersion } from './domain/regulation-version.ts';

@Entity('regulation_version')
export class RegulationVersionEntity implements RegulationVersion {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'regulation_id' })
  regulationId!: string;

  @Column('integer')
  version!: number;

  @Column('jsonb')
  document!: RegulationDocument;

  @Column('date', { name: 'published_on' })
  publishedOn!: CalendarDate;

  @Column('text', { name: 'publication_reference' })
  publicationReference!: string;

  @Column('date', { name: 'in_force_from' })
  inForceFrom!: CalendarDate;

  @Column('date', { name: 'in_force_until', nullable: true })
  inForceUntil!: CalendarDate | null;

  /** Subjects of who wrote the draft. */
  @Column('text', { name: 'written_by', array: true })
  writtenBy!: readonly string[];

  @Column('text', { name: 'published_by' })
  publishedBy!: string;
}
