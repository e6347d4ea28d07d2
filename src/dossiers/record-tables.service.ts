import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { formatDutchDate } from '../kernel/calendar-date.ts';
import type { Visible } from '../applications/visible-applications.service.ts';
import { AuditEntryEntity } from '../audit/audit-entry.entity.ts';
import { CaseNotes } from '../correspondence/case-notes.service.ts';
import { CorrespondenceLog } from '../correspondence/correspondence-log.service.ts';
import { dutchNoteKinds } from '../correspondence/domain/note.ts';
import { CaseClocks } from '../deadlines/case-clocks.service.ts';
import { ruleOf } from '../deadlines/domain/due-date-kind.ts';
import { dueDatesOf } from '../deadlines/domain/due-dates.ts';
import type { DossierTable } from './domain/dossier.ts';

/** More than any case has. */
const most = 10_000;

/** The terms of a case, what was said and written about it, and who did what in the service, as tables. */
@Injectable()
export class RecordTables {
  readonly #clocks: CaseClocks;
  readonly #notes: CaseNotes;
  readonly #correspondence: CorrespondenceLog;

  constructor(clocks: CaseClocks, notes: CaseNotes, correspondence: CorrespondenceLog) {
    this.#clocks = clocks;
    this.#notes = notes;
    this.#correspondence = correspondence;
  }

  async of(manager: EntityManager, { application }: Visible): Promise<DossierTable[]> {
    return [
      await this.#deadlinesTable(manager, application),
      await this.#correspondenceTable(manager, application),
      await this.#notesTable(manager, application.id),
      await auditTable(manager, application.id),
    ];
  }

  async #deadlinesTable(manager: EntityManager, application: Visible['application']): Promise<DossierTable> {
    const dueDates = dueDatesOf(await this.#clocks.of(manager, application));
    return {
      part: 'deadlines',
      columns: ['Wat', 'Waar het staat', 'Uiterlijk', 'Gedaan op', 'Hoe het is berekend'],
      rows: dueDates.map(({ kind, lastDay, metOn, steps }) => [
        ...[ruleOf(kind).name, ruleOf(kind).article],
        lastDay === null ? 'staat stil' : formatDutchDate(lastDay),
        metOn === null ? '' : formatDutchDate(metOn),
        steps.map(({ sentence }) => sentence).join(' '),
      ]),
    };
  }

  async #correspondenceTable(
    manager: EntityManager,
    application: Visible['application'],
  ): Promise<DossierTable> {
    const all = await this.#correspondence.of(manager, application);
    const directions = { received: 'binnengekomen', sent: 'uitgegaan', mutual: 'over en weer' } as const;
    return {
      part: 'correspondence',
      columns: ['Dag', 'Richting', 'Hoe', 'Wat', 'Met wie'],
      rows: all.map(({ on, direction, channel, what, who }) => [
        ...[formatDutchDate(on), directions[direction], channel, what, who ?? ''],
      ]),
    };
  }

  async #notesTable(manager: EntityManager, applicationId: string): Promise<DossierTable> {
    const notes = await this.#notes.of(manager, applicationId, { afterId: null, limit: most });
    const corrected = new Map(notes.map(({ id, correctsId }) => [correctsId, id]));
    return {
      part: 'notes',
      columns: ['Dag', 'Soort', 'Met wie', 'Inhoud', 'Door', 'Verbeterd'],
      rows: notes.map(({ id, heldOn, kind, withWhom, content, recordedByName }) => [
        ...[formatDutchDate(heldOn), dutchNoteKinds[kind], withWhom, content, recordedByName],
        corrected.has(id) ? 'ja, door een latere notitie' : '',
      ]),
    };
  }
}

/** Codes, days and identifiers alone; the log holds no personal data of applicants. */
async function auditTable(manager: EntityManager, caseId: string): Promise<DossierTable> {
  const entries = await manager.find(AuditEntryEntity, {
    where: { caseId },
    order: { recordedAt: 'ASC', id: 'ASC' },
    take: most,
  });
  return {
    part: 'audit',
    columns: ['Moment', 'Wie', 'Rollen', 'Wat', 'Uitkomst', 'Gewijzigde gegevens'],
    rows: entries.map(({ recordedAt, actorSubject, actorRoles, action, outcome, changedFields }) => [
      ...[recordedAt.toISOString(), actorSubject, actorRoles.join(' '), action, outcome],
      changedFields.join(' '),
    ]),
  };
}
