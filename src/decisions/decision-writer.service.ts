import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { limitIdsFor, type LedgerState, limitsFor } from '../budgets/domain/ledger-state.ts';
import type { Posting } from '../budgets/domain/posting.ts';
import { LedgerService } from '../budgets/ledger.service.ts';
import type { LetterEntity } from '../letters/letter.entity.ts';
import type { DecisionEntity } from './decision.entity.ts';
import { DecisionsService, type NewDecision } from './decisions.service.ts';
import { DecisionLetters } from './decision-letters.service.ts';
import { commitmentPosting } from './domain/commitment.ts';
import type { ResolvedLine } from './domain/resolution.ts';
import { auditedDecision, type DecisionBasis, deciderText, storedBasis } from './domain/decision-basis.ts';
import { waitingPlaceOf, waitingUntil } from './domain/waiting-place.ts';
import type { DecidedLine } from './decided-line.ts';

interface Decided extends DecidedLine {
  readonly resolved: ResolvedLine;
}

/** Writes decisions with their commitments, letters and audit entries: together or not at all. */
@Injectable()
export class DecisionWriter {
  readonly #applications: ApplicationsService;
  readonly #ledger: LedgerService;
  readonly #letters: DecisionLetters;
  readonly #audit: AuditLog;
  readonly #decisions: DecisionsService;

  constructor(
    applications: ApplicationsService,
    ledger: LedgerService,
    letters: DecisionLetters,
    audit: AuditLog,
    decisions: DecisionsService,
  ) {
    this.#applications = applications;
    this.#ledger = ledger;
    this.#letters = letters;
    this.#audit = audit;
    this.#decisions = decisions;
  }

  async write(
    manager: EntityManager,
    actor: Actor,
    lines: readonly DecidedLine[],
    ledger: LedgerState,
    basis: DecisionBasis,
  ): Promise<DecisionEntity[]> {
    const decided = lines.filter((line): line is Decided => line.resolved !== null);
    const letters = await this.#letters.compose(manager, decided, basis, new Map());
    const decisions = this.#decisions.add(
      manager,
      decided.map((line) => decisionOf(line, ledger, letterOf(letters, line), actor, basis)),
    );
    this.#ledger.post(manager, ledger, commitmentsOf(decided, decisions, ledger, actor, basis));
    for (const { application } of decided) {
      await this.#applications.take(manager, application, [
        { event: 'decide', actor, countsOn: basis.date, by: deciderText(basis) },
      ]);
    }
    this.#audit.recordAll(
      manager,
      actor,
      decisions.map(({ id: decisionId, applicationId, kind, grantedCents }) =>
        auditedDecision(basis, { decisionId, applicationId }, { kind, grantedCents }),
      ),
    );
    return decisions;
  }
}

/** What is promised: every decision that gives money has its commitment. */
function commitmentsOf(
  decided: readonly Decided[],
  decisions: readonly DecisionEntity[],
  ledger: LedgerState,
  actor: Actor,
  basis: DecisionBasis,
): Posting[] {
  const lines = new Map(decided.map((line) => [line.application.id, line]));
  return decisions
    .filter(({ grantedCents }) => grantedCents > 0)
    .map(({ id, budgetId, grantedCents, applicationId }) => {
      const { application, holdId } = present(lines.get(applicationId), 'each decision is of a line');
      const plan = application.particulars ?? {};
      const commitment = { grantId: id, budgetId, amountCents: grantedCents, plan, holdId };
      return commitmentPosting(commitment, ledger, actor.subject, basis);
    });
}

/** A decision with what it rests on, for the budget and with the letter that belong to it. */
function decisionOf(
  line: Decided,
  ledger: LedgerState,
  letter: LetterEntity,
  actor: Actor,
  basis: DecisionBasis,
): NewDecision {
  const { application, resolved, place, holdId } = line;
  const budget = present(place.budget, 'what is on a list has a budget');
  const limitIds = limitIdsFor(ledger, budget, application.particulars ?? {});
  return {
    applicationId: application.id,
    kind: resolved.kind,
    grantedCents: resolved.grantedCents,
    budgetId: budget.id,
    ...storedBasis(basis),
    reasons: resolved.proposal.reasons,
    computation: resolved.proposal.computation,
    snapshot: {
      budgetVersion: budget.version,
      availableCents: budget.available,
      limits: limitsFor(ledger, budget, limitIds).map(
        ({ id, kind, code, version, limitCents, usedCents }) => ({
          ...{ id, kind, code, version, limitCents, usedCents },
        }),
      ),
      order: resolved.proposal.order,
      ...(holdId !== undefined && { holdId }),
    },
    changeReason: resolved.changeReason,
    ...waitingOf(line, basis),
    letterId: letter.id,
    registeredBy: actor.subject,
  };
}

/** The place on the waiting list, where the regulation has one and the money was gone. */
function waitingOf(
  { divided, resolved }: Decided,
  { date }: DecisionBasis,
): Pick<NewDecision, 'waiting' | 'waitingUntil'> {
  const none = { waiting: null, waitingUntil: null };
  if (divided === null) return none;
  const waitingUntilDay = waitingUntil(divided.document, date);
  const waiting = waitingPlaceOf(divided.document, { facts: divided.facts, ...resolved });
  return waitingUntilDay === null || waiting === null ? none : { waiting, waitingUntil: waitingUntilDay };
}

function letterOf(letters: ReadonlyMap<string, LetterEntity>, { application }: Decided): LetterEntity {
  return present(letters.get(application.id), 'each decision has a letter');
}
