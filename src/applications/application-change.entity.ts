import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import type { AgreedHow, ChangeKind, CorrectionOrigin } from './domain/application-change.ts';
import type { ChangeRow } from './domain/change-rows.ts';

/**
 * What officials changed of an application before the decision, and why: a correction, or less that was agreed with the
 * applicant. Rows are added and never changed; `ApplicationChanges` fills in what is sealed.
 */
@Entity('application_change')
export class ApplicationChangeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text')
  kind!: ChangeKind;

  /** Whose mistake it was; null for what was agreed. */
  @Column('text', { nullable: true })
  origin!: CorrectionOrigin | null;

  /** The kern from which and to which it moved; null when it stayed. */
  @Column('uuid', { name: 'from_kern_id', nullable: true })
  fromKernId!: string | null;

  @Column('uuid', { name: 'to_kern_id', nullable: true })
  toKernId!: string | null;

  /** What was asked for before and after; the same when the amount stayed. */
  @Column('bigint', { name: 'from_cents' })
  fromCents!: Cents;

  @Column('bigint', { name: 'to_cents' })
  toCents!: Cents;

  /** When and how the applicant agreed; null for a correction. */
  @Column('date', { name: 'agreed_on', nullable: true })
  agreedOn!: CalendarDate | null;

  @Column('text', { name: 'agreed_how', nullable: true })
  agreedHow!: AgreedHow | null;

  /** The letter in which the applicant is told; null when the timeline does. */
  @Column('uuid', { name: 'letter_id', nullable: true })
  letterId!: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  /** The fields below, as JSON under the key of the case. */
  @Column('bytea', { name: 'texts_sealed' })
  textsSealed!: Buffer;

  rows!: readonly ChangeRow[];
  reason!: string;
  recordedByName!: string;
  /** Whom it was agreed with, and where that can be found. */
  agreedWith!: string | null;
  evidence!: string | null;
}
