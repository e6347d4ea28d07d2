import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { SubstitutionDays } from './domain/substitution.ts';

/** That somebody stands in for another on some days. It changes once, when it is ended. */
@Entity('substitution')
export class SubstitutionEntity implements SubstitutionDays {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'absent_subject' })
  absentSubject!: string;

  @Column('text', { name: 'absent_name' })
  absentName!: string;

  @Column('text', { name: 'substitute_subject' })
  substituteSubject!: string;

  @Column('text', { name: 'substitute_name' })
  substituteName!: string;

  @Column('date', { name: 'from_on' })
  fromOn!: CalendarDate;

  @Column('date', { name: 'until_on' })
  untilOn!: CalendarDate;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('text', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}

export function versionOf({ endedAt }: Pick<SubstitutionEntity, 'endedAt'>): number {
  return endedAt === null ? 1 : 2;
}
