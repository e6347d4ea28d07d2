import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The version of a way of working that a case keeps, whatever becomes of its kern or of the way. */
@Entity('case_way')
export class CaseWayEntity {
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('uuid', { name: 'version_id' })
  versionId!: string;

  @Column('timestamptz', { name: 'bound_at' })
  boundAt!: Date;
}
