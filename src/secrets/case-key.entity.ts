import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The wrapped data key of a case. After its destruction only the row remains, which tells that there was one. */
@Entity('case_key')
export class CaseKeyEntity {
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId!: string;

  /** The master key that it is wrapped with; null after destruction. */
  @Column('text', { name: 'key_id', nullable: true })
  keyId!: string | null;

  @Column('bytea', { nullable: true })
  wrapped!: Buffer | null;

  @Column('timestamptz', { name: 'destroyed_at', nullable: true })
  destroyedAt!: Date | null;
}
