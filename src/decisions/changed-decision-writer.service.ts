import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { LedgerState } from '../budgets/domain/ledger-state.ts';
import type { Posting } from '../budgets/domain/posting.ts';
import { LedgerService } from '../budgets/ledger.service.ts';
import type { ChangedDecisionEntity } from './changed-decision.entity.ts';
import { ChangedDecisions, type NewChange } from './changed-decisions.service.ts';
import type { DecidedLine } from './decided-line.ts';
import type { DecisionEntity } from './decision.entity.ts';
import { DecisionLetters } from './decision-letters.service.ts';
import { DecisionsService } from './decisions.service.ts';
import { commitmentPosting } from './domain/commitment.ts';
import { addedCents } from './domain/deviation.ts';
import { auditedDecision, type DecisionBasis, storedBasis } from './domain/decision-basis.ts';
import type { ResolvedLine } from './domain/resolution.ts';

interface Changed extends DecidedLine {
  readonly resolved: ResolvedLine;
  readonly decision: DecisionEntity;
  readonly latest: Pick<ChangedDecisionEntity, 'sequence' | 'letterId'> | undefined;
}

/** Writes changes of decisions in favour, with their commitments, letters and audit entries: together or not at all. */
@Injectable()
export class ChangedDecisionWriter {
  readonly #decisions: DecisionsService;
  readonly #changes: ChangedDecisions;
  readonly #ledger: LedgerService;
  readonly #letters: DecisionLetters;
  readonly #audit: AuditLog;

  constructor(
    decisions: DecisionsService,
    changes: ChangedDecisions,
    ledger: LedgerService,
    letters: DecisionLetters,
    audit: AuditLog,
  ) {
    this.#decisions = decisions;
    this.#changes = changes;
    this.#ledger = ledger;
    this.#letters = letters;
    this.#audit = audit;
  }

  /** @param ledger the budgets, with the grants that are changed, as they were read under lock */
  async write(
    manager: EntityManager,
    actor: Actor,
    lines: readonly DecidedLine[],
    ledger: LedgerState,
    basis: DecisionBasis,
  ): Promise<ChangedDecisionEntity[]> {
    const changed = await this.#changed(manager, lines);
    const replaced = new Map(
      changed.map(({ application, decision, latest }) => [
        application.id,
        latest?.letterId ?? decision.letterId,
      ]),
    );
    const letters = await this.#letters.compose(manager, changed, basis, replaced);
    const changes = this.#changes.add(
      manager,
      changed.map((line) => ({
        ...changeOf(line, ledger, basis),
        letterId: present(letters.get(line.application.id), 'each change has a letter').id,
        registeredBy: actor.subject,
      })),
    );
    this.#ledger.post(
      manager,
      ledger,
      changed.map((line) => postingOf(line, ledger, actor, basis)),
    );
    this.#audit.recordAll(
      manager,
      actor,
      changes.map(({ id: changeId, decisionId, applicationId, kind, earlierCents, grantedCents }) =>
        auditedDecision(basis, { decisionId, applicationId }, { changeId, kind, earlierCents, grantedCents }),
      ),
    );
    return changes;
  }

  async #changed(manager: EntityManager, lines: readonly DecidedLine[]): Promise<Changed[]> {
    const ids = lines.map(({ application }) => application.id);
    const decisions = await this.#decisions.ofAll(manager, ids);
    const latest = await this.#changes.latestOf(
      manager,
      [...decisions.values()].map(({ id }) => id),
    );
    return lines.flatMap((line) => {
      const { resolved } = line;
      if (resolved === null) return [];
      const decision = present(decisions.get(line.application.id), 'who waits was decided on');
      return [{ ...line, resolved, decision, latest: latest.get(decision.id) }];
    });
  }
}

function changeOf(
  { application, resolved, place, decision, latest, holdId }: Changed,
  ledger: LedgerState,
  basis: DecisionBasis,
): Omit<NewChange, 'letterId' | 'registeredBy'> {
  const budget = present(place.budget, 'who waits has a budget');
  const { grantedCents, proposal, changeReason } = resolved;
  const otherwise = {
    criterionCode: 'otherwise',
    statement: 'Het besluit wijkt af van de berekening.',
    basis: basis.number,
    outcome: 'met',
  } as const;
  return {
    ...{ applicationId: application.id, decisionId: decision.id, kind: 'in-favour', grantedCents },
    sequence: (latest?.sequence ?? 0) + 1,
    earlierCents: present(proposal.earlierCents, 'a change starts from what was granted'),
    ...storedBasis(basis),
    reasons: [
      ...proposal.reasons,
      ...(changeReason === null ? [] : [{ ...otherwise, reason: changeReason }]),
    ],
    computation: proposal.computation,
    snapshot: {
      ...{ budgetVersion: budget.version, availableCents: budget.available, order: proposal.order },
      limits: place.limitIds.flatMap((id) => ledger.limits.get(id) ?? []),
      ...(holdId !== undefined && { holdId }),
    },
  };
}

/** What is added is committed for the same grant; who was refused has none yet. */
function postingOf(
  { application, resolved, decision, holdId }: Changed,
  ledger: LedgerState,
  actor: Actor,
  basis: DecisionBasis,
): Posting {
  const amountCents = addedCents(resolved.proposal, resolved.grantedCents);
  const { id: grantId, budgetId } = decision;
  const plan = application.particulars ?? {};
  return commitmentPosting({ grantId, budgetId, amountCents, plan, holdId }, ledger, actor.subject, basis);
}
