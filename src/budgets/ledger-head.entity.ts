import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';

/** How far one chain had come. */
export interface ChainHead {
  /** Of a budget, of a limit, or of all resolutions and decided runs together. */
  readonly kind: 'budget' | 'limit' | 'papers';
  readonly id: string;
  readonly version: number;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

/** The heads of all chains on a day, with one hash over them. */
@Entity('ledger_head')
export class LedgerHeadEntity {
  @PrimaryColumn('date')
  day!: CalendarDate;

  @Column('timestamptz', { name: 'sealed_at' })
  sealedAt!: Date;

  @Column('jsonb')
  chains!: readonly ChainHead[];

  @Column('text')
  hash!: string;
}
