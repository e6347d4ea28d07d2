import { Column, Entity, PrimaryColumn } from 'typeorm';

export type DraftStatus = 'draft' | 'published';

/** A regulation that is being written. Its document may still be anything; publication asks that it is sound. */
@Entity('regulation_draft')
export class RegulationDraftEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** The code that the regulation will have; of an existing one for a successor. */
  @Column('text')
  code!: string;

  @Column('jsonb')
  document!: object;

  @Column('integer')
  version!: number;

  @Column('text')
  status!: DraftStatus;

  /** Subjects of everybody who wrote it: none of them publishes it. */
  @Column('text', { name: 'written_by', array: true })
  writtenBy!: readonly string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('uuid', { name: 'published_version_id', nullable: true })
  publishedVersionId!: string | null;
}
