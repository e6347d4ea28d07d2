import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Interests } from '../applications/interests.service.ts';
import { FindingsService } from '../assessment/findings.service.ts';
import { interested } from '../identity/domain/identity.problems.ts';
import { DutyRules } from '../identity/duty-rules.service.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import type { CollegeListEntity } from './college-list.entity.ts';

/** A list, or what is to become one. */
export interface Ranking {
  readonly regulationId: string;
  readonly kernIds: readonly string[];
  readonly applicationIds: readonly string[];
}

/**
 * Keeps from a list who has a part in it. A list ranks all applications of a kern against each other, so an interest in
 * one of them is an interest in the whole order of that kern (Awb 2:4).
 */
@Injectable()
export class Impartiality {
  readonly #interests: Interests;
  readonly #findings: FindingsService;
  readonly #kernen: KernenService;
  readonly #duties: DutyRules;

  constructor(interests: Interests, findings: FindingsService, kernen: KernenService, duties: DutyRules) {
    this.#interests = interests;
    this.#findings = findings;
    this.#kernen = kernen;
    this.#duties = duties;
  }

  /** @throws DomainError `has-interest` or, where the municipality keeps assessing apart, `same-person` */
  async requireToPrepare(manager: EntityManager, actor: Actor, ranking: Ranking): Promise<void> {
    await this.#refuseInterested(manager, actor, ranking);
    const assessors = await this.#findings.assessorsOf(manager, ranking.applicationIds);
    this.#duties.requireAnother(
      actor.subject,
      'prepare-list',
      assessors.map((subject) => ({ duty: 'assess', subject })),
    );
  }

  /** @throws DomainError `has-interest`, or `same-person` for who prepared the list or assessed what is on it */
  async requireToRegister(
    manager: EntityManager,
    actor: Actor,
    list: CollegeListEntity,
    applicationIds: readonly string[],
  ): Promise<void> {
    await this.#refuseInterested(manager, actor, { ...list, applicationIds });
    const assessors = await this.#findings.assessorsOf(manager, applicationIds);
    this.#duties.requireAnother(actor.subject, 'decide', [
      { duty: 'prepare-list', subject: list.preparedBy },
      ...assessors.map((subject) => ({ duty: 'assess' as const, subject })),
    ]);
  }

  /**
   * Of one application under mandate; whether the caller has an interest was asked when it was opened.
   * @throws DomainError `same-person` for who assessed it
   */
  async requireToDecide(
    manager: EntityManager,
    actor: Actor,
    applicationIds: readonly string[],
  ): Promise<void> {
    const assessors = await this.#findings.assessorsOf(manager, applicationIds);
    this.#duties.requireAnother(
      actor.subject,
      'decide',
      assessors.map((subject) => ({ duty: 'assess' as const, subject })),
    );
  }

  async #refuseInterested(manager: EntityManager, actor: Actor, ranking: Ranking): Promise<void> {
    const { regulationId, kernIds } = ranking;
    const own = await this.#interests.kernIdsOf(manager, actor, regulationId, kernIds);
    if (own.length === 0) return;
    const kernen = await this.#kernen.byId(manager);
    const names = own.map((kernId) => kernen.get(kernId)?.name ?? kernId).sort();
    throw interested(
      `U hebt belang bij een aanvraag in ${names.join(', ')}. Een ander maakt en registreert de lijst daarvan (Awb 2:4).`,
    );
  }
}
