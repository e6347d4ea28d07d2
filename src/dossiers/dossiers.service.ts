import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { Mergers } from '../applications/mergers.service.ts';
import { type Visible, VisibleApplications } from '../applications/visible-applications.service.ts';
import type { Action } from '../identity/domain/actions.ts';
import type { Dossier, LeftOut } from './domain/dossier.ts';
import { type DossierPurpose, selectionFor } from './domain/dossier-purpose.ts';
import { safeFileName } from './domain/safe-file-name.ts';
import { DossierCases } from './dossier-cases.service.ts';
import { zipOf } from './dossier-zip.ts';

/** A dossier on its way to who asked for it. */
export interface DossierFile {
  readonly name: string;
  readonly stream: Readable;
}

const actionFor = {
  objection: 'dossier:objection',
  account: 'dossier:account',
  archive: 'dossier:archive',
} as const satisfies Record<DossierPurpose, Action>;

/** Makes the dossier of a case, with what was merged with it, as one file. */
@Injectable()
export class Dossiers {
  readonly #transactions: Transactions;
  readonly #visible: VisibleApplications;
  readonly #mergers: Mergers;
  readonly #cases: DossierCases;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    transactions: Transactions,
    visible: VisibleApplications,
    mergers: Mergers,
    cases: DossierCases,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#transactions = transactions;
    this.#visible = visible;
    this.#mergers = mergers;
    this.#cases = cases;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * Everything is gathered in one transaction, in which it is written down who took it; documents are read as they go
   * out.
   * @throws DomainError `application-not-found` or `not-allowed`
   */
  async make(actor: Actor, applicationId: string, purpose: DossierPurpose): Promise<DossierFile> {
    const dossier = await this.#transactions.run((manager) =>
      this.#gathered(manager, actor, applicationId, purpose),
    );
    const number = dossier.cases[0]?.number ?? '';
    return {
      name: `dossier-${safeFileName(number)}-${selectionFor(purpose).fileWord}.zip`,
      stream: Readable.from(zipOf(dossier)),
    };
  }

  async #gathered(
    manager: EntityManager,
    actor: Actor,
    applicationId: string,
    purpose: DossierPurpose,
  ): Promise<Dossier> {
    const action = actionFor[purpose];
    const visible = await this.#visible.open(manager, actor, action, applicationId);
    const { merged, leftOut } = await this.#merged(manager, actor, action, visible);
    const cases = [];
    for (const each of [visible, ...merged]) cases.push(await this.#cases.of(manager, each, purpose));
    this.#audit.record(manager, actor, {
      ...{ action, subjectKind: 'application', subjectId: applicationId },
      detail: { purpose, mergedIds: merged.map(({ application }) => application.id) },
    });
    const municipalityName = await this.#cases.municipalityName(manager, this.#clock.today());
    return { purpose, municipalityName, madeAt: this.#clock.now(), madeBy: actor.name, cases, leftOut };
  }

  /** What ended in this case, or in what ended in it; what the caller may not see is named and left out. */
  async #merged(
    manager: EntityManager,
    actor: Actor,
    action: Action,
    { application }: Visible,
  ): Promise<{ readonly merged: readonly Visible[]; readonly leftOut: readonly LeftOut[] }> {
    const merged: Visible[] = [];
    const leftOut: LeftOut[] = [];
    const continued = new Set([application.id]);
    const mergers = await this.#mergers.connectedTo(manager, application.id);
    for (const { endedId, continuedId, endedNumber } of mergers.toReversed()) {
      if (!continued.has(continuedId)) continue;
      continued.add(endedId);
      try {
        merged.push(await this.#visible.open(manager, actor, action, endedId));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        const because = 'Zij is vernietigd, of u mag haar niet inzien.';
        leftOut.push({ what: `Samengevoegde aanvraag ${endedNumber}`, because });
      }
    }
    return { merged, leftOut };
  }
}
