import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { Officials } from '../identity/officials.service.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { ApplicationEntity } from './application.entity.ts';
import { mostOnDesk } from './desk-handover.response.ts';
import type { PreviewHandoverRequest } from './desk-handover.request.ts';
import { applicationProblems } from './domain/application.problems.ts';
import {
  type DeskCase,
  dividedDesk,
  type HandoverLine,
  type Receiver,
  requireReceivers,
} from './domain/desk-handover.ts';
import { Interests } from './interests.service.ts';

/** The states in which a case still asks something of who handles it. */
const openStatuses = ['received', 'incomplete', 'complete', 'decided'] as const;

/** Knows what lies on the desk of an official, and who can be given it. */
@Injectable()
export class DeskCases {
  readonly #officials: Officials;
  readonly #interests: Interests;
  readonly #kernen: KernenService;

  constructor(officials: Officials, interests: Interests, kernen: KernenService) {
    this.#officials = officials;
    this.#interests = interests;
    this.#kernen = kernen;
  }

  /**
   * Divides a desk among who was named.
   * @param hold holds the cases until the end of the transaction
   * @throws DomainError `receiver-not-possible`, `kern-unknown` or `desk-too-large`
   */
  async divided(
    manager: EntityManager,
    fromSubject: string,
    { receivers }: Pick<PreviewHandoverRequest, 'receivers'>,
    hold: boolean,
  ): Promise<HandoverLine[]> {
    const subjects = receivers.map(({ subject }) => subject);
    const found = await Promise.all(subjects.map((subject) => this.#officials.find(manager, subject)));
    requireReceivers(fromSubject, subjects, found);
    const named = receivers.map(({ subject, kernCodes = [] }, index): Receiver => {
      return { subject, name: found[index]?.name ?? subject, kernCodes };
    });
    const kernen = await this.#kernen.byId(manager);
    const known = new Set([...kernen.values()].map(({ code }) => code));
    const unknown = named.flatMap(({ kernCodes }) => kernCodes).find((code) => !known.has(code));
    if (unknown !== undefined) {
      throw DomainError.of(applicationProblems, 'kern-unknown', `Er is geen kern met de code "${unknown}".`);
    }
    const rows = await this.#openOn(manager, fromSubject, hold);
    const barred = await this.#barred(manager, subjects);
    const cases = rows.map((row): DeskCase => {
      const { id, version, kernId, regulationVersionId } = row;
      return {
        ...{ id, version, number: present(row.number, 'what was assigned has a number') },
        kernCode: present(kernen.get(kernId), 'an application has a kern').code,
        barred: barred.get(`${regulationVersionId} ${kernId}`) ?? new Set(),
      };
    });
    return dividedDesk(cases, named);
  }

  async #openOn(manager: EntityManager, subject: string, hold: boolean): Promise<ApplicationEntity[]> {
    const rows = await manager.find(ApplicationEntity, {
      where: { assigneeSubject: subject, status: In([...openStatuses]), destroyedAt: IsNull() },
      order: { number: 'ASC' },
      take: mostOnDesk + 1,
      ...(hold && { lock: { mode: 'pessimistic_write' as const } }),
    });
    if (rows.length <= mostOnDesk) return rows;
    const detail = `Op dit bureau liggen meer dan ${mostOnDesk} open zaken.`;
    throw DomainError.of(applicationProblems, 'desk-too-large', detail);
  }

  /** Who of these people has an interest, by version of a regulation and kern. */
  async #barred(
    manager: EntityManager,
    subjects: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const barred = new Map<string, Set<string>>();
    for (const subject of subjects) {
      const person: Actor = { subject, name: '', roles: [], kernCodes: [], represents: null };
      for (const { regulationVersionId, kernId } of await this.#interests.placesOf(manager, person)) {
        const place = `${regulationVersionId} ${kernId}`;
        barred.set(place, (barred.get(place) ?? new Set()).add(subject));
      }
    }
    return barred;
  }
}
