import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { LetterSender } from './domain/letter-sender.ts';

/** Who writes letters from a day on: dated configuration, frozen into each letter. */
@Entity('letter_sender')
export class LetterSenderEntity {
  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom!: CalendarDate;

  @Column('jsonb')
  sender!: LetterSender;
}
