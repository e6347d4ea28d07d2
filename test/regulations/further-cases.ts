import { cents } from '../../src/kernel/money.ts';
import type { ApplicationFacts } from '../../src/regulations/domain/finding.ts';
import { activity, type Case, costs, facts } from './case-table.ts';

const own = (euros: number, hours: number, inKindEuros = 0) => ({
  own: { moneyCents: cents(euros * 100), hours, inKindCents: cents(inKindEuros * 100) },
});
const foundation: Partial<ApplicationFacts> = {
  applicantKind: 'organisation',
  legalForm: 'foundation',
  hasKvkNumber: true,
  nonProfit: true,
};

/** Cases of the further regulations, computed by hand. */
export const furtherCases: Readonly<Record<string, readonly Case[]>> = {
  'three-years': [
    {
      name: 'a plan over a border in the second year, with enough likes',
      facts: facts('2028-03-01', 900, {
        applicantKind: 'collective',
        members: 6,
        likes: 61,
        kernCodes: ['ingen', 'zoelen'],
        ...costs(['Pad', 1_200]),
      }),
      findings: {
        'in-time': 'met',
        'collective-members': 'met',
        'support-shown': 'met',
        'no-weighty-objections': 'needs-judgement',
      },
      grantableCents: 90_000,
      decideBy: '2028-04-26',
    },
    {
      name: 'four people with 49 likes',
      facts: facts('2027-03-01', 900, { applicantKind: 'collective', members: 4, likes: 49 }),
      findings: { 'collective-members': 'not-met', 'support-shown': 'not-met' },
      grantableCents: 90_000,
    },
  ],
  'share-and-most': [
    {
      // Net 3,000: tent 1,500, food 400 to 40 x 5 = 200, hire 800, tools 300 to 75; alcohol out. 2,575 x 60 %.
      name: 'every limit at once, without VAT',
      facts: facts('2027-03-01', 2_000, {
        ...foundation,
        units: 40,
        coApplicants: 4,
        otherFundingCents: cents(50_000),
        ...activity('2027-09-11'),
        costs: [
          { description: 'Tent', amountCents: cents(181_500), vatCents: cents(31_500) },
          { description: 'Soep', amountCents: cents(43_600), vatCents: cents(3_600), category: 'food' },
          { description: 'Zaal', amountCents: cents(80_000), vatCents: cents(0), category: 'hire' },
          { description: 'Zaag', amountCents: cents(36_300), vatCents: cents(6_300), category: 'tools' },
          { description: 'Wijn', amountCents: cents(10_000), vatCents: cents(1_000), category: 'alcohol' },
        ],
        // Demanded: a fifth of 2,575 + 200 in kind + hours h; at most half of that in hours.
        ...own(200, 30, 200),
      }),
      findings: { 'co-applicants': 'met', 'own-share': 'met', 'lead-time': 'met' },
      grantableCents: 154_500,
    },
    {
      name: 'with the money of others never above the costs, and amounts of which the VAT is not told',
      facts: facts('2027-03-01', 2_400, {
        coApplicants: 3,
        otherFundingCents: cents(200_000),
        ...activity('2027-09-11'),
        ...costs(['Bank', 4_000]),
        ...own(100, 0),
      }),
      findings: { 'co-applicants': 'not-met', 'own-share': 'not-met', vat: 'needs-judgement' },
      grantableCents: 200_000,
    },
  ],
  'round-then-rolling': [
    {
      // 6,000 less 500 of others: 2,000 + half of 3,500.
      name: 'in the first round, decided on the day after Liberation Day',
      facts: facts('2027-02-26', 5_000, {
        otherFundingCents: cents(50_000),
        ...activity('2027-06-12'),
        ...costs(['Podium', 6_000]),
      }),
      findings: { 'in-time': 'met', 'lead-time': 'met' },
      grantableCents: 375_000,
      // Wednesday 5 May; 6 May is Ascension Day and 7 May is equated: Monday 10 May.
      decideBy: '2027-05-10',
    },
    {
      name: 'rolling: two months from receipt, to the last day of February',
      facts: facts('2028-12-31', 1_000, { ...activity('2029-02-10'), ...costs(['Podium', 1_000]) }),
      findings: { 'in-time': 'met', 'lead-time': 'not-met' },
      grantableCents: 100_000,
      decideBy: '2029-02-28',
    },
  ],
  'street-feast': [
    {
      name: 'nineteen households, the second time',
      facts: facts('2027-05-01', 100, { units: 19, repeated: true, ...activity('2027-05-11') }),
      findings: { 'lead-time': 'met', 'not-too-early': 'met' },
      grantableCents: 5_000,
    },
    {
      name: 'a day too late, and seven households are too few',
      facts: facts('2027-05-02', 100, { units: 7, ...activity('2027-05-11') }),
      findings: { 'lead-time': 'not-met', amount: 'not-met' },
      grantableCents: 0,
    },
    {
      name: 'more than six months before',
      facts: facts('2027-05-10', 350, { units: 51, ...activity('2027-11-11') }),
      findings: { 'not-too-early': 'not-met' },
      grantableCents: 35_000,
    },
  ],
  redistributed: [
    {
      name: 'somebody from elsewhere, without money of others',
      facts: facts('2027-05-01', 3_500, {
        applicantKind: 'non-resident',
        otherFundingCents: cents(0),
        kernCodes: ['zoelen'],
        ...costs(['Bank', 3_500]),
      }),
      findings: {
        scope: 'met',
        'other-funding': 'met',
        'benefit-of-residents': 'needs-judgement',
        'not-excluded': 'needs-judgement',
      },
      grantableCents: 300_000,
    },
    {
      name: 'below the minimum',
      facts: facts('2027-05-01', 200, {
        otherFundingCents: cents(10_000),
        kernCodes: ['maurik'],
        ...costs(['Bank', 200]),
      }),
      findings: { scope: 'not-met', 'other-funding': 'not-met', amount: 'not-met' },
      grantableCents: 0,
    },
  ],
  'village-meeting': [
    {
      name: 'in the spring round: thirteen weeks after its close, and the Act adds nothing to so long a term',
      facts: facts('2027-04-30', 1_500, {
        themeCode: 'jeugd',
        ...activity('2027-06-01'),
        ...costs(['Doel', 1_500]),
      }),
      findings: { 'in-time': 'met', theme: 'met', 'activity-period': 'met' },
      grantableCents: 150_000,
      decideBy: '2027-07-30',
    },
    {
      name: 'between the rounds, too early in the year',
      facts: facts('2027-06-10', 1_500, {
        themeCode: 'sport',
        ...activity('2027-05-20', '2027-07-01'),
        ...costs(['Doel', 1_500]),
      }),
      findings: { 'in-time': 'not-met', theme: 'not-met', 'activity-period': 'not-met' },
      grantableCents: 150_000,
    },
  ],
  'entitled-bodies': [
    {
      // 31 January 2027 is a Sunday.
      name: 'a village council on the Monday after the last Sunday',
      facts: facts('2027-02-01', 9_000, {
        ...foundation,
        bodyKindCode: 'dorpsraad',
        represented: true,
        authorised: true,
        ...costs(['Jaarplan', 9_000]),
      }),
      findings: { 'in-time': 'met', representation: 'met', 'body-kind': 'met' },
      grantableCents: 850_000,
      // Eight weeks end on Easter Monday.
      decideBy: '2027-03-30',
    },
    {
      name: 'without a number the college may make an exception',
      facts: facts('2027-01-05', 2_000, {
        ...foundation,
        hasKvkNumber: false,
        bodyKindCode: 'cooperatie',
        ...costs(['Jaarplan', 2_000]),
      }),
      findings: { 'kvk-number': 'needs-judgement' },
      grantableCents: 200_000,
    },
  ],
  'same-for-all': [
    {
      // 6,050 - 1,050 VAT - 250 own - 400 others = 4,350; 40 % = 1,740.
      name: 'who gets VAT back, with a sum of one’s own and others',
      facts: facts('2027-03-10', 3_000, {
        applicantKind: 'company',
        hasKvkNumber: true,
        vatRecoverable: true,
        deMinimisDeclared: true,
        otherFundingCents: cents(40_000),
        costs: [{ description: 'Concert', amountCents: cents(605_000), vatCents: cents(105_000) }],
      }),
      findings: { 'size-of-plan': 'met', 'de-minimis': 'met' },
      grantableCents: 174_000,
      decideBy: '2027-07-01',
    },
    {
      // 1,333 - 250 = 1,083; 433.20, to 440 and so below the minimum of 500.
      name: 'rounded up, and still below the minimum',
      facts: facts('2027-03-10', 3_000, { ...foundation, ...costs(['Concert', 1_333]) }),
      findings: { vat: 'needs-judgement', 'de-minimis': 'needs-judgement', amount: 'not-met' },
      grantableCents: 0,
    },
  ],
  'one-street': [
    {
      name: 'a small plan in its own track',
      facts: facts('2027-03-10', 250, { kernCodes: ['ingen'], ...costs(['Bankje', 400]) }),
      findings: { scope: 'needs-judgement' },
      grantableCents: 25_000,
    },
    {
      name: 'an organisation gets three quarters',
      facts: facts('2027-03-10', 1_200, { ...foundation, kernCodes: ['ingen'], ...costs(['Muziek', 1_100]) }),
      findings: { scope: 'needs-judgement' },
      grantableCents: 82_500,
    },
  ],
  drawn: [
    {
      name: 'a step, and with others not above the costs',
      facts: facts('2027-03-10', 900, { otherFundingCents: cents(55_000), ...costs(['Spel', 900]) }),
      findings: { newness: 'needs-judgement' },
      grantableCents: 35_000,
    },
    {
      name: 'below the first step there is nothing',
      facts: facts('2027-03-10', 150, costs(['Spel', 150])),
      findings: { amount: 'not-met' },
      grantableCents: 0,
    },
  ],
};
