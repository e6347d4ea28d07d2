import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FindingOutcome } from '../regulations/domain/finding.ts';

/** What an assessor found of one criterion. A later finding of the same criterion takes its place; both remain. */
@Entity('finding')
export class FindingEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text', { name: 'criterion_code' })
  criterionCode!: string;

  @Column('text')
  outcome!: FindingOutcome;

  /** `reason` under the key of the case. */
  @Column('bytea', { name: 'reason_sealed' })
  reasonSealed!: Buffer;

  @Column('text', { name: 'assessor_subject' })
  assessorSubject!: string;

  @Column('text', { name: 'assessor_name' })
  assessorName!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  reason!: string;
  /** Whether who recorded it keeps out of the application now; `FindingsService` fills it in when it reads. */
  isSetAside?: boolean;
}
