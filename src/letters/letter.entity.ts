import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { LetterKind } from './domain/letter-kind.ts';
import type { LetterModel } from './domain/letter-model.ts';
import type { LetterChannel } from './domain/letter-channel.ts';
import type { SettlingDates } from './domain/settle-dates.ts';

/** A letter as it was made. Until it is sent an official may add to it; after that nothing of it ever changes. */
@Entity('letter')
export class LetterEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text')
  kind!: LetterKind;

  /** `model`, as JSON under the key of the case. */
  @Column('bytea', { name: 'model_sealed' })
  modelSealed!: Buffer;

  /** The facts that it was composed from, as JSON under the key of the case; null for letters from before they were kept. */
  @Column('bytea', { name: 'facts_sealed', nullable: true })
  factsSealed!: Buffer | null;

  /** Counts how often it was composed again before it was sent. */
  @Column('integer')
  revision!: number;

  /** The sent letter in whose place this one comes. */
  @Column('uuid', { name: 'corrects_id', nullable: true })
  correctsId!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('date', { name: 'sent_on', nullable: true })
  sentOn!: CalendarDate | null;

  @Column('text', { nullable: true })
  channel!: LetterChannel | null;

  /** The dates that follow from the sending date. */
  @Column('jsonb', { nullable: true })
  terms!: SettlingDates | null;

  /** When it was overtaken before it was sent, so that it will never be sent. */
  @Column('timestamptz', { name: 'voided_at', nullable: true })
  voidedAt!: Date | null;

  /** Printed on the letter; null for letters from before there were codes. */
  @Column('text', { name: 'verification_code', nullable: true })
  verificationCode!: string | null;

  model!: LetterModel;
}

/** Rises when it is composed again, and a last time when it is sent or becomes void. */
export function versionOf({
  sentOn,
  voidedAt,
  revision,
}: Pick<LetterEntity, 'sentOn' | 'voidedAt' | 'revision'>): number {
  return sentOn === null && voidedAt === null ? revision : revision + 1;
}
