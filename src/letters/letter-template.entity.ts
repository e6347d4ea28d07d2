import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { LetterKind } from './domain/letter-kind.ts';
import type { LetterTemplate, TemplateSection } from './domain/templates/letter-template.ts';

export const templateStatuses = ['draft', 'checked', 'activated'] as const;

export type TemplateStatus = (typeof templateStatuses)[number];

/** The words of the municipality for one kind of letter. Once activated it never changes. */
@Entity('letter_template')
export class LetterTemplateEntity implements LetterTemplate {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: LetterKind;

  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('jsonb')
  sections!: readonly TemplateSection[];

  @Column('integer')
  version!: number;

  @Column('text')
  status!: TemplateStatus;

  /** Subjects of everybody who wrote it: none of them activates it. */
  @Column('text', { name: 'written_by', array: true })
  writtenBy!: readonly string[];

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('text', { name: 'activated_by', nullable: true })
  activatedBy!: string | null;

  /** The first day on which letters are worded so; a later one takes its place. */
  @Column('date', { name: 'valid_from', nullable: true })
  validFrom!: CalendarDate | null;
}
