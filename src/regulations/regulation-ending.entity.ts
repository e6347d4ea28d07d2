import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';

export const endingStatuses = ['proposed', 'published', 'rejected'] as const;

export type EndingStatus = (typeof endingStatuses)[number];

/** That a version ends on a day, earlier than it would have. It holds from its publication on. */
@Entity('regulation_ending')
export class RegulationEndingEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'version_id' })
  versionId!: string;

  @Column('date', { name: 'last_day' })
  lastDay!: CalendarDate;

  @Column('text')
  reason!: string;

  @Column('text')
  status!: EndingStatus;

  @Column('integer')
  version!: number;

  @Column('date', { name: 'published_on', nullable: true })
  publishedOn!: CalendarDate | null;

  @Column('text', { name: 'publication_reference', nullable: true })
  publicationReference!: string | null;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
