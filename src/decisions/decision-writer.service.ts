import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { BudgetEntity } from '../budgets/budget.entity.ts';
import { LedgerService, type Posting } from '../budgets/ledger.service.ts';
import type { LetterEntity } from '../letters/letter.entity.ts';
import { CollegeListEntity } from './college-list.entity.ts';
import { CollegeListLineEntity } from './college-list-line.entity.ts';
import { DecisionEntity } from './decision.entity.ts';
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
  readonly #clock: Clock;

  constructor(
    applications: ApplicationsService,
    ledger: LedgerService,
    letters: DecisionLetters,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#applications = applications;
    this.#ledger = ledger;
    this.#letters = letters;
    this.#audit = audit;
    this.#clock = clock;
  }

  async write(
    manager: EntityManager,
    actor: Actor,
    list: CollegeListEntity,
    lines: readonly DecidedLine[],
    budgets: readonly BudgetEntity[],
    resolution: Resolution,
  ): Promise<void> {
    const decided = lines.filter((line): line is Decided => line.resolved !== null);
    const letters = await this.#letters.compose(manager, decided, actor, resolution);
    const decisions = decided.map((line) =>
      this.#decision(list, line, budgetOf(budgets, line), letterOf(letters, line), actor, resolution),
    );
    await manager.insert(DecisionEntity, decisions);
    await this.#commit(manager, actor, decisions, budgets);
    for (const { application } of decided) {
      await this.#applications.take(manager, application, [
        { event: 'decide', actor, countsOn: resolution.date },
      ]);
    }
    await this.#closeList(manager, actor, list, lines, resolution);
    await this.#audit.recordAll(
      manager,
      actor,
      decisions.map((decision) => ({
        action: 'resolution:register',
        subjectKind: 'decision' as const,
        subjectId: decision.id,
        detail: { listId: list.id, kind: decision.kind, grantedCents: decision.grantedCents },
      })),
    );
  }

  #decision(
    list: CollegeListEntity,
    { application, resolved }: Decided,
    budget: BudgetEntity,
    letter: LetterEntity,
    actor: Actor,
    resolution: Resolution,
  ): DecisionEntity {
    return Object.assign(new DecisionEntity(), {
      id: newId(),
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
        order: resolved.proposal.order,
        changeReason: resolved.changeReason,
      },
      letterId: letter.id,
      registeredBy: actor.subject,
      registeredAt: this.#clock.now(),
    });
  }

  async #commit(
    manager: EntityManager,
    actor: Actor,
    decisions: readonly DecisionEntity[],
    budgets: readonly BudgetEntity[],
  ): Promise<void> {
    for (const budget of budgets) {
      const postings = decisions
        .filter((decision) => decision.budgetId === budget.id && decision.grantedCents > 0)
        .map((decision): Posting => ({
          budgetId: budget.id,
          movement: 'commit',
          amountCents: decision.grantedCents,
          grantId: decision.id,
          reference: decision.resolutionNumber,
          reason: null,
          actorSubject: actor.subject,
          countsOn: decision.decidedOn,
        }));
      await this.#ledger.post(manager, budget, postings);
    }
  }

  async #closeList(
    manager: EntityManager,
    actor: Actor,
    list: CollegeListEntity,
    lines: readonly DecidedLine[],
    { number, date }: Resolution,
  ): Promise<void> {
    await manager.update(CollegeListEntity, list.id, {
      status: 'resolved',
      version: list.version + 1,
      resolutionNumber: number,
      resolutionDate: date,
      registeredBy: actor.subject,
      registeredAt: this.#clock.now(),
    });
    for (const { line, resolution } of lines) {
      await manager.update(
        CollegeListLineEntity,
        { listId: list.id, applicationId: line.applicationId },
        { resolution },
      );
    }
  }
}

function budgetOf(budgets: readonly BudgetEntity[], { line }: Decided): BudgetEntity {
  const budget = budgets.find((candidate) => candidate.kernId === line.kernId);
  return present(budget, 'the list was made from these budgets');
}

function letterOf(letters: ReadonlyMap<string, LetterEntity>, { application }: Decided): LetterEntity {
  return present(letters.get(application.id), 'each decision has a letter');
}
