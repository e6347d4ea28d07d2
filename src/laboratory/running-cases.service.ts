import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { undecidedStatuses } from '../applications/domain/lifecycle.ts';
import { CaseWays } from '../assessment/case-ways.service.ts';
import { requireRight } from '../identity/domain/permission.ts';
import { KernEntity } from '../kernen/kern.entity.ts';
import type { WayDocument } from '../ways/domain/way-document.ts';
import { keepingSentence } from './domain/running-case.ts';
import { RunningCaseResponse } from './running-case.response.ts';
import { TriedWays } from './tried-ways.service.ts';

/** Which page of a list somebody wants. */
export interface PageWanted {
  readonly afterId: string | null;
  readonly limit: number;
}

/** Lists what becomes of applications that are being handled when a way of working takes over in their kern. */
@Injectable()
export class RunningCases {
  readonly #tried: TriedWays;
  readonly #ways: CaseWays;
  readonly #applications: ApplicationsService;
  readonly #manager: EntityManager;

  constructor(tried: TriedWays, ways: CaseWays, applications: ApplicationsService, manager: EntityManager) {
    this.#tried = tried;
    this.#ways = ways;
    this.#applications = applications;
    this.#manager = manager;
  }

  /** @throws DomainError `way-draft-not-found`, `way-not-sound`, or `not-allowed` for a kern of somebody else */
  async underDraft(actor: Actor, wayDraftId: string, wanted: PageWanted): Promise<RunningCaseResponse[]> {
    return this.#list(actor, (await this.#tried.draft(this.#manager, wayDraftId)).document, wanted);
  }

  /** @throws DomainError `way-not-found`, or `not-allowed` for a kern of somebody else */
  async underVersion(actor: Actor, wayVersionId: string, wanted: PageWanted): Promise<RunningCaseResponse[]> {
    return this.#list(actor, (await this.#tried.version(this.#manager, wayVersionId)).document, wanted);
  }

  async #list(
    actor: Actor,
    { kernCodes, regulationCode }: WayDocument,
    { afterId, limit }: PageWanted,
  ): Promise<RunningCaseResponse[]> {
    for (const kernCode of kernCodes) requireRight(actor, 'laboratory:read-cases', { kernCode });
    const kernen = await this.#manager.findBy(KernEntity, { code: In([...kernCodes]) });
    const query = this.#manager
      .createQueryBuilder(ApplicationEntity, 'application')
      .where('application.status IN (:...statuses)', { statuses: undecidedStatuses })
      .andWhere('application.kernId = ANY(:kernIds)', { kernIds: kernen.map(({ id }) => id) })
      .andWhere(
        `application.regulationVersionId IN (SELECT version.id FROM regulation_version version
          JOIN regulation ON regulation.id = version.regulation_id WHERE regulation.code = :regulationCode)`,
        { regulationCode },
      )
      .orderBy('application.id')
      .limit(limit);
    if (afterId !== null) query.andWhere('application.id > :afterId', { afterId });
    const rows = await this.#applications.open(this.#manager, await query.getMany());
    const kept = await this.#ways.ofAll(this.#manager, rows);
    return rows.map(({ id, number, kernId }) => {
      const onItsWay = kept.get(id) ?? null;
      const { open = null } = onItsWay?.progress ?? {};
      return Object.assign(new RunningCaseResponse(), {
        ...{ applicationId: id, number, kernCode: kernen.find((kern) => kern.id === kernId)?.code ?? '' },
        keepsWayVersionId: onItsWay?.version.id ?? null,
        keepsTitle: onItsWay?.version.document.title ?? null,
        keepsNumber: onItsWay?.version.number ?? null,
        ...{ openStepTitle: open?.step.title ?? null, dueOn: open?.dueOn ?? null },
        sentence: keepingSentence(onItsWay),
      });
    });
  }
}
