import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { Clock } from '../kernel/clock.ts';
import { cents, zeroCents } from '../kernel/money.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { budgetIn, type LedgerState } from '../budgets/domain/ledger-state.ts';
import { movementIn } from '../budgets/domain/movement.ts';
import { LedgerService } from '../budgets/ledger.service.ts';
import type { ChangedDecisionEntity } from '../decisions/changed-decision.entity.ts';
import { ChangedDecisions } from '../decisions/changed-decisions.service.ts';
import type { DecisionEntity } from '../decisions/decision.entity.ts';
import type { DecisionBasis } from '../decisions/domain/decision-basis.ts';
import {
  type AskedReduction,
  reductionFault,
  remainingCents,
  type StandingGrant,
} from './domain/grant-change.ts';
import { grantsProblem } from './domain/grants.problems.ts';
import { type AskedResolution, GrantChangeBasis } from './grant-change-basis.service.ts';
import { type EarlierLetter, ReductionLetters } from './reduction-letters.service.ts';

/** A grant with everything that was locked for it. */
export interface HeldGrant {
  readonly application: ApplicationEntity;
  readonly decision: DecisionEntity;
  readonly ledger: LedgerState;
}

/** Makes grants smaller: the decision, the money that comes free and the letter, together or not at all. */
@Injectable()
export class GrantChanges {
  readonly #changes: ChangedDecisions;
  readonly #basis: GrantChangeBasis;
  readonly #letters: ReductionLetters;
  readonly #ledger: LedgerService;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    changes: ChangedDecisions,
    basis: GrantChangeBasis,
    letters: ReductionLetters,
    ledger: LedgerService,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#changes = changes;
    this.#basis = basis;
    this.#letters = letters;
    this.#ledger = ledger;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * @param resolution of the college; null decides under the mandate of the caller
   * @throws DomainError of `domain/grants.problems.ts`, as `GrantChangeBasis.of`, or `not-enough-committed` of the
   *   ledger for what was paid already
   */
  async change(
    manager: EntityManager,
    actor: Actor,
    held: HeldGrant,
    asked: AskedReduction,
    resolution: AskedResolution | null,
  ): Promise<ChangedDecisionEntity> {
    const { application, decision, ledger } = held;
    const latest = (await this.#changes.latestOf(manager, [decision.id])).get(decision.id);
    const earlier = await this.#letters.earlier(manager, latest?.letterId ?? decision.letterId);
    const grant = standing(application, decision, latest, earlier);
    const rules = await this.#basis.rulesOf(manager, application);
    const fault = reductionFault(rules, grant, asked, this.#clock.today());
    if (fault !== null || grant === null) throw grantsProblem(fault ?? 'no-grant');
    const basis = await this.#basis.of(manager, actor, application, asked, resolution);
    const paidCents = paidOf(held);
    const letter = await this.#letters.compose(manager, { application, asked, basis, paidCents }, grant);
    const [change] = this.#changes.add(manager, [
      {
        ...{ applicationId: application.id, decisionId: decision.id, kind: asked.kind },
        ...{ sequence: (latest?.sequence ?? 0) + 1, earlierCents: grant.grantedCents },
        ...{ grantedCents: remainingCents(asked), listId: null, computation: [] },
        mandateId: basis.kind === 'mandate' ? basis.mandateId : null,
        ...{ resolutionNumber: basis.number, decidedOn: basis.date, letterId: letter.id },
        reasons: [reasonOf(asked, basis)],
        snapshot: { budgetVersion: budgetIn(ledger, decision.budgetId).version, paidCents },
        registeredBy: actor.subject,
      },
    ]);
    this.#release(manager, actor, held, grant, asked, basis);
    return this.#noted(manager, actor, present(change, 'one change was made'));
  }

  #release(
    manager: EntityManager,
    actor: Actor,
    { decision, ledger }: HeldGrant,
    grant: StandingGrant,
    asked: AskedReduction,
    { number, date }: DecisionBasis,
  ): void {
    const budget = budgetIn(ledger, decision.budgetId);
    this.#ledger.post(manager, ledger, [
      {
        movement: movementIn('release', ledger.closedYears.has(budget.year)),
        ...{
          budgetId: budget.id,
          grantId: decision.id,
          reference: number,
          reason: releaseReasons[asked.kind],
        },
        amountCents: cents(grant.grantedCents - remainingCents(asked)),
        ...{ actorSubject: actor.subject, countsOn: date },
      },
    ]);
  }

  #noted(manager: EntityManager, actor: Actor, change: ChangedDecisionEntity): ChangedDecisionEntity {
    const { id: changeId, kind, earlierCents, grantedCents, mandateId } = change;
    this.#audit.record(manager, actor, {
      ...{ action: 'grant:change', subjectKind: 'decision', subjectId: change.decisionId },
      caseId: change.applicationId,
      detail: { changeId, kind, earlierCents, grantedCents, mandateId },
    });
    return change;
  }
}

const releaseReasons = {
  withdrawn: 'Verlening ingetrokken',
  lowered: 'Verlening verlaagd',
  fixed: 'Lager vastgesteld',
} as const satisfies Record<AskedReduction['kind'], string>;

function reasonOf(
  { kind, reason }: AskedReduction,
  { number }: DecisionBasis,
): DecisionEntity['reasons'][number] {
  return { criterionCode: kind, statement: releaseReasons[kind], basis: number, reason, outcome: 'not-met' };
}

/** The grant as the last letter told it; null when nothing was announced. */
function standing(
  { status }: ApplicationEntity,
  decision: DecisionEntity,
  latest: Pick<ChangedDecisionEntity, 'kind' | 'grantedCents'> | undefined,
  { sentOn }: EarlierLetter,
): StandingGrant | null {
  if (status !== 'announced' || sentOn === null) return null;
  const { grantedCents } = latest ?? decision;
  return { announcedOn: sentOn, grantedCents, changedBy: latest?.kind ?? null };
}

function paidOf({ decision, ledger }: HeldGrant): StandingGrant['grantedCents'] {
  const grant = ledger.grants.get(decision.id);
  return grant === undefined ? zeroCents : cents(grant.paid + grant.inPayment);
}
