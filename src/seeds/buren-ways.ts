import type { BodyKind } from '../ways/domain/body.ts';
import type { Step } from '../ways/domain/step-kinds.ts';
import type { WayDocument } from '../ways/domain/way-document.ts';
import { burenKernen } from './buren-municipality.ts';

interface SeededBody {
  readonly code: string;
  readonly name: string;
  readonly kind: BodyKind;
}

/** The bodies of a kern: its residents, and in Zoelen the village organisation that advises. */
export function burenBodies(kernCode: string): readonly SeededBody[] {
  const name = burenKernen[kernCode] ?? kernCode;
  const residents: SeededBody = {
    code: 'inwoners',
    name: `de inwoners van ${name}`,
    kind: 'residents-meeting',
  };
  if (kernCode !== 'zoelen') return [residents];
  return [
    residents,
    { code: 'dorpsorganisatie', name: `de dorpsorganisatie van ${name}`, kind: 'village-body' },
  ];
}

const check = {
  kind: 'check',
  code: 'controle',
  title: 'Eerste controle',
  by: 'assessor',
  about: 'de voorwaarden van het leefbaarheidsbudget',
  termDays: 5,
  whenLate: { kind: 'wait' },
} as const satisfies Step;

const proposal = {
  kind: 'proposal',
  code: 'voorstel',
  title: 'Voorstel aan het college',
  by: 'kernregisseur',
  termDays: 3,
  whenLate: { kind: 'hand-over', to: 'assessor' },
} as const satisfies Step;

/** What a body of the kern does in between: it has two weeks, and nothing waits for it after that. */
const byBody = {
  by: 'kernregisseur',
  binding: false,
  termDays: 14,
  whenLate: { kind: 'continue' },
} as const;

/** After the round has closed, in time for the answer that was promised before 1 July. */
const ordinary = {
  regulationCode: 'leefbaarheidsbudget-2019',
  startsAt: 'window-close',
  decisionDays: 7,
} as const;

/**
 * How the kernen work in 2019: three pilots, each in its own way, and all others by their kernregisseur. That the pilots
 * were in these three kernen is known; what each of them tried out, and the days, are examples.
 */
export const burenWays = {
  'stemming-ingen': {
    ...ordinary,
    title: 'Inwoners van Ingen stemmen',
    kernCodes: ['ingen'],
    steps: [
      check,
      {
        ...byBody,
        kind: 'vote',
        code: 'stemming',
        title: 'Stemming door inwoners',
        body: 'inwoners',
        place: 'both',
        minimumVoters: 10,
      },
      proposal,
    ],
  },
  'advies-zoelen': {
    ...ordinary,
    title: 'De dorpsorganisatie van Zoelen adviseert',
    kernCodes: ['zoelen'],
    steps: [
      check,
      { ...byBody, kind: 'advice', code: 'advies', title: 'Advies van het dorp', body: 'dorpsorganisatie' },
      proposal,
    ],
  },
  'bijeenkomst-ravenswaaij': {
    ...ordinary,
    title: 'Ravenswaaij komt bij elkaar',
    kernCodes: ['ravenswaaij'],
    steps: [
      check,
      {
        ...byBody,
        kind: 'meeting',
        code: 'bijeenkomst',
        title: 'Dorpsbijeenkomst',
        body: 'inwoners',
        minimumPresent: 5,
      },
      proposal,
    ],
  },
  kernregisseur: {
    ...ordinary,
    title: 'De kernregisseur bereidt voor',
    kernCodes: Object.keys(burenKernen).filter((code) => !['ingen', 'zoelen', 'ravenswaaij'].includes(code)),
    steps: [
      check,
      {
        kind: 'conversation',
        code: 'gesprek',
        title: 'Gesprek met de aanvrager',
        by: 'kernregisseur',
        with: 'de aanvrager',
        termDays: 10,
        whenLate: { kind: 'continue' },
      },
      proposal,
    ],
  },
} as const satisfies Readonly<Record<string, WayDocument>>;
