import { cents } from '../../src/kernel/money.ts';
import type { Case } from './case-table.ts';
import { activity, costs, facts } from './case-table.ts';

const own = (euros: number, hours: number) => ({
  own: { moneyCents: cents(euros * 100), hours, inKindCents: cents(0) },
});
const foundation = {
  applicantKind: 'organisation',
  legalForm: 'foundation',
  hasKvkNumber: true,
  nonProfit: true,
} as const;

/** Cases of the regulations of other municipalities, by the name of their page. */
export const otherCases: Readonly<Record<string, readonly Case[]>> = {
  meierijstad: [
    {
      name: 'more than EUR 2,000 asked',
      facts: facts('2021-04-01', 2_500),
      findings: { 'in-time': 'met' },
      grantableCents: 200_000,
      decideBy: '2021-05-27',
    },
    {
      name: 'a barbecue is judged on what the street does in return',
      facts: facts('2021-04-01', 300, costs(['Barbecue', 300, 'barbecue'])),
      findings: { 'costs-barbecue': 'needs-judgement' },
      grantableCents: 30_000,
    },
  ],
  pekela: [
    {
      name: 'four residents together',
      facts: facts('2024-10-20', 9_000, { applicantKind: 'collective', members: 4, deMinimisDeclared: true }),
      findings: { 'collective-members': 'met', 'de-minimis': 'met', innovative: 'needs-judgement' },
      grantableCents: 900_000,
      decideBy: '2025-02-10',
    },
    {
      name: 'three are no collective',
      facts: facts('2024-10-20', 12_000, { applicantKind: 'collective', members: 3 }),
      findings: { 'collective-members': 'not-met', 'de-minimis': 'needs-judgement' },
      grantableCents: 1_000_000,
    },
    {
      name: '15 December is a Sunday, so Monday is in time',
      facts: facts('2024-12-16', 500, {
        applicantKind: 'organisation',
        legalForm: 'association',
        hasKvkNumber: true,
      }),
      findings: { 'in-time': 'met', 'legal-form': 'met', 'kvk-number': 'met' },
      grantableCents: 50_000,
    },
    {
      name: 'a resident alone',
      facts: facts('2024-11-01', 500),
      findings: { applicant: 'not-met' },
      grantableCents: 50_000,
    },
  ],
  'het-hogeland': [
    {
      name: 'hours cover the own share of ten per cent',
      facts: facts('2021-03-01', 5_000, { ...foundation, ...costs(['Speeltoestel', 5_000]), ...own(0, 60) }),
      findings: { 'legal-form': 'met', 'non-profit': 'met' },
      grantableCents: 500_000,
    },
    {
      name: 'without hours or money a tenth is left to the applicant',
      facts: facts('2021-03-01', 5_000, { ...foundation, ...costs(['Speeltoestel', 5_000]) }),
      findings: { 'legal-form': 'met' },
      grantableCents: 450_000,
    },
    {
      name: 'a cooperation may be excepted by the college',
      facts: facts('2021-03-01', 100, { ...foundation, legalForm: 'cooperation', ...costs(['Hek', 200]) }),
      findings: { 'legal-form': 'needs-judgement' },
      grantableCents: 10_000,
    },
  ],
  lingewaal: [
    {
      name: 'ten residents of the kern, EUR 6,000 asked',
      facts: facts('2018-02-01', 6_000, { coApplicants: 9, supporters: 10, kernCodes: ['heukelum'] }),
      findings: { 'co-applicants': 'met', 'support-shown': 'met', scope: 'met' },
      grantableCents: 500_000,
      decideBy: '2018-03-29',
    },
    {
      name: 'eight others and one kern too many',
      facts: facts('2018-02-01', 600, {
        coApplicants: 8,
        supporters: 12,
        kernCodes: ['heukelum', 'asperen'],
      }),
      findings: { 'co-applicants': 'not-met', scope: 'not-met' },
      grantableCents: 60_000,
    },
  ],
  noordoostpolder: [
    {
      name: 'sixty participants',
      facts: facts('2023-05-01', 1_500, { units: 60 }),
      findings: { applicant: 'met' },
      grantableCents: 100_000,
    },
    {
      name: 'more participants than anybody asked money for',
      facts: facts('2023-05-01', 750, { units: 200 }),
      findings: { applicant: 'met' },
      grantableCents: 75_000,
    },
  ],
  valthermond: [
    {
      name: 'in the first round, decided before 1 April',
      facts: facts('2021-02-28', 2_000),
      findings: { 'in-time': 'met', 'own-share': 'needs-judgement' },
      grantableCents: 200_000,
      decideBy: '2021-03-31',
    },
    {
      name: 'later in the year, from what remains, eight weeks from receipt',
      facts: facts('2021-05-03', 900),
      findings: { 'in-time': 'met' },
      grantableCents: 90_000,
      decideBy: '2021-06-28',
    },
  ],
  veenendaal: [
    {
      name: 'a barbecue gets a flat EUR 100',
      facts: facts('2023-06-01', 250, { activityCode: 'barbecue' }),
      findings: { 'own-share': 'needs-judgement' },
      grantableCents: 10_000,
      // A month: 1 July 2023 is a Saturday.
      decideBy: '2023-07-03',
    },
    {
      name: 'another plan gets what it asks, to EUR 5,000',
      facts: facts('2023-06-01', 7_000),
      findings: { 'in-time': 'met' },
      grantableCents: 500_000,
    },
  ],
  heumen: [
    {
      name: 'a Vonkje eight weeks beforehand',
      facts: facts('2022-04-01', 500, activity('2022-05-27')),
      findings: { 'lead-time': 'met', 'not-started': 'met' },
      grantableCents: 50_000,
      decideBy: '2022-07-01',
    },
    {
      name: 'an Initiatief a day too late',
      facts: facts('2022-04-02', 3_000, activity('2022-05-27')),
      findings: { 'lead-time': 'not-met' },
      grantableCents: 300_000,
    },
  ],
  amersfoort: [
    {
      name: 'no food, and what others give is subtracted',
      facts: facts('2023-03-01', 1_000, {
        ...activity('2023-06-01'),
        ...costs(['Muziek', 800], ['Hapjes', 300, 'food']),
        otherFundingCents: cents(20_000),
        kernCodes: ['kruiskamp'],
      }),
      findings: { 'lead-time': 'met', scope: 'met' },
      grantableCents: 60_000,
    },
    {
      name: 'another quarter',
      facts: facts('2023-03-01', 100, { ...activity('2023-06-01'), kernCodes: ['soesterkwartier'] }),
      findings: { scope: 'not-met' },
      grantableCents: 10_000,
    },
  ],
  'leidschendam-voorburg': [
    {
      name: 'somebody from elsewhere with a plan for the residents',
      facts: facts('2017-02-01', 4_000, { applicantKind: 'non-resident' }),
      findings: { applicant: 'met', 'local-benefit': 'needs-judgement' },
      grantableCents: 400_000,
      decideBy: '2017-03-29',
    },
    {
      name: 'food needs a special reason',
      facts: facts('2017-02-01', 200, costs(['Lunch', 200, 'food'])),
      findings: { 'costs-food': 'needs-judgement' },
      grantableCents: 20_000,
    },
  ],
  waalwijk: [
    {
      name: 'thirty likes suffice',
      facts: facts('2024-05-20', 8_000, { likes: 30 }),
      findings: { 'support-shown': 'met' },
      grantableCents: 800_000,
      decideBy: '2024-10-31',
    },
    {
      name: 'twenty-nine do not',
      facts: facts('2024-06-30', 800, { likes: 29 }),
      findings: { 'support-shown': 'not-met', 'in-time': 'met' },
      grantableCents: 80_000,
    },
  ],
};
