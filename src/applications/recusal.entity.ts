import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseKey } from '../secrets/case-key.ts';

/** That somebody keeps out of an application because of an interest in it (Awb 2:4). */
@Entity('recusal')
export class RecusalEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  /** Who keeps out. */
  @Column('text')
  subject!: string;

  /** Why, sealed with the key of the case: an interest is often a matter of somebody's private life. */
  @Column('bytea', { name: 'reason_sealed' })
  reasonSealed!: Buffer;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('text', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  /** Null while it lasts. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('bytea', { name: 'end_reason_sealed', nullable: true })
  endReasonSealed!: Buffer | null;

  reason!: string;
  endReason!: string | null;
}

const placeOf = (id: string, column: string): string => `recusal.${column}:${id}`;

/** Seals why somebody keeps out, or why that ended. */
export function sealedReason(
  key: CaseKey,
  id: string,
  reason: string,
  column: 'reason' | 'end_reason' = 'reason',
): Buffer {
  return key.seal(reason, placeOf(id, column));
}

/** Fills in what was sealed. */
export function openedRecusal(key: CaseKey, row: RecusalEntity): RecusalEntity {
  const { id, reasonSealed, endReasonSealed } = row;
  return Object.assign(row, {
    reason: key.open<string>(reasonSealed, placeOf(id, 'reason')),
    endReason: endReasonSealed && key.open<string>(endReasonSealed, placeOf(id, 'end_reason')),
  });
}

/** A recusal changes once, when it is ended. */
export function versionOf({ endedAt }: RecusalEntity): number {
  return endedAt === null ? 1 : 2;
}
