import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { LetterChannel } from './domain/letter-channel.ts';

/** One time that a letter left: the first is its announcement, later ones send the same letter again. */
@Entity('letter_dispatch')
export class LetterDispatchEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'letter_id' })
  letterId!: string;

  @Column('date', { name: 'sent_on' })
  sentOn!: CalendarDate;

  @Column('text')
  channel!: LetterChannel;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  /** Subject of who recorded it; `service` for what leaves by itself. */
  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;
}
