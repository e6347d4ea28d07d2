import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether an applicant has no use for a part of what was asked. What was said last counts. */
@Entity('remainder_choice')
export class RemainderChoiceEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('boolean')
  declines!: boolean;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
