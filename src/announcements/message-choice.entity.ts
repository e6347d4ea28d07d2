import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LetterChannel } from '../letters/domain/letter-channel.ts';
import type { MessageChoice, MessageKind } from '../letters/domain/message-kind.ts';

/** How an applicant wants to get one kind of message from now on. What was said last counts; nothing is changed. */
@Entity('message_choice')
export class MessageChoiceEntity implements MessageChoice {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text', { name: 'message_kind' })
  messageKind!: MessageKind;

  @Column('text')
  channel!: LetterChannel;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
