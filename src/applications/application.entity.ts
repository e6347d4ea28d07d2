import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import type { Applicant, Application, Channel, CostLine } from './domain/application.ts';
import type { ApplicationStatus } from './domain/lifecycle.ts';

@Entity('application')
export class ApplicationEntity implements Application {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { nullable: true })
  number!: string | null;

  @Column('uuid', { name: 'regulation_version_id' })
  regulationVersionId!: string;

  @Column('uuid', { name: 'kern_id' })
  kernId!: string;

  @Column('text')
  status!: ApplicationStatus;

  @Column('integer')
  version!: number;

  @Column('text')
  channel!: Channel;

  @Column('text', { name: 'owner_subject', nullable: true })
  ownerSubject!: string | null;

  @Column('jsonb')
  applicant!: Applicant;

  @Column('text', { name: 'iban_encrypted', nullable: true })
  ibanEncrypted!: string | null;

  @Column('text', { name: 'iban_last_four', nullable: true })
  ibanLastFour!: string | null;

  @Column('boolean', { name: 'electronic_messages' })
  electronicMessages!: boolean;

  @Column('text')
  title!: string;

  @Column('text')
  description!: string;

  @Column('date', { name: 'activity_starts_on', nullable: true })
  activityStartsOn!: CalendarDate | null;

  @Column('date', { name: 'activity_ends_on', nullable: true })
  activityEndsOn!: CalendarDate | null;

  @Column('bigint', { name: 'requested_cents' })
  requestedCents!: Cents;

  @Column('jsonb')
  costs!: readonly CostLine[];

  @Column('text', { nullable: true })
  support!: string | null;

  @Column('timestamptz', { name: 'received_at', nullable: true })
  receivedAt!: Date | null;

  @Column('date', { name: 'received_on', nullable: true })
  receivedOn!: CalendarDate | null;

  @Column('date', { name: 'completed_on', nullable: true })
  completedOn!: CalendarDate | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
