import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseKey } from '../secrets/case-key.ts';

/** That somebody got an application to handle. The newest of an application is in force; the others are its history. */
@Entity('assignment')
export class AssignmentEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text', { name: 'assignee_subject' })
  assigneeSubject!: string;

  @Column('text', { name: 'assignee_name' })
  assigneeName!: string;

  @Column('text', { name: 'assigned_by' })
  assignedBy!: string;

  @Column('timestamptz', { name: 'assigned_at' })
  assignedAt!: Date;

  /** Why, sealed with the key of the case; null when nothing was said. */
  @Column('bytea', { name: 'reason_sealed', nullable: true })
  reasonSealed!: Buffer | null;

  reason!: string | null;
}

const placeOf = (id: string): string => `assignment.reason:${id}`;

export function sealedReason(key: CaseKey, id: string, reason: string): Buffer {
  return key.seal(reason, placeOf(id));
}

/** Fills in what was sealed. */
export function openedAssignment(key: CaseKey, row: AssignmentEntity): AssignmentEntity {
  const { id, reasonSealed } = row;
  return Object.assign(row, { reason: reasonSealed && key.open<string>(reasonSealed, placeOf(id)) });
}
