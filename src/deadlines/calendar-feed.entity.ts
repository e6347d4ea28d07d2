import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { DueReaches } from './due-list.service.ts';

/** A secret address at which somebody's calendar program reads what is due; who has the address, reads it. */
@Entity('calendar_feed')
export class CalendarFeedEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  /** Who made it. */
  @Column('text')
  subject!: string;

  /** SHA-256 of the secret, which is shown once and kept nowhere. */
  @Column('bytea', { name: 'secret_hash' })
  secretHash!: Buffer;

  /** How far the owner reached when it was made: a calendar program has no roles. */
  @Column('jsonb')
  reaches!: DueReaches;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** The last day on which it works, so that who leaves does not read on for ever. */
  @Column('date', { name: 'ends_on' })
  endsOn!: CalendarDate;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
