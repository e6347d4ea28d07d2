import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AdviceOutcome } from './domain/ranking-check.ts';

/** What a body advised about one application. Advice of a later ranking takes its place; both remain. */
@Entity('advice')
export class AdviceEntity {
  @PrimaryColumn('uuid', { name: 'ranking_id' })
  rankingId!: string;

  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('integer', { nullable: true })
  place!: number | null;

  @Column('text')
  outcome!: AdviceOutcome;

  /** `reason` under the key of the case. */
  @Column('bytea', { name: 'reason_sealed', nullable: true })
  reasonSealed!: Buffer | null;

  reason!: string | null;
}
