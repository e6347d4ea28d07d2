import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { LifecycleEvent } from './domain/lifecycle.ts';

/** What happened to an application and when; the timeline that applicant and official see. */
@Entity('application_event')
export class ApplicationEventEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text')
  kind!: LifecycleEvent;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('date', { name: 'counts_on' })
  countsOn!: CalendarDate;

  @Column('text', { name: 'actor_subject' })
  actorSubject!: string;

  /** The two below, as JSON under the key of the case. */
  @Column('bytea', { name: 'personal_sealed' })
  personalSealed!: Buffer;

  actorName!: string;
  detail!: object;
}
