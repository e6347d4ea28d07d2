import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Sheet } from './domain/score-check.ts';

/** The points that one assessor gave one application. A later sheet of the same assessor takes its place. */
@Entity('score_sheet')
export class ScoreSheetEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text', { name: 'assessor_subject' })
  assessorSubject!: string;

  @Column('text', { name: 'assessor_name' })
  assessorName!: string;

  @Column('jsonb')
  points!: Sheet;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
