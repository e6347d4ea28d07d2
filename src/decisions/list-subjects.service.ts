import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { LedgerState } from '../budgets/domain/ledger-state.ts';
import type { ChangedDecisionEntity } from './changed-decision.entity.ts';
import { LedgerService } from '../budgets/ledger.service.ts';
import { ChangedDecisionWriter } from './changed-decision-writer.service.ts';
import type { ListSubject } from './college-list.entity.ts';
import type { DecidedLine } from './decided-line.ts';
import type { DecisionEntity } from './decision.entity.ts';
import { DecisionWriter } from './decision-writer.service.ts';
import { DecisionsService } from './decisions.service.ts';
import type { DecisionBasis } from './domain/decision-basis.ts';
import { ProposalInputs, type ProposalResult, type ProposalUse } from './proposal-inputs.service.ts';
import { WaitingInputs } from './waiting-inputs.service.ts';

/** A decision, or a change of one, that was written. */
export type Written = Pick<DecisionEntity | ChangedDecisionEntity, 'id' | 'letterId'>;

/** What differs between a list of applications and a list of who can get what came free; all else is the same. */
@Injectable()
export class ListSubjects {
  readonly #inputs: ProposalInputs;
  readonly #waiting: WaitingInputs;
  readonly #writer: DecisionWriter;
  readonly #changes: ChangedDecisionWriter;
  readonly #decisions: DecisionsService;
  readonly #ledger: LedgerService;

  constructor(
    inputs: ProposalInputs,
    waiting: WaitingInputs,
    writer: DecisionWriter,
    changes: ChangedDecisionWriter,
    decisions: DecisionsService,
    ledger: LedgerService,
  ) {
    this.#inputs = inputs;
    this.#waiting = waiting;
    this.#writer = writer;
    this.#changes = changes;
    this.#decisions = decisions;
    this.#ledger = ledger;
  }

  /** As `ProposalInputs.proposals` or `WaitingInputs.proposals`. */
  proposals(
    subject: ListSubject,
    manager: EntityManager,
    actor: Actor,
    regulationId: string,
    ledger: LedgerState,
    use: ProposalUse = 'propose',
    only: string | null = null,
  ): Promise<ProposalResult> {
    const inputs = subject === 'applications' ? this.#inputs : this.#waiting;
    return inputs.proposals(manager, actor, regulationId, ledger, use, only);
  }

  /** Locks budgets, and the grants of which the money is moved when this is decided. */
  async lock(
    subject: ListSubject,
    manager: EntityManager,
    budgetIds: readonly string[],
    applicationIds: readonly string[],
  ): Promise<LedgerState> {
    if (subject === 'applications') return this.#ledger.lock(manager, budgetIds);
    const decisions = await this.#decisions.ofAll(manager, applicationIds);
    const grantIds = [...decisions.values()].map(({ id }) => id);
    return this.#ledger.lock(manager, budgetIds, { grantIds });
  }

  async write(
    subject: ListSubject,
    manager: EntityManager,
    actor: Actor,
    lines: readonly DecidedLine[],
    ledger: LedgerState,
    basis: DecisionBasis,
  ): Promise<readonly Written[]> {
    const writer = subject === 'applications' ? this.#writer : this.#changes;
    return writer.write(manager, actor, lines, ledger, basis);
  }
}
