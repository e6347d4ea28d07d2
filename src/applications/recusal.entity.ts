import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody keeps out of an application because of an interest in it (Awb 2:4). */
@Entity('recusal')
export class RecusalEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  /** Who keeps out. */
  @Column('text')
  subject!: string;

  /** Why, sealed with the key of the case: an interest is often a matter of somebody's private life. */
  @Column('bytea', { name: 'reason_sealed' })
  reasonSealed!: Buffer;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
