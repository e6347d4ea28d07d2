import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AbsentOfficial, Actor } from '../kernel/actor.ts';
import { noteOnBehalfOf } from '../platform/http/request-context.ts';
import { Interests } from '../applications/interests.service.ts';
import { FindingsService } from '../assessment/findings.service.ts';
import { interested } from '../identity/domain/identity.problems.ts';
import { inOwnName, onBehalfOf } from '../identity/domain/standing-in.ts';
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
    const done = assessors.map((subject) => ({ duty: 'assess' as const, subject }));
    const absent = await this.#inPlaceOf(manager, actor, ranking.kernIds);
    for (const { subject } of absent) {
      const itself: Actor = { ...inOwnName(actor), subject, represents: null };
      await this.#refuseInterested(manager, itself, ranking);
    }
    for (const { subject } of [actor, ...absent]) {
      this.#duties.requireAnother(subject, 'prepare-list', done);
    }
    if (absent[0]) noteOnBehalfOf(absent[0]);
  }

  /** In whose place the caller prepares a list of these kernen: what they may not do, nobody does for them. */
  async #inPlaceOf(
    manager: EntityManager,
    actor: Actor,
    kernIds: readonly string[],
  ): Promise<readonly AbsentOfficial[]> {
    const kernen = await this.#kernen.byId(manager);
    const found = kernIds.flatMap((kernId) => {
      const kernCode = kernen.get(kernId)?.code;
      return kernCode === undefined ? [] : (onBehalfOf(actor, 'college-list:prepare', { kernCode }) ?? []);
    });
    return [...new Set(found)];
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
