import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Direction, NoteFacts, NoteKind } from './domain/note.ts';

/** What somebody wrote down of a call, a visit or what came in otherwise; never changed. */
@Entity('case_note')
export class CaseNoteEntity implements NoteFacts {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text')
  kind!: NoteKind;

  @Column('text')
  direction!: Direction;

  @Column('date', { name: 'held_on' })
  heldOn!: CalendarDate;

  @Column('uuid', { name: 'corrects_id', nullable: true })
  correctsId!: string | null;

  /** The three below, as JSON under the key of the case. */
  @Column('bytea', { name: 'texts_sealed' })
  textsSealed!: Buffer;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  withWhom!: string;
  content!: string;
  recordedByName!: string;
}
