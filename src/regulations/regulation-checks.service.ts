import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { Clock } from '../kernel/clock.ts';
import type { CeilingsRequest } from './ceilings.request.ts';
import { CeilingsResponse } from './ceilings.response.ts';
import type { CheckRequest } from './check.request.ts';
import { CheckResponse } from './check.response.ts';
import { evaluation } from './domain/evaluation.ts';
import { partsByKey } from './domain/spanning.ts';
import { type RegulationVersion, versionInForce } from './domain/regulation-version.ts';
import { RegulationsService } from './regulations.service.ts';
import { YearlyCeilings } from './yearly-ceilings.service.ts';

/** Answers what a regulation would say, storing nothing. */
@Injectable()
export class RegulationChecks {
  readonly #regulations: RegulationsService;
  readonly #ceilings: YearlyCeilings;
  readonly #clock: Clock;
  readonly #manager: EntityManager;

  constructor(
    regulations: RegulationsService,
    ceilings: YearlyCeilings,
    clock: Clock,
    manager: EntityManager,
  ) {
    this.#regulations = regulations;
    this.#ceilings = ceilings;
    this.#clock = clock;
    this.#manager = manager;
  }

  /** By the version in force on the day of the application, or the newest where none is. */
  async check(regulationCode: string, request: CheckRequest): Promise<CheckResponse> {
    const receivedOn = request.receivedOn ?? this.#clock.today();
    const versions = await this.#versions(regulationCode);
    const version =
      versionInForce(versions, receivedOn) ?? present(versions.at(-1), 'a regulation has a version');
    const {
      limits = [],
      kernWeights = [],
      activityStartsOn = null,
      activityEndsOn = null,
      ...facts
    } = request;
    const known = { ...facts, receivedOn, activityStartsOn, activityEndsOn };
    const evaluated = evaluation(version.document, known, limits);
    const told = new Map(
      kernWeights.map(({ kernCode, weight, availableCents = null }) => [
        kernCode,
        { weight, availableCents, inhabitants: weight },
      ]),
    );
    const { grantableCents } = evaluated.amount;
    const parts = partsByKey(version.document.scope, grantableCents, request.kernCodes ?? [], told);
    return CheckResponse.of(version, evaluated, parts);
  }

  /** @throws DomainError `regulation-other-year` or `inhabitants-missing` */
  async ceilings(regulationCode: string, { year, kernen = [] }: CeilingsRequest): Promise<CeilingsResponse> {
    const told = new Map(kernen.map(({ kernCode, inhabitants }) => [kernCode, inhabitants]));
    return CeilingsResponse.of(year, await this.#ceilings.of(this.#manager, regulationCode, year, told));
  }

  async #versions(regulationCode: string): Promise<RegulationVersion[]> {
    const { id } = await this.#regulations.getByCode(this.#manager, regulationCode);
    return this.#regulations.versionsOf(this.#manager, id);
  }
}
