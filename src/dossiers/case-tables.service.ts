import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDate, formatDutchDate } from '../kernel/calendar-date.ts';
import { formatEuros } from '../kernel/money.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { addressLines } from '../applications/domain/case-facts.ts';
import { dutchStatus } from '../applications/domain/lifecycle.ts';
import { Forwardings } from '../applications/forwardings.service.ts';
import { Mergers } from '../applications/mergers.service.ts';
import type { Visible } from '../applications/visible-applications.service.ts';
import type { CaseView } from '../identity/domain/case-view.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import type { DossierTable } from './domain/dossier.ts';
import { eventNames } from './domain/dossier-words.ts';

/** More steps than the timeline of any case has. */
const most = 10_000;

const dateText = (on: CalendarDate | null): string => (on === null ? '' : formatDutchDate(on));

/** The application, what happened to it, and what was changed of it before the decision, as tables. */
@Injectable()
export class CaseTables {
  readonly #applications: ApplicationsService;
  readonly #mergers: Mergers;
  readonly #forwardings: Forwardings;
  readonly #regulations: RegulationsService;

  constructor(
    applications: ApplicationsService,
    mergers: Mergers,
    forwardings: Forwardings,
    regulations: RegulationsService,
  ) {
    this.#applications = applications;
    this.#mergers = mergers;
    this.#forwardings = forwardings;
    this.#regulations = regulations;
  }

  async of(manager: EntityManager, visible: Visible, view: CaseView): Promise<DossierTable[]> {
    const { application, kern } = visible;
    const { document } = await this.#regulations.version(manager, application.regulationVersionId);
    return [
      applicationTable(visible, document.title, kern.name, view),
      await this.#timeline(manager, application.id, view),
      await this.#changesTable(manager, application.id, view),
    ];
  }

  async #timeline(manager: EntityManager, id: string, view: CaseView): Promise<DossierTable> {
    const events = await this.#applications.timeline(manager, id, { afterId: null, limit: most });
    const named = view.has('people');
    return {
      part: 'timeline',
      columns: ['Telt op', 'Wat', ...(named ? ['Wie'] : []), 'Vastgelegd'],
      rows: events.map(({ kind, countsOn, actorName, recordedAt }) => [
        ...[dateText(countsOn), eventNames[kind], ...(named ? [actorName] : [])],
        recordedAt.toISOString(),
      ]),
    };
  }

  async #changesTable(manager: EntityManager, id: string, view: CaseView): Promise<DossierTable> {
    const reasons = view.has('motivation');
    const changed = (await this.#applications.changesOf(manager, [id])).get(id) ?? [];
    const changes = changed.flatMap((change) =>
      change.rows
        // Names and addresses are for who sees people; an account number shows its end alone.
        .filter(({ field }) => view.has('people') || !field.startsWith('applicant.'))
        .map(({ label, before, after }) => {
          const what = change.kind === 'correction' ? 'verbeterd' : 'afgesproken';
          return [dateText(change.agreedOn), what, label, before, after, change.reason];
        }),
    );
    const mergers = (await this.#mergers.connectedTo(manager, id)).map((merger) => [
      ...['', 'samengevoegd', 'Aanvraag', merger.endedNumber, merger.continuedNumber, merger.reason ?? ''],
    ]);
    const forwarding = await this.#forwardings.find(manager, id);
    const forwarded =
      forwarding === null
        ? []
        : [
            [
              ...[dateText(forwarding.forwardedOn), 'doorgezonden', 'Bestuursorgaan', ''],
              ...[forwarding.bodyName, forwarding.reason],
            ],
          ];
    const rows = [...changes, ...mergers, ...forwarded];
    return {
      part: 'changes',
      columns: ['Dag', 'Wat', 'Gegeven', 'Was', 'Is', ...(reasons ? ['Waarom'] : [])],
      rows: reasons ? rows : rows.map((row) => row.slice(0, -1)),
    };
  }
}

function applicationTable(
  { application }: Visible,
  regulationTitle: string,
  kernName: string,
  view: CaseView,
): DossierTable {
  const { applicant, costs, particulars } = application;
  const people = [
    ['Adres', addressLines(applicant).join(', ')],
    ['E-mail', applicant.email ?? ''],
    ['Telefoon', applicant.phone ?? ''],
    ['Handelsregister', applicant.kvkNumber ?? ''],
    ['Contactpersoon', applicant.contactPerson ?? ''],
    ['Draagvlak', application.support ?? ''],
    ['Behandelaar', application.assigneeName ?? ''],
  ];
  const plan = [
    ['Omschrijving', application.description],
    ['Eerste dag', dateText(application.activityStartsOn)],
    ['Laatste dag', dateText(application.activityEndsOn)],
    ...costs.map(({ description, amountCents }) => [`Kosten: ${description}`, formatEuros(amountCents)]),
    ['Wat de regeling verder vraagt', particulars === undefined ? '' : JSON.stringify(particulars)],
  ];
  return {
    part: 'application',
    columns: ['Gegeven', 'Waarde'],
    rows: [
      ['Zaaknummer', application.number ?? ''],
      ['Regeling', regulationTitle],
      ['Kern', kernName],
      ['Stand', dutchStatus(application.status)],
      ['Plan', application.title],
      ['Gevraagd bedrag', formatEuros(application.requestedCents)],
      ['Ontvangen op', dateText(application.receivedOn)],
      ['Compleet op', dateText(application.completedOn)],
      ...(view.has('people') || view.has('payment') ? [['Aanvrager', applicant.name]] : []),
      ...(view.has('payment') ? [['Rekeningnummer eindigt op', application.ibanLastFour ?? '']] : []),
      ...(view.has('plan') ? plan : []),
      ...(view.has('people') ? people : []),
    ],
  };
}
