import { Column, Entity, PrimaryColumn } from 'typeorm';

export const wayDraftStatuses = ['draft', 'activated'] as const;

export type WayDraftStatus = (typeof wayDraftStatuses)[number];

/** A way of working that is being written. Its document may still be anything; activation asks that it is sound. */
@Entity('way_draft')
export class WayDraftEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** The code that the way will have; of an existing one for a successor. */
  @Column('text')
  code!: string;

  @Column('jsonb')
  document!: object;

  @Column('integer')
  version!: number;

  @Column('text')
  status!: WayDraftStatus;

  /** Subjects of everybody who wrote it: none of them activates it. */
  @Column('text', { name: 'written_by', array: true })
  writtenBy!: readonly string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('uuid', { name: 'activated_version_id', nullable: true })
  activatedVersionId!: string | null;
}
