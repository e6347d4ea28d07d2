import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import type { Visible } from '../applications/visible-applications.service.ts';
import { type ApplicationStatus, endedWithoutDecision } from '../applications/domain/lifecycle.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { DecisionEntity } from '../decisions/decision.entity.ts';
import { DecisionsService } from '../decisions/decisions.service.ts';
import { CaseTables } from './case-tables.service.ts';
import type { CaseResult, DossierCase, DossierTable, LeftOut } from './domain/dossier.ts';
import { type DossierPart, dossierParts, type DossierPurpose, partNames } from './domain/dossier-purpose.ts';
import { selectionFor, viewFor } from './domain/dossier-purpose.ts';
import { DossierAttachments } from './dossier-attachments.service.ts';
import { DossierLetters } from './dossier-letters.service.ts';
import { HandlingTables } from './handling-tables.service.ts';
import { RecordTables } from './record-tables.service.ts';

/** Gathers of one case what a dossier for a purpose holds, and says what was left out. */
@Injectable()
export class DossierCases {
  readonly #cases: CaseTables;
  readonly #handling: HandlingTables;
  readonly #records: RecordTables;
  readonly #letters: DossierLetters;
  readonly #attachments: DossierAttachments;
  readonly #decisions: DecisionsService;

  constructor(
    cases: CaseTables,
    handling: HandlingTables,
    records: RecordTables,
    letters: DossierLetters,
    attachments: DossierAttachments,
    decisions: DecisionsService,
  ) {
    this.#cases = cases;
    this.#handling = handling;
    this.#records = records;
    this.#letters = letters;
    this.#attachments = attachments;
    this.#decisions = decisions;
  }

  municipalityName(manager: EntityManager, on: CalendarDate): Promise<string> {
    return this.#letters.municipalityName(manager, on);
  }

  async of(manager: EntityManager, visible: Visible, purpose: DossierPurpose): Promise<DossierCase> {
    const { application } = visible;
    const { parts } = selectionFor(purpose);
    const view = viewFor(purpose);
    const tables = [
      ...(await this.#cases.of(manager, visible, view)),
      ...(await this.#handling.of(manager, visible, view)),
      ...(await this.#records.of(manager, visible)),
    ];
    const found = [
      ...(parts.includes('letters') ? [await this.#letters.of(manager, application.id)] : []),
      ...(parts.includes('attachments')
        ? [await this.#attachments.of(manager, application.id, purpose)]
        : []),
    ];
    const number = present(application.number, 'what was never submitted has no dossier');
    return {
      ...{ number, title: application.title },
      receivedOn: present(application.receivedOn, 'what was submitted was received'),
      result: resultOf(application.status, await this.#decisions.findOf(manager, application.id)),
      tables: inOrder(tables, parts),
      documents: found.flatMap(({ documents }) => documents),
      leftOut: [...found.flatMap(({ leftOut }) => leftOut), ...partsLeftOut(purpose)].map(
        ({ what, because }) => ({
          what: `${number}: ${what}`,
          because,
        }),
      ),
    };
  }
}

/** A case of which the decision was not sent is still open; one that ended without a decision was broken off. */
function resultOf(status: ApplicationStatus, decision: DecisionEntity | null): CaseResult {
  if (endedWithoutDecision(status)) return 'broken-off';
  if (decision === null || status !== 'announced') return 'open';
  if (decision.kind === 'left-untreated') return 'broken-off';
  return decision.grantedCents > 0 ? 'granted' : 'refused';
}

/** The tables of the parts that go in, always in the same order. */
function inOrder(tables: readonly DossierTable[], parts: readonly DossierPart[]): DossierTable[] {
  return parts.flatMap((part) => tables.filter((table) => table.part === part));
}

function partsLeftOut(purpose: DossierPurpose): LeftOut[] {
  const { parts, because } = selectionFor(purpose);
  return dossierParts
    .filter((part) => !parts.includes(part))
    .map((part) => ({ what: partNames[part], because }));
}
