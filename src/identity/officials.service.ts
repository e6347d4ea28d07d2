import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { AbsentOfficial, Actor, Role } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import type { Official } from './domain/substitution.ts';
import { OfficialEntity } from './official.entity.ts';

/** The roles of residents, who are nobody's colleagues. */
const ofResidents: readonly Role[] = ['resident', 'representative'];

const keepOfficial = `
  INSERT INTO official AS known (subject, name, roles, kern_codes, seen_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (subject) DO UPDATE
    SET name = excluded.name, roles = excluded.roles, kern_codes = excluded.kern_codes, seen_at = excluded.seen_at
    WHERE (known.name, known.roles, known.kern_codes)
      IS DISTINCT FROM (excluded.name, excluded.roles, excluded.kern_codes)`;

const absentToday = `
  SELECT absent_subject AS subject, absent_name AS name, official.kern_codes AS "kernCodes"
  FROM substitution JOIN official ON official.subject = substitution.absent_subject
  WHERE substitute_subject = $1 AND from_on <= $2 AND until_on >= $2 AND ended_at IS NULL
  ORDER BY substitution.id`;

/** Knows who works here, and whose work an official does today besides the own. */
@Injectable()
export class Officials {
  readonly #manager: EntityManager;
  readonly #clock: Clock;
  /** What this process has seen of each official, so that it writes only what is new. */
  readonly #seen = new Map<string, string>();

  constructor(manager: EntityManager, clock: Clock) {
    this.#manager = manager;
    this.#clock = clock;
  }

  /** Remembers an official who calls, and tells for whom this person stands in today. Residents stay as they are. */
  async attend(actor: Actor): Promise<Actor> {
    if (actor.roles.every((role) => ofResidents.includes(role))) return actor;
    await this.#remember(actor);
    const standsInFor = await this.#manager.query<AbsentOfficial[]>(absentToday, [
      actor.subject,
      this.#clock.today(),
    ]);
    return { ...actor, standsInFor };
  }

  /** Null for who never logged in as an official. */
  async find(manager: EntityManager, subject: string): Promise<Official | null> {
    return manager.findOneBy(OfficialEntity, { subject });
  }

  async #remember({ subject, name, roles, kernCodes }: Actor): Promise<void> {
    const isNow = JSON.stringify([name, roles, kernCodes]);
    if (this.#seen.get(subject) === isNow) return;
    await this.#manager.query(keepOfficial, [subject, name, roles, kernCodes, this.#clock.now()]);
    this.#seen.set(subject, isNow);
  }
}
