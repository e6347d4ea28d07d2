import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { Clock } from '../kernel/clock.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import type { CeilingsRequest } from './ceilings.request.ts';
import { CeilingsResponse } from './ceilings.response.ts';
import type { CheckRequest } from './check.request.ts';
import { CheckResponse } from './check.response.ts';
import { ceilingsFor } from './domain/ceilings-for.ts';
import { evaluation } from './domain/evaluation.ts';
import { type RegulationVersion, versionInForce } from './domain/regulation-version.ts';
import { regulationsProblem } from './domain/regulations.problems.ts';
import { RegulationsService } from './regulations.service.ts';

/** Answers what a regulation would say, storing nothing. */
@Injectable()
export class RegulationChecks {
  readonly #regulations: RegulationsService;
  readonly #kernen: KernenService;
  readonly #clock: Clock;
  readonly #manager: EntityManager;

  constructor(regulations: RegulationsService, kernen: KernenService, clock: Clock, manager: EntityManager) {
    this.#regulations = regulations;
    this.#kernen = kernen;
    this.#clock = clock;
    this.#manager = manager;
  }

  /** By the version in force on the day of the application, or the newest where none is. */
  async check(regulationCode: string, request: CheckRequest): Promise<CheckResponse> {
    const receivedOn = request.receivedOn ?? this.#clock.today();
    const versions = await this.#versions(regulationCode);
    const version =
      versionInForce(versions, receivedOn) ?? present(versions.at(-1), 'a regulation has a version');
    const { limits = [], activityStartsOn = null, activityEndsOn = null, ...facts } = request;
    const known = { ...facts, receivedOn, activityStartsOn, activityEndsOn };
    return CheckResponse.of(version, evaluation(version.document, known, limits));
  }

  /** @throws DomainError `regulation-other-year` or `inhabitants-missing` */
  async ceilings(regulationCode: string, { year, kernen = [] }: CeilingsRequest): Promise<CeilingsResponse> {
    const { document } = present((await this.#versions(regulationCode)).at(-1), 'a regulation has a version');
    const sizes = new Map(kernen.map(({ kernCode, inhabitants }) => [kernCode, inhabitants]));
    const existing = [...(await this.#kernen.byId(this.#manager)).values()].filter(
      ({ validFrom, validUntil }) =>
        validFrom <= `${year}-12-31` && (validUntil === null || validUntil >= `${year}-01-01`),
    );
    const facts = existing.map(({ code }) => ({ code, inhabitants: sizes.get(code) ?? null }));
    facts.sort((one, other) => one.code.localeCompare(other.code));
    const made = ceilingsFor(document, { year, kernen: facts });
    switch (made.kind) {
      case 'computed':
        return CeilingsResponse.of(year, made);
      case 'other-year':
        throw regulationsProblem(
          'regulation-other-year',
          `De regeling maakt plafonds voor ${made.firstYear} tot en met ${made.lastYear}.`,
        );
      case 'inhabitants-missing':
        throw regulationsProblem(
          'inhabitants-missing',
          `Geef het aantal inwoners van: ${made.kernCodes.join(', ')}.`,
        );
    }
  }

  async #versions(regulationCode: string): Promise<RegulationVersion[]> {
    const { id } = await this.#regulations.getByCode(this.#manager, regulationCode);
    return this.#regulations.versionsOf(this.#manager, id);
  }
}
