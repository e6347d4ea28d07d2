import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { WayDocument } from '../ways/domain/way-document.ts';
import type { Figures } from './domain/figures.ts';

/** A way that is tried: a draft as it was, or a version. */
export interface TriedWay {
  readonly wayDraftId: string | null;
  readonly wayVersionId: string | null;
  readonly code: string;
  readonly document: WayDocument;
}

/** Ways of working that are tried on what was decided before, and how far that is. */
@Entity('laboratory_run')
export class LaboratoryRunEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('jsonb')
  ways!: readonly TriedWay[];

  @Column('uuid', { name: 'regulation_id' })
  regulationId!: string;

  @Column('text', { name: 'kern_codes', array: true })
  kernCodes!: readonly string[];

  @Column('date', { name: 'received_from', nullable: true })
  receivedFrom!: CalendarDate | null;

  @Column('date', { name: 'received_until', nullable: true })
  receivedUntil!: CalendarDate | null;

  /** How many past applications there were when it began. */
  @Column('integer')
  total!: number;

  @Column('integer')
  replayed!: number;

  /** The last application that was played; the next one comes after it. */
  @Column('uuid', { name: 'last_application_id', nullable: true })
  lastApplicationId!: string | null;

  /** By way, and for each of those by kern, in the order of `ways` and `kernCodes`. */
  @Column('jsonb')
  figures!: readonly (readonly Figures[])[];

  @Column('text', { name: 'requested_by' })
  requestedBy!: string;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
