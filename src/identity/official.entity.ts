import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../kernel/actor.ts';
import type { Official } from './domain/substitution.ts';

/** Somebody who works for the municipality, as the last token said. */
@Entity('official')
export class OfficialEntity implements Official {
  @PrimaryColumn('text')
  subject!: string;

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  roles!: Role[];

  @Column('text', { name: 'kern_codes', array: true })
  kernCodes!: string[];

  /** When this was first seen as it is now. */
  @Column('timestamptz', { name: 'seen_at' })
  seenAt!: Date;
}
