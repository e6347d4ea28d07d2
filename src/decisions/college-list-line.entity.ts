import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Deviation } from './domain/proposed-otherwise.ts';
import type { Proposal } from './domain/proposal-facts.ts';
import type { LineResolution } from './domain/resolution.ts';

/** What of a proposal stays readable when the case has been destroyed: the accounts of the municipality. */
export type ProposedAmounts = Omit<Proposal, 'reasons' | 'explanation' | 'inStep'>;

/** A line of a list; `CollegeListLines` fills in what has no column of its own. */
@Entity('college_list_line')
export class CollegeListLineEntity {
  @PrimaryColumn('uuid', { name: 'list_id' })
  listId!: string;

  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('integer')
  position!: number;

  @Column('uuid', { name: 'kern_id' })
  kernId!: string;

  @Column('text', { name: 'application_number' })
  applicationNumber!: string;

  /** The proposal without what was written about the case. */
  @Column('jsonb', { name: 'proposal' })
  amounts!: ProposedAmounts;

  /** Where officials propose otherwise, without their reason. */
  @Column('jsonb', { name: 'deviation', nullable: true })
  deviating!: Omit<Deviation, 'reason'> | null;

  /** The name of the plan and what was written, as JSON under the key of the case. */
  @Column('bytea', { name: 'texts_sealed' })
  textsSealed!: Buffer;

  /** What the college decided, without its reason. */
  @Column('jsonb', { name: 'resolution', nullable: true })
  outcome!: object | null;

  @Column('bytea', { name: 'resolution_reason_sealed', nullable: true })
  resolutionReasonSealed!: Buffer | null;

  title!: string;
  proposal!: Proposal;
  deviation!: Deviation | null;
  resolution!: LineResolution | null;
}
