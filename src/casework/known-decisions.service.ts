import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { Visible } from '../applications/visible-applications.service.ts';
import type { ChangedDecisionEntity } from '../decisions/changed-decision.entity.ts';
import { ChangedDecisions } from '../decisions/changed-decisions.service.ts';
import type { DecisionEntity } from '../decisions/decision.entity.ts';
import { DecisionsService } from '../decisions/decisions.service.ts';
import { LetterArchive } from '../letters/letter-archive.service.ts';
import { seesDecision } from './domain/visible-decision.ts';

/** A decision with its changes, as far as the caller may know of them. */
export interface KnownDecision {
  readonly decision: DecisionEntity;
  readonly changes: readonly ChangedDecisionEntity[];
}

/** Reads decisions for callers: what was not announced is known to who handles the case, and to who keeps the ledger. */
@Injectable()
export class KnownDecisions {
  readonly #decisions: DecisionsService;
  readonly #changes: ChangedDecisions;
  readonly #archive: LetterArchive;

  constructor(decisions: DecisionsService, changes: ChangedDecisions, archive: LetterArchive) {
    this.#decisions = decisions;
    this.#changes = changes;
    this.#archive = archive;
  }

  /** Null while there is no decision that the caller may know of. */
  async of(
    manager: EntityManager,
    actor: Actor,
    { application, facts }: Pick<Visible, 'application' | 'facts'>,
  ): Promise<KnownDecision | null> {
    const decision = await this.#decisions.findOf(manager, application.id);
    if (!decision || !seesDecision(actor, application.status, facts)) return null;
    const changes = await this.#changes.of(manager, application.id);
    if (seesDecision(actor, 'decided', facts)) return { decision, changes };
    const letters = await this.#archive.getAll(
      manager,
      changes.map(({ letterId }) => letterId),
    );
    const isSent = ({ letterId }: ChangedDecisionEntity) => (letters.get(letterId)?.sentOn ?? null) !== null;
    return { decision, changes: changes.filter(isSent) };
  }
}
