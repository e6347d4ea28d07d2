import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import type { Abstention } from './domain/abstention.ts';
import type { StoredInputs } from './domain/stored-inputs.ts';

export type CollegeListStatus = 'proposed' | 'resolved';

export const listSubjects = ['applications', 'waiting-list'] as const;

/** What a list is about: applications that wait for a decision, or who got too little and can get what came free. */
export type ListSubject = (typeof listSubjects)[number];

/** A list put before the college, with what it was computed from, so that it can be computed again. */
@Entity('college_list')
export class CollegeListEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'regulation_id' })
  regulationId!: string;

  @Column('text')
  subject!: ListSubject;

  @Column('text')
  status!: CollegeListStatus;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'kern_ids', array: true })
  kernIds!: string[];

  /** The seed of the regulation's lot; null when no money was divided yet, and so no lot was needed. */
  @Column('text', { name: 'lot_seed', nullable: true })
  lotSeed!: string | null;

  /** What was available in each kern, by kern id, when the list was made. */
  @Column('jsonb')
  remainders!: Record<string, Cents>;

  /** From what the proposals were computed; null for a list of before this was kept. */
  @Column('jsonb', { nullable: true })
  inputs!: StoredInputs | null;

  /** What the college is asked, in words; empty for a list of before this was kept. */
  @Column('text', { name: 'proposal_text' })
  proposalText!: string;

  /** Who of the college takes no part; as registered, and until then as announced. */
  @Column('jsonb')
  abstentions!: readonly Abstention[];

  @Column('text', { name: 'prepared_by' })
  preparedBy!: string;

  @Column('timestamptz', { name: 'prepared_at' })
  preparedAt!: Date;

  @Column('text', { name: 'resolution_number', nullable: true })
  resolutionNumber!: string | null;

  @Column('date', { name: 'resolution_date', nullable: true })
  resolutionDate!: CalendarDate | null;

  @Column('text', { name: 'registered_by', nullable: true })
  registeredBy!: string | null;

  @Column('timestamptz', { name: 'registered_at', nullable: true })
  registeredAt!: Date | null;
}
