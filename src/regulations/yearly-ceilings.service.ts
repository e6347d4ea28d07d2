import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { type CeilingsForYear, ceilingsFor } from './domain/ceilings-for.ts';
import type { Ceiling } from './domain/groups/ceiling.ts';
import { regulationsProblem } from './domain/regulations.problems.ts';
import { KernInhabitants } from './kern-inhabitants.service.ts';
import { RegulationsService } from './regulations.service.ts';

export type ComputedCeilings = Extract<CeilingsForYear, { kind: 'computed' }>;

/** Inhabitants that the caller tells, by the code of the kern; what is left out is taken from what was recorded. */
export type ToldInhabitants = ReadonlyMap<string, number>;

function referenceDateOf(ceiling: Ceiling): CalendarDate | undefined {
  return 'referenceDate' in ceiling ? ceiling.referenceDate : undefined;
}

/** Makes the ceilings of a year from the newest version of a regulation: to look at, and to book. */
@Injectable()
export class YearlyCeilings {
  readonly #regulations: RegulationsService;
  readonly #kernen: KernenService;
  readonly #inhabitants: KernInhabitants;

  constructor(regulations: RegulationsService, kernen: KernenService, inhabitants: KernInhabitants) {
    this.#regulations = regulations;
    this.#kernen = kernen;
    this.#inhabitants = inhabitants;
  }

  /** @throws DomainError `regulation-not-found`, `regulation-other-year` or `inhabitants-missing` */
  async of(
    manager: EntityManager,
    regulationCode: string,
    year: number,
    told: ToldInhabitants = new Map(),
  ): Promise<ComputedCeilings> {
    const { id } = await this.#regulations.getByCode(manager, regulationCode);
    const versions = await this.#regulations.versionsOf(manager, id);
    const { document } = present(versions.at(-1), 'a regulation has a version');
    const referenceDate = referenceDateOf(document.ceiling);
    const recorded = referenceDate ? await this.#inhabitants.on(manager, referenceDate) : new Map();
    const kernen = [...(await this.#kernen.byId(manager)).values()]
      .filter(
        ({ validFrom, validUntil }) =>
          validFrom <= `${year}-12-31` && (validUntil === null || validUntil >= `${year}-01-01`),
      )
      .map((kern) => ({
        code: kern.code,
        inhabitants: told.get(kern.code) ?? (recorded.get(kern.id) as number | undefined) ?? null,
      }))
      .sort((one, other) => one.code.localeCompare(other.code));
    return computed(ceilingsFor(document, { year, kernen }), referenceDate);
  }
}

function computed(made: CeilingsForYear, referenceDate: CalendarDate | undefined): ComputedCeilings {
  switch (made.kind) {
    case 'computed':
      return made;
    case 'other-year':
      throw regulationsProblem(
        'regulation-other-year',
        `De regeling maakt plafonds voor ${made.firstYear} tot en met ${made.lastYear}.`,
      );
    case 'inhabitants-missing':
      throw regulationsProblem(
        'inhabitants-missing',
        `Leg op peildatum ${referenceDate ?? ''} het aantal inwoners vast van: ${made.kernCodes.join(', ')}. Dat kan met POST /v1/kernen/{kernCode}/inhabitants.`,
      );
  }
}
