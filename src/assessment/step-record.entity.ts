import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { StepOutcome } from '../ways/domain/conditions.ts';
import type { DoneStep } from '../ways/domain/progress.ts';

/** That a step was done, and what came of it. */
@Entity('step_record')
export class StepRecordEntity implements DoneStep {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text', { name: 'step_code' })
  stepCode!: string;

  @Column('text')
  outcome!: StepOutcome;

  @Column('date', { name: 'done_on' })
  doneOn!: CalendarDate;

  /** From when until when the step could be done, as that was when it was recorded. */
  @Column('date', { name: 'started_on', nullable: true })
  startedOn!: CalendarDate | null;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: CalendarDate | null;

  /** How many people took part, where the kind of step counts them. */
  @Column('integer', { nullable: true })
  people!: number | null;

  /** Attachments of the case that belong to what was done. */
  @Column('uuid', { name: 'attachment_ids', array: true })
  attachmentIds!: readonly string[];

  @Column('text', { name: 'done_by' })
  doneBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  /** The two below, as JSON under the key of the case. */
  @Column('bytea', { name: 'findings_sealed' })
  findingsSealed!: Buffer;

  findings!: object;
  doneByName!: string;
}
