import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { DutyDone } from '../identity/domain/duties.ts';
import { DutyRules } from '../identity/duty-rules.service.ts';
import { LedgerEntryEntity } from './ledger-entry.entity.ts';
import type { LedgerRunEntity } from './ledger-run.entity.ts';

/** Sees to it that who confirms is another than who proposed; and, where chosen so, than who decided on the grant. */
@Injectable()
export class RunDuties {
  readonly #rules: DutyRules;

  constructor(rules: DutyRules) {
    this.#rules = rules;
  }

  /** @throws DomainError `same-person` */
  async requireAnother(manager: EntityManager, subject: string, run: LedgerRunEntity): Promise<void> {
    const proposed: DutyDone = { duty: 'propose-booking', subject: run.proposedBy };
    this.#rules.requireAnother(subject, 'confirm-booking', [proposed]);
    if (run.kind !== 'order-payment') return;
    const done: DutyDone[] = [{ duty: 'prepare-payment', subject: run.proposedBy }];
    for (const decider of await this.#deciders(manager, run)) done.push({ duty: 'decide', subject: decider });
    this.#rules.requireAnother(subject, 'release-payment', done);
  }

  /** Who decided that money was granted is who committed it. */
  async #deciders(manager: EntityManager, { plan }: LedgerRunEntity): Promise<string[]> {
    const grantIds = plan.steps.flatMap(({ grantId }) => grantId ?? []);
    const commitments = await manager.find(LedgerEntryEntity, {
      where: { grantId: In(grantIds), movement: In(['commit', 'commit-held']) },
      select: { actorSubject: true },
    });
    return commitments.map(({ actorSubject }) => actorSubject);
  }
}
