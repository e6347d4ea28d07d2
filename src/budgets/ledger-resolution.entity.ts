import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';

/** Who resolves about the money of kernen. */
export const resolutionBodies = ['council', 'college'] as const;

export type ResolutionBody = (typeof resolutionBodies)[number];

/** A resolution of council or college that runs refer to. */
@Entity('ledger_resolution')
export class LedgerResolutionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  body!: ResolutionBody;

  @Column('text')
  number!: string;

  @Column('date', { name: 'decided_on' })
  decidedOn!: CalendarDate;

  @Column('text')
  title!: string;

  /** Where the document is found, such as the number in the register of the council. */
  @Column('text', { name: 'document_reference' })
  documentReference!: string;

  @Column('text', { name: 'registered_by' })
  registeredBy!: string;

  @Column('timestamptz', { name: 'registered_at' })
  registeredAt!: Date;
}
