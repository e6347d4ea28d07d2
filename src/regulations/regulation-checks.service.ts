import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import type { CeilingsRequest } from './ceilings.request.ts';
import { CeilingsResponse } from './ceilings.response.ts';
import type { CheckRequest, KernWeightRequest } from './check.request.ts';
import { CheckResponse } from './check.response.ts';
import { evaluation } from './domain/evaluation.ts';
import { findDivisible, partsByKey, type ToldKern } from './domain/spanning.ts';
import { type RegulationVersion, versionInForce } from './domain/regulation-version.ts';
import { KernInhabitants } from './kern-inhabitants.service.ts';
import { RegulationsService } from './regulations.service.ts';
import { YearlyCeilings } from './yearly-ceilings.service.ts';

/** Answers what a regulation would say, storing nothing. */
@Injectable()
export class RegulationChecks {
  readonly #regulations: RegulationsService;
  readonly #ceilings: YearlyCeilings;
  readonly #kernen: KernenService;
  readonly #inhabitants: KernInhabitants;
  readonly #clock: Clock;
  readonly #manager: EntityManager;

  constructor(
    regulations: RegulationsService,
    ceilings: YearlyCeilings,
    kernen: KernenService,
    inhabitants: KernInhabitants,
    clock: Clock,
    manager: EntityManager,
  ) {
    this.#regulations = regulations;
    this.#ceilings = ceilings;
    this.#kernen = kernen;
    this.#inhabitants = inhabitants;
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
    const { kernCodes = [] } = request;
    const told = await this.#toldKernen(kernCodes, kernWeights, receivedOn);
    const { scope } = version.document;
    const parts = partsByKey(scope, evaluated.amount.grantableCents, kernCodes, told);
    const findings = [...evaluated.findings, ...findDivisible(scope, kernCodes, told)];
    return CheckResponse.of(version, { ...evaluated, findings }, parts);
  }

  /** What is known of each kern of a plan for several: what was told goes before the inhabitants that were recorded. */
  async #toldKernen(
    kernCodes: readonly string[],
    kernWeights: readonly KernWeightRequest[],
    on: CalendarDate,
  ): Promise<ReadonlyMap<string, ToldKern>> {
    if (kernCodes.length < 2) return new Map();
    const recorded = await this.#inhabitants.knownOn(this.#manager, on);
    const byCode = new Map(
      [...(await this.#kernen.byId(this.#manager)).values()].map(({ id, code }) => [code, recorded.get(id)]),
    );
    const told = new Map(kernWeights.map((kern) => [kern.kernCode, kern]));
    return new Map(
      kernCodes.map((code) => {
        const { weight = null, availableCents = null } = told.get(code) ?? {};
        return [code, { weight, availableCents, inhabitants: weight ?? byCode.get(code) ?? null }];
      }),
    );
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
