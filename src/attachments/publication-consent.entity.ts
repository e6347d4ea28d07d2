import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';

/** That somebody gave or withdrew consent to publish a photo. Rows are added; the newest is in force. */
@Entity('publication_consent')
export class PublicationConsentEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'attachment_id' })
  attachmentId!: string;

  @Column('boolean')
  given!: boolean;

  @Column('date', { name: 'said_on' })
  saidOn!: CalendarDate;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  /** `saidBy` under the key of the case. */
  @Column('bytea', { name: 'said_by_sealed' })
  saidBySealed!: Buffer;

  saidBy!: string;
}
