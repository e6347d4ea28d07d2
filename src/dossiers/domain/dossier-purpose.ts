import type { CasePart, CaseView } from '../../identity/domain/case-view.ts';
import type { AttachmentKind } from '../../regulations/domain/attachment-kind.ts';

export const dossierPurposes = ['objection', 'account', 'archive'] as const;

/** For whom a dossier is made: who decides on an objection (Awb 7:4), an accountant, or the archive. */
export type DossierPurpose = (typeof dossierPurposes)[number];

export const dossierParts = [
  'application',
  'timeline',
  'changes',
  'deadlines',
  'findings',
  'steps',
  'decision',
  'ledger',
  'correspondence',
  'notes',
  'letters',
  'attachments',
  'audit',
] as const;

/** What a dossier is made of; each is left out as a whole where the purpose does not need it. */
export type DossierPart = (typeof dossierParts)[number];

export const partNames = {
  application: 'De aanvraag',
  timeline: 'Tijdlijn',
  changes: 'Wat is verbeterd, afgesproken of samengevoegd',
  deadlines: 'Termijnen',
  findings: 'Bevindingen per voorwaarde',
  steps: 'Stappen en adviezen',
  decision: 'Het besluit',
  ledger: 'Boekingen',
  correspondence: 'Wat binnenkwam en uitging',
  notes: 'Notities',
  letters: 'Brieven',
  attachments: 'Bijlagen',
  audit: 'Uit het logboek',
} as const satisfies Record<DossierPart, string>;

interface Selection {
  readonly title: string;
  /** What the name of the file says. */
  readonly fileWord: string;
  readonly parts: readonly DossierPart[];
  /** Which personal parts of the case are in the tables. */
  readonly view: readonly CasePart[];
  readonly attachmentKinds: readonly AttachmentKind[] | 'all';
  readonly internalAttachments: boolean;
  /** Whether metadata for an archive goes with it (MDTO). */
  readonly metadata: boolean;
  /** Why the other parts are not there. */
  readonly because: string;
}

const everything: readonly CasePart[] = ['plan', 'people', 'payment', 'motivation'];

/** What goes in for each purpose: no more than it asks for (GDPR, article 5(1)(c)). */
export const selections = {
  objection: {
    title: 'Stukken die op de zaak betrekking hebben (Awb 7:4)',
    fileWord: 'bezwaar',
    parts: dossierParts.filter((part) => part !== 'audit'),
    view: everything,
    attachmentKinds: 'all',
    internalAttachments: false,
    metadata: false,
    because: 'Dit is geen stuk dat op de zaak betrekking heeft.',
  },
  account: {
    title: 'Stukken voor de controle van de besteding',
    fileWord: 'accountant',
    parts: ['application', 'timeline', 'changes', 'decision', 'ledger', 'attachments', 'audit'],
    view: ['plan', 'payment'],
    attachmentKinds: ['budget', 'quote', 'bank-statement'],
    internalAttachments: false,
    metadata: false,
    because: 'Voor de controle van de besteding is dit niet nodig (AVG, artikel 5).',
  },
  archive: {
    title: 'Dossier voor het archief',
    fileWord: 'archief',
    parts: dossierParts,
    view: everything,
    attachmentKinds: 'all',
    internalAttachments: true,
    metadata: true,
    because: 'Dit hoort niet bij het archief.',
  },
} as const satisfies Record<DossierPurpose, Selection>;

export function selectionFor(purpose: DossierPurpose): Selection {
  return selections[purpose];
}

/** The personal parts that the tables of a dossier show. */
export function viewFor(purpose: DossierPurpose): CaseView {
  return new Set(selections[purpose].view);
}
