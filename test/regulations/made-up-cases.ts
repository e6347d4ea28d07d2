import { cents } from '../../src/kernel/money.ts';
import { activity, type Case, costs, facts } from './case-table.ts';

const own = (euros: number, hours: number, inKindEuros = 0) => ({
  own: { moneyCents: cents(euros * 100), hours, inKindCents: cents(inKindEuros * 100) },
});
const foundation = {
  applicantKind: 'organisation',
  legalForm: 'foundation',
  hasKvkNumber: true,
  nonProfit: true,
} as const;

/** Cases of the regulations that were made up, computed by hand. */
export const madeUpCases: Readonly<Record<string, readonly Case[]>> = {
  'village-fund': [
    {
      name: '120 visitors; hours are half of the own share',
      // Demanded: 25 % of 2,000 + 250 worth of hours = 562.50; half of that, 281.25, is the most for hours.
      facts: facts('2026-02-10', 900, {
        units: 120,
        ...costs(['Tent', 2_000]),
        ...own(320, 90),
      }),
      findings: { 'own-share': 'met', 'in-time': 'met' },
      grantableCents: 75_000,
      // 15 May 2026 is equated with a holiday, and the 16th is a Saturday.
      decideBy: '2026-05-18',
    },
    {
      name: 'with half the money the hours cannot make up for it',
      facts: facts('2026-02-10', 900, { units: 120, ...costs(['Tent', 2_000]), ...own(200, 90) }),
      findings: { 'own-share': 'not-met' },
      grantableCents: 75_000,
    },
    {
      name: 'a crowd is bounded by the maximum, and with others by the costs',
      facts: facts('2026-06-10', 2_000, {
        units: 800,
        otherFundingCents: cents(60_000),
        ...costs(['Podium', 1_800]),
      }),
      findings: { 'own-share': 'needs-judgement' },
      grantableCents: 120_000,
    },
  ],
  'voted-themes': [
    {
      name: 'a small plan gets the flat amount, at most what was asked',
      facts: facts('2026-03-10', 350, { themeCode: 'green', likes: 12, supporters: 20 }),
      findings: { theme: 'met', 'support-shown': 'met' },
      grantableCents: 35_000,
    },
    {
      name: 'a theme that is not there, and too little support either way',
      facts: facts('2026-03-10', 3_000, { themeCode: 'sport', likes: 12, supporters: 14 }),
      findings: { theme: 'not-met', 'support-shown': 'not-met' },
      grantableCents: 300_000,
    },
  ],
  bodies: [
    {
      name: 'a village council gets the amount of its kind',
      facts: facts('2026-01-20', 10_000, { ...foundation, bodyKindCode: 'village' }),
      findings: { 'body-kind': 'met', 'legal-form': 'met' },
      grantableCents: 850_000,
    },
    {
      name: 'another kind of body gets nothing',
      facts: facts('2026-01-20', 10_000, { ...foundation, bodyKindCode: 'sports' }),
      findings: { 'body-kind': 'not-met' },
      grantableCents: 1_000_000,
    },
  ],
  'green-village': [
    {
      // 1,400 + 300 food (60 x 5, below 20 %) + 75 flat; less 100 own; brackets: 750 + 40 % of 675.
      name: 'food by the head, a flat insurance, an own share and two brackets',
      facts: facts('2026-03-02', 2_000, {
        units: 60,
        supportLetters: 3,
        meetingHeld: true,
        kernCodes: ['ingen'],
        ...activity('2026-06-06'),
        ...costs(
          ['Planten', 1_400],
          ['Soep', 500, 'food'],
          ['Polis', 120, 'insurance'],
          ['Uren', 90, 'wages'],
        ),
      }),
      findings: { 'support-shown': 'met', 'lead-time': 'met', 'not-too-early': 'met' },
      grantableCents: 102_000,
    },
    {
      name: 'a small kern has its own track, and the second time is smaller',
      // (1,000 - 100) x 90 % = 810; x 60 % = 486, to 490.
      facts: facts('2026-03-02', 2_000, {
        repeated: true,
        supportLetters: 3,
        kernCodes: ['asch'],
        ...activity('2027-06-06'),
        ...costs(['Planten', 1_000]),
      }),
      findings: { 'support-shown': 'needs-judgement', 'not-too-early': 'not-met' },
      grantableCents: 49_000,
    },
  ],
  lottery: [
    {
      name: 'eight metres count, and the maximum is 300 euros',
      facts: facts('2026-02-10', 500, { units: 11, otherFundingCents: cents(0), kernCodes: ['ingen'] }),
      findings: { 'other-funding': 'met', 'de-minimis': 'met' },
      grantableCents: 30_000,
    },
    {
      name: 'a company must declare its aid, and 1 July is between the rounds',
      facts: facts('2026-07-01', 500, { applicantKind: 'company', units: 2, kernCodes: ['ingen'] }),
      findings: { 'in-time': 'not-met', 'de-minimis': 'needs-judgement' },
      grantableCents: 9_000,
    },
  ],
  'across-borders': [
    {
      name: 'four fifths of the costs less the money of others, for two kernen',
      facts: facts('2026-03-02', 5_000, {
        applicantKind: 'collective',
        members: 6,
        meetingHeld: true,
        otherFundingCents: cents(50_000),
        kernCodes: ['ingen', 'zoelen'],
        ...costs(['Pad', 4_500]),
      }),
      findings: { 'collective-members': 'met', 'support-shown': 'met' },
      grantableCents: 320_000,
    },
    {
      name: 'four people are no collective here',
      facts: facts('2026-03-02', 400, { applicantKind: 'collective', members: 4, ...costs(['Pad', 500]) }),
      findings: { 'collective-members': 'not-met' },
      grantableCents: 40_000,
    },
  ],
};
