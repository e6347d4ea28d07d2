import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDate, formatDutchDate } from '../kernel/calendar-date.ts';
import { formatEuros } from '../kernel/money.ts';
import type { OlderThanChange } from '../assessment/domain/older-than-change.ts';
import { CaseWays } from '../assessment/case-ways.service.ts';
import { FindingsService } from '../assessment/findings.service.ts';
import { StepListResponse } from '../assessment/step.response.ts';
import type { Visible } from '../applications/visible-applications.service.ts';
import { LedgerEntryEntity } from '../budgets/ledger-entry.entity.ts';
import type { ChangedDecisionEntity } from '../decisions/changed-decision.entity.ts';
import { ChangedDecisions } from '../decisions/changed-decisions.service.ts';
import { DecisionsService } from '../decisions/decisions.service.ts';
import type { DecisionEntity } from '../decisions/decision.entity.ts';
import type { CaseView } from '../identity/domain/case-view.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { WayChecks } from '../ways/way-checks.service.ts';
import type { DossierTable } from './domain/dossier.ts';
import { changeNames, decisionNames, outcomeNames } from './domain/dossier-words.ts';

const dateText = (on: CalendarDate | null): string => (on === null ? '' : formatDutchDate(on));

/** What was found, done and decided, and what was booked for it, as tables. */
@Injectable()
export class HandlingTables {
  readonly #findings: FindingsService;
  readonly #ways: CaseWays;
  readonly #checks: WayChecks;
  readonly #decisions: DecisionsService;
  readonly #changed: ChangedDecisions;
  readonly #regulations: RegulationsService;

  constructor(
    findings: FindingsService,
    ways: CaseWays,
    checks: WayChecks,
    decisions: DecisionsService,
    changed: ChangedDecisions,
    regulations: RegulationsService,
  ) {
    this.#findings = findings;
    this.#ways = ways;
    this.#checks = checks;
    this.#decisions = decisions;
    this.#changed = changed;
    this.#regulations = regulations;
  }

  async of(manager: EntityManager, visible: Visible, view: CaseView): Promise<DossierTable[]> {
    const decision = await this.#decisions.findOf(manager, visible.application.id);
    return [
      await this.#findingsTable(manager, visible),
      await this.#stepsTable(manager, visible, view),
      decisionTable(decision, await this.#changed.of(manager, visible.application.id), view),
      await this.#ledgerTable(manager, decision),
    ];
  }

  async #findingsTable(manager: EntityManager, { application }: Visible): Promise<DossierTable> {
    const { document } = await this.#regulations.version(manager, application.regulationVersionId);
    const { findings } = await this.#findings.assessed(manager, application, document);
    return {
      part: 'findings',
      columns: ['Voorwaarde', 'Waar die staat', 'Uitkomst', 'Waarom', 'Daarna veranderd'],
      rows: findings.map((finding) => [
        ...[finding.statement, finding.basis, outcomeNames[finding.outcome], finding.reason],
        changedText(finding.olderThanChange),
      ]),
    };
  }

  async #stepsTable(
    manager: EntityManager,
    { application, kern }: Visible,
    view: CaseView,
  ): Promise<DossierTable> {
    const bodyName = await this.#checks.bodyNames(manager, [kern.code]);
    const onItsWay = await this.#ways.read(manager, application);
    const { steps } = StepListResponse.of(application.version, onItsWay, view, bodyName);
    return {
      part: 'steps',
      columns: ['Stap', 'Wie', 'Gedaan op', 'Wat eruit kwam', 'Vastgelegd door', 'Daarna veranderd'],
      rows: steps.map(({ title, who, doneOn, report, doneByName, olderThanCorrection }) => [
        ...[title, who, dateText(doneOn), report ?? '', doneByName ?? ''],
        changedText(olderThanCorrection),
      ]),
    };
  }

  async #ledgerTable(manager: EntityManager, decision: DecisionEntity | null): Promise<DossierTable> {
    const entries =
      decision === null
        ? []
        : await manager.find(LedgerEntryEntity, { where: { grantId: decision.id }, order: { id: 'ASC' } });
    return {
      part: 'ledger',
      columns: ['Telt op', 'Boeking', 'Bedrag', 'Van', 'Naar', 'Kenmerk', 'Vastgelegd'],
      rows: entries.map(
        ({ countsOn, movement, amountCents, creditAccount, debitAccount, id, recordedAt }) => [
          ...[dateText(countsOn), movement, formatEuros(amountCents), creditAccount, debitAccount],
          ...[id, recordedAt.toISOString()],
        ],
      ),
    };
  }
}

/** That something was found before the application was changed, and what was changed since. */
function changedText(older: OlderThanChange | null | undefined): string {
  return older ? `op ${dateText(older.correctedOn)}: ${older.what.join(', ')}` : '';
}

/** What was decided later about the same grant. */
function laterRows(changed: readonly ChangedDecisionEntity[], view: CaseView): string[][] {
  return changed.flatMap(({ kind, grantedCents, decidedOn, resolutionNumber, reasons }) => [
    [`${changeNames[kind]} op ${dateText(decidedOn)} (${resolutionNumber})`, formatEuros(grantedCents)],
    ...(view.has('motivation') ? reasons.map(({ statement, reason }) => [statement, reason]) : []),
  ]);
}

function decisionTable(
  decision: DecisionEntity | null,
  changed: readonly ChangedDecisionEntity[],
  view: CaseView,
): DossierTable {
  const columns = ['Gegeven', 'Waarde'];
  if (decision === null) return { part: 'decision', columns, rows: [] };
  const { kind, grantedCents, decidedOn, resolutionNumber, computation, reasons, changeReason } = decision;
  return {
    part: 'decision',
    columns,
    rows: [
      ['Besluit', decisionNames[kind]],
      ['Toegekend', formatEuros(grantedCents)],
      ['Besloten op', dateText(decidedOn)],
      [decision.mandateId === null ? 'Collegebesluit' : 'Mandaat', resolutionNumber],
      ...computation.map(({ label, amountCents }) => [`Berekening: ${label}`, formatEuros(amountCents)]),
      ...(view.has('motivation')
        ? [
            ...reasons.map(({ statement, outcome, reason }) => [
              `${statement} (${outcomeNames[outcome]})`,
              reason,
            ]),
            ['Waarom anders dan voorgesteld', changeReason ?? ''],
          ]
        : []),
      ...laterRows(changed, view),
    ],
  };
}
