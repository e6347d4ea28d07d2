/** Everything of a case that has a last day. */
export const dueDateKinds = [
  'completion',
  'leaving-untreated',
  'decision',
  'expected',
  'promise',
  'answer-target',
  'contact-target',
  'default-notice',
  'penalty',
  'penalty-decision',
  'penalty-payment',
  'objection',
  'payment',
  'execution-start',
  'execution',
  'declaration',
  'account',
  'settlement',
  'recovery',
] as const;

export type DueDateKind = (typeof dueDateKinds)[number];

/** Who is told of a due date besides whoever handles the case, who is told of all. */
export type Audience = 'applicant' | 'finance' | 'adviser';

export interface KindRule {
  /** What must happen, in Dutch, as the title of an entry. */
  readonly name: string;
  /** Where the term stands. */
  readonly article: string;
  /** Whether the day stays in the list until it is done, because the service knows when that is. */
  readonly chased: boolean;
  readonly audiences: readonly Audience[];
}

const everybody = ['applicant', 'finance'] as const;

/** What the law, or a promise, says of each kind. */
export const kindRules = {
  completion: {
    name: 'De aanvrager vult aan',
    article: 'Awb 4:5, eerste lid',
    chased: false,
    audiences: ['applicant'],
  },
  'leaving-untreated': {
    name: 'Buiten behandeling laten kan nog',
    article: 'Awb 4:5, vierde lid',
    chased: false,
    audiences: [],
  },
  decision: {
    name: 'Beslissen op de aanvraag',
    article: 'Awb 4:13, 4:14 en 4:15',
    chased: true,
    audiences: ['applicant', 'adviser'],
  },
  expected: {
    name: 'Genoemde datum in het bericht van vertraging',
    article: 'Awb 4:14, eerste lid',
    chased: true,
    audiences: ['applicant'],
  },
  promise: {
    name: 'Beloofd antwoord',
    article: 'geen wettelijke termijn',
    chased: true,
    audiences: ['applicant', 'adviser'],
  },
  'answer-target': {
    name: 'Streven: antwoord',
    article: 'geen wettelijke termijn',
    chased: true,
    audiences: ['applicant'],
  },
  'contact-target': {
    name: 'Streven: contact',
    article: 'geen wettelijke termijn',
    chased: false,
    audiences: ['applicant'],
  },
  'default-notice': {
    name: 'Beslissen zonder dwangsom, na de ingebrekestelling',
    article: 'Awb 4:17, derde lid',
    chased: true,
    audiences: everybody,
  },
  penalty: {
    name: 'De dwangsom is op zijn hoogst',
    article: 'Awb 4:17, eerste en tweede lid',
    chased: true,
    audiences: everybody,
  },
  'penalty-decision': {
    name: 'De hoogte van de dwangsom vaststellen',
    article: 'Awb 4:18',
    chased: true,
    audiences: everybody,
  },
  'penalty-payment': {
    name: 'De dwangsom betalen',
    article: 'Awb 4:87',
    chased: false,
    audiences: everybody,
  },
  objection: {
    name: 'Bezwaar maken',
    article: 'Awb 6:7 en 6:8',
    chased: false,
    audiences: ['applicant'],
  },
  payment: { name: 'Betalen', article: 'Awb 4:87', chased: false, audiences: everybody },
  'execution-start': {
    name: 'Het plan begint',
    article: 'Awb 4:37 en de regeling, onderdeel uitvoering',
    chased: false,
    audiences: ['applicant'],
  },
  execution: {
    name: 'Het plan is klaar',
    article: 'Awb 4:37 en de regeling, onderdeel uitvoering',
    chased: false,
    audiences: ['applicant'],
  },
  declaration: {
    name: 'Kosten declareren',
    article: 'de regeling, onderdeel betaling',
    chased: false,
    audiences: everybody,
  },
  account: {
    name: 'Verantwoorden',
    article: 'Awb 4:45 en de regeling, onderdeel vaststelling',
    chased: false,
    audiences: everybody,
  },
  settlement: {
    name: 'Ambtshalve vaststellen',
    article: 'Awb 4:47 en de regeling, onderdeel vaststelling',
    chased: false,
    audiences: everybody,
  },
  recovery: {
    name: 'Terugvorderen kan nog',
    article: 'Awb 4:57, vierde lid',
    chased: false,
    audiences: ['finance'],
  },
} as const satisfies Record<DueDateKind, KindRule>;

/** The rule of a kind, seen as the general type. */
export function ruleOf(kind: DueDateKind): KindRule {
  return kindRules[kind];
}
