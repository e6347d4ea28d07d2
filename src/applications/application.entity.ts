import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import type { AttachmentCountsByKind } from '../regulations/domain/attachment-kind.ts';
import type { Applicant, Application, Channel, CostLine, Particulars } from './domain/application.ts';
import type { ApplicationStatus } from './domain/lifecycle.ts';
import type { SpannedPlan } from './domain/spanned-plan.ts';

/** An application. What has no column of its own stands in `personalSealed`. */
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

  /** The state in which it was decided; null while it is not. */
  @Column('text', { name: 'undecided_status', nullable: true })
  undecidedStatus!: ApplicationStatus | null;

  @Column('integer')
  version!: number;

  @Column('text')
  channel!: Channel;

  @Column('text', { name: 'owner_subject', nullable: true })
  ownerSubject!: string | null;

  /** Who handles it: the newest row of `assignment`. */
  @Column('text', { name: 'assignee_subject', nullable: true })
  assigneeSubject!: string | null;

  @Column('text', { name: 'assignee_name', nullable: true })
  assigneeName!: string | null;

  @Column('boolean', { name: 'electronic_messages' })
  electronicMessages!: boolean;

  /** Everything personal, as JSON under the key of the case; `ApplicationsService` fills it in below. */
  @Column('bytea', { name: 'personal_sealed' })
  personalSealed!: Buffer;

  @Column('date', { name: 'activity_starts_on', nullable: true })
  activityStartsOn!: CalendarDate | null;

  @Column('date', { name: 'activity_ends_on', nullable: true })
  activityEndsOn!: CalendarDate | null;

  /** How many attachments there are of each kind, for what a regulation asks; `AttachmentCounts` writes it. */
  @Column('jsonb', { name: 'attachment_counts' })
  attachmentCounts!: AttachmentCountsByKind;

  /** How many co-applicants said yes; null while nobody was named. `CoApplicantCounts` writes it. */
  @Column('integer', { name: 'consented_co_applicants', nullable: true })
  consentedCoApplicants!: number | null;

  @Column('bigint', { name: 'requested_cents' })
  requestedCents!: Cents;

  @Column('timestamptz', { name: 'received_at', nullable: true })
  receivedAt!: Date | null;

  @Column('date', { name: 'received_on', nullable: true })
  receivedOn!: CalendarDate | null;

  @Column('date', { name: 'completed_on', nullable: true })
  completedOn!: CalendarDate | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** When the key of the case was destroyed: nothing personal can be read any more. */
  @Column('timestamptz', { name: 'destroyed_at', nullable: true })
  destroyedAt!: Date | null;

  applicant!: Applicant;
  ibanLastFour!: string | null;
  title!: string;
  description!: string;
  costs!: readonly CostLine[];
  support!: string | null;
  particulars?: Particulars | undefined;
  spanned?: SpannedPlan | undefined;
}
