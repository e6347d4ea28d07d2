import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Proposal } from './domain/proposal.ts';
import type { LineResolution } from './domain/resolution.ts';

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

  @Column('text')
  title!: string;

  @Column('jsonb')
  proposal!: Proposal;

  @Column('jsonb', { nullable: true })
  resolution!: LineResolution | null;
}
