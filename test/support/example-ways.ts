import { calendarDate } from '../../src/kernel/calendar-date.ts';
import type { WayContext } from '../../src/ways/domain/lint/place-faults.ts';
import type { Step } from '../../src/ways/domain/step-kinds.ts';
import type { WayDocument } from '../../src/ways/domain/way-document.ts';
import { exampleRegulation } from './example-regulation.ts';

export const exampleCheck = {
  kind: 'check',
  code: 'check',
  title: 'Eerste controle',
  by: 'assessor',
  termDays: 7,
  whenLate: { kind: 'wait' },
} as const satisfies Step;

export const exampleAdvice = {
  kind: 'advice',
  code: 'advice',
  title: 'Advies van het dorp',
  by: 'kernregisseur',
  body: 'council',
  binding: false,
  termDays: 14,
  whenLate: { kind: 'continue' },
} as const satisfies Step;

export const exampleVote = {
  kind: 'vote',
  code: 'vote',
  title: 'Stemming',
  by: 'kernregisseur',
  body: 'residents',
  place: 'both',
  binding: false,
  termDays: 14,
  whenLate: { kind: 'continue' },
} as const satisfies Step;

export const exampleProposal = {
  kind: 'proposal',
  code: 'proposal',
  title: 'Voorstel',
  by: 'kernregisseur',
  termDays: 7,
  whenLate: { kind: 'hand-over', to: 'assessor' },
} as const satisfies Step;

/** A way of nobody in particular: check, advice and proposal in 28 of the 56 days that the example regulation has. */
export const exampleWay = {
  title: 'Advies van het dorp',
  regulationCode: 'example',
  kernCodes: ['here'],
  startsAt: 'window-close',
  decisionDays: 14,
  steps: [exampleCheck, exampleAdvice, exampleProposal],
} as const satisfies WayDocument;

const from = calendarDate('2018-01-01');

/** Two kernen, of which only one has bodies. */
export const exampleContext: WayContext = {
  regulation: exampleRegulation,
  kernen: new Map([
    [
      'here',
      {
        code: 'here',
        name: 'Hier',
        bodies: [
          {
            code: 'council',
            name: 'Dorpsraad Hier',
            kind: 'village-body',
            validFrom: from,
            validUntil: null,
          },
          {
            code: 'residents',
            name: 'de inwoners van Hier',
            kind: 'residents-meeting',
            validFrom: from,
            validUntil: null,
          },
          {
            code: 'former',
            name: 'de oude commissie',
            kind: 'committee',
            validFrom: from,
            validUntil: calendarDate('2018-12-31'),
          },
        ],
      },
    ],
    ['there', { code: 'there', name: 'Daar', bodies: [] }],
  ]),
  on: calendarDate('2019-03-01'),
};
