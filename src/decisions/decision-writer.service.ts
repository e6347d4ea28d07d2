import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { budgetIn, limitIdsFor, type LedgerState, limitsFor } from '../budgets/domain/ledger-state.ts';
import type { Posting } from '../budgets/domain/posting.ts';
import { LedgerService } from '../budgets/ledger.service.ts';
import type { LetterEntity } from '../letters/letter.entity.ts';
import type { CollegeListEntity } from './college-list.entity.ts';
import { CollegeListsService } from './college-lists.service.ts';
import type { DecisionEntity } from './decision.entity.ts';
import { DecisionsService, type NewDecision } from './decisions.service.ts';
import { DecisionLetters } from './decision-letters.service.ts';
import type { ResolvedLine } from './domain/resolution.ts';
import type { DecidedLine, Resolution } from './decided-line.ts';

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
  readonly #lists: CollegeListsService;
  readonly #decisions: DecisionsService;

  constructor(
    applications: ApplicationsService,
    ledger: LedgerService,
    letters: DecisionLetters,
    audit: AuditLog,
    lists: CollegeListsService,
    decisions: DecisionsService,
  ) {
    this.#applications = applications;
    this.#ledger = ledger;
    this.#letters = letters;
    this.#audit = audit;
    this.#lists = lists;
    this.#decisions = decisions;
  }

  async write(
    manager: EntityManager,
    actor: Actor,
    list: CollegeListEntity,
    lines: readonly DecidedLine[],
    ledger: LedgerState,
    resolution: Resolution,
  ): Promise<void> {
    const decided = lines.filter((line): line is Decided => line.resolved !== null);
    const letters = await this.#letters.compose(manager, decided, resolution);
    const decisions = this.#decisions.add(
      manager,
      decided.map((line) => decisionOf(list, line, ledger, letterOf(letters, line), actor, resolution)),
    );
    this.#commit(manager, actor, decided, decisions, ledger);
    for (const { application } of decided) {
      await this.#applications.take(manager, application, [
        { event: 'decide', actor, countsOn: resolution.date, by: 'college van burgemeester en wethouders' },
      ]);
    }
    await this.#lists.close(manager, actor, list, lines, resolution);
    this.#audit.recordAll(
      manager,
      actor,
      decisions.map((decision) => ({
        action: 'resolution:register',
        subjectKind: 'decision' as const,
        subjectId: decision.id,
        caseId: decision.applicationId,
        detail: { listId: list.id, kind: decision.kind, grantedCents: decision.grantedCents },
      })),
    );
  }

  #commit(
    manager: EntityManager,
    actor: Actor,
    decided: readonly Decided[],
    decisions: readonly DecisionEntity[],
    ledger: LedgerState,
  ): void {
    const plans = new Map(decided.map(({ application }) => [application.id, application.particulars ?? {}]));
    const postings = decisions
      .filter((decision) => decision.grantedCents > 0)
      .map((decision): Posting => ({
        budgetId: decision.budgetId,
        movement: 'commit',
        amountCents: decision.grantedCents,
        grantId: decision.id,
        limitIds: limitIdsFor(
          ledger,
          budgetIn(ledger, decision.budgetId),
          plans.get(decision.applicationId) ?? {},
        ),
        reference: decision.resolutionNumber,
        reason: null,
        actorSubject: actor.subject,
        countsOn: decision.decidedOn,
      }));
    this.#ledger.post(manager, ledger, postings);
  }
}

/** A decision with what it rests on, for the budget and with the letter that belong to it. */
function decisionOf(
  list: CollegeListEntity,
  line: Decided,
  ledger: LedgerState,
  letter: LetterEntity,
  actor: Actor,
  resolution: Resolution,
): NewDecision {
  const { application, resolved, place } = line;
  const budget = present(place.budget, 'what is on a list has a budget');
  const limitIds = limitIdsFor(ledger, budget, application.particulars ?? {});
  return {
    applicationId: application.id,
    kind: resolved.kind,
    grantedCents: resolved.grantedCents,
    budgetId: budget.id,
    listId: list.id,
    resolutionNumber: resolution.number,
    decidedOn: resolution.date,
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
    },
    changeReason: resolved.changeReason,
    letterId: letter.id,
    registeredBy: actor.subject,
  };
}

function letterOf(letters: ReadonlyMap<string, LetterEntity>, { application }: Decided): LetterEntity {
  return present(letters.get(application.id), 'each decision has a letter');
}
