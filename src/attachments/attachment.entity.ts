import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { AttachmentKind } from '../regulations/domain/attachment-kind.ts';
import type { Attachment, AttachmentStoreName } from './domain/attachment.ts';
import type { MediaType } from './domain/media-type.ts';

/** An attachment of a case. What has no column of its own stands in `personalSealed`; the content stands elsewhere. */
@Entity('attachment')
export class AttachmentEntity implements Attachment {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text')
  kind!: AttachmentKind;

  @Column('boolean')
  internal!: boolean;

  @Column('text', { name: 'media_type' })
  mediaType!: MediaType;

  @Column('integer', { name: 'size_bytes' })
  sizeBytes!: number;

  @Column('uuid', { name: 'replaces_id', nullable: true })
  replacesId!: string | null;

  @Column('date', { name: 'received_on' })
  receivedOn!: CalendarDate;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  /** The fields below, as JSON under the key of the case; `Attachments` fills them in. */
  @Column('bytea', { name: 'personal_sealed' })
  personalSealed!: Buffer;

  @Column('text')
  store!: AttachmentStoreName;

  name!: string;
  description!: string | null;
  sha256!: string;
  recordedByName!: string;
}
