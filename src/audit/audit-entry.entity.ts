import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What came of it: done, read, or refused because a right was lacking. */
export const auditOutcomes = ['done', 'read', 'denied'] as const;

export type AuditOutcome = (typeof auditOutcomes)[number];

@Entity('audit_entry')
export class AuditEntryEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('text', { name: 'actor_subject' })
  actorSubject!: string;

  @Column('text', { name: 'actor_roles', array: true })
  actorRoles!: readonly string[];

  @Column('text', { name: 'on_behalf_of', nullable: true })
  onBehalfOf!: string | null;

  @Column('text')
  action!: string;

  @Column('text')
  outcome!: AuditOutcome;

  @Column('text', { name: 'subject_kind', nullable: true })
  subjectKind!: string | null;

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId!: string | null;

  /** The application that it is about, when it is about one. */
  @Column('uuid', { name: 'case_id', nullable: true })
  caseId!: string | null;

  @Column('text', { name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column('text', { name: 'trace_id', nullable: true })
  traceId!: string | null;

  /** Names alone; see `redactedDifference`. */
  @Column('text', { name: 'changed_fields', array: true })
  changedFields!: readonly string[];

  /** Facts without personal data: codes, amounts, dates, identifiers. */
  @Column('jsonb')
  detail!: object;
}
