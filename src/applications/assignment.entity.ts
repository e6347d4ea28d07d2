import { Column, Entity, PrimaryColumn } from 'typeorm';

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
}
