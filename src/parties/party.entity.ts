import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { ConsentWay, Party, PartyPerson, PartyRole } from './domain/party.ts';

/** Somebody who was named in a case. Who it is and on which account stands in `personalSealed`. */
@Entity('case_party')
export class PartyEntity implements Party {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text')
  role!: PartyRole;

  /** SHA-256 of the code with which he or she says yes; it is shown once and kept nowhere. */
  @Column('bytea', { name: 'code_hash' })
  codeHash!: Buffer;

  @Column('uuid', { name: 'agreement_attachment_id', nullable: true })
  agreementAttachmentId!: string | null;

  @Column('text', { name: 'named_by' })
  namedBy!: string;

  @Column('timestamptz', { name: 'named_at' })
  namedAt!: Date;

  /** The two below, as JSON under the key of the case. */
  @Column('bytea', { name: 'personal_sealed' })
  personalSealed!: Buffer;

  @Column('date', { name: 'consented_on', nullable: true })
  consentedOn!: CalendarDate | null;

  @Column('text', { name: 'consented_by', nullable: true })
  consentedBy!: ConsentWay | null;

  @Column('text', { name: 'consent_subject', nullable: true })
  consentSubject!: string | null;

  @Column('uuid', { name: 'consent_attachment_id', nullable: true })
  consentAttachmentId!: string | null;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: CalendarDate | null;

  person!: PartyPerson;
  iban!: string | null;
}
