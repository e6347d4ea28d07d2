import { describe, expect, it } from '@jest/globals';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import { regulationTemplates } from './templates/regulation-templates.ts';
import { validateDocument } from './validation.ts';

const kernCodes = ['asch', 'beek'];
const faults = (change: object): [string, string][] => {
  const validation = validateDocument({ ...exampleRegulation, ...change }, { kernCodes });
  return validation.kind === 'sound' ? [] : validation.faults.map(({ pointer, code }) => [pointer, code]);
};
const example = exampleRegulation;
const round = { opensOn: '2019-01-01', closesOn: '2019-05-31' };
const shares = (...percentages: number[]) =>
  percentages.map((percentage, index) => ({ code: `s${index}`, label: 'deel', percentage }));

describe('What a regulation cannot say', () => {
  it.each([
    [
      'a minimum above the maximum',
      { amount: { ...example.amount, minimumCents: 5_000, maximumCents: 4_000 } },
      ['/amount/minimumCents', 'minimum-above-maximum'],
    ],
    [
      'a minimum that the computation never reaches',
      {
        amount: { ...example.amount, calculation: { kind: 'flat', amountCents: 1_000 }, minimumCents: 5_000 },
      },
      ['/amount/minimumCents', 'limits-cannot-be-met'],
    ],
    [
      'a minimum above the ceiling',
      { amount: { ...example.amount, minimumCents: 300_000 } },
      ['/amount/minimumCents', 'limits-cannot-be-met'],
    ],
    [
      'shares of the ceiling above a hundred per cent',
      { ceiling: { ...example.ceiling, shares: shares(60, 50) } },
      ['/ceiling/shares', 'shares-above-hundred'],
    ],
    [
      'instalments above a hundred per cent',
      {
        payment: {
          kind: 'instalments',
          parts: [
            { percentage: 80, when: 'nu' },
            { percentage: 40, when: 'later' },
          ],
        },
      },
      ['/payment/parts', 'shares-above-hundred'],
    ],
    [
      'a window that ends before it starts',
      { window: { kind: 'rounds', rounds: [{ opensOn: '2019-05-31', closesOn: '2019-01-01' }] } },
      ['/window/rounds/0/closesOn', 'window-ends-before-start'],
    ],
    [
      'rounds that overlap',
      {
        window: {
          kind: 'rounds',
          rounds: [round, { opensOn: '2019-05-31', closesOn: '2019-06-30' }],
        },
      },
      ['/window/rounds/1/opensOn', 'rounds-overlap'],
    ],
    [
      'a day to decide before the round closes',
      { window: { kind: 'rounds', rounds: [{ ...round, decideBy: '2019-05-01' }] } },
      ['/window/rounds/0/decideBy', 'term-impossible'],
    ],
    [
      'a promise before the window closes',
      { terms: { ...example.terms, promisedAnswerOn: '2019-05-01' } },
      ['/terms/promisedAnswerOn', 'term-impossible'],
    ],
    [
      'an activity that must end before anybody can apply',
      { window: { ...example.window, activity: { endsBy: '2018-12-01' } } },
      ['/window/activity/endsBy', 'term-impossible'],
    ],
    [
      'a lead time that nobody can keep',
      {
        window: {
          ...example.window,
          activity: { endsBy: '2019-02-01' },
          leadTime: { count: 3, unit: 'months' },
        },
      },
      ['/window/leadTime', 'term-impossible'],
    ],
    [
      'advice that takes longer than deciding',
      {
        advice: {
          conflictOfInterest: 'law',
          advisers: [{ role: 'jury', name: 'De jury', perKern: false, binding: false, termWeeks: 9 }],
        },
      },
      ['/advice/advisers/0/termWeeks', 'term-impossible'],
    ],
    [
      'execution that must end before it may start',
      { execution: { startWithinMonths: 12, completeWithinMonths: 6 } },
      ['/execution/completeWithinMonths', 'term-impossible'],
    ],
    [
      'an unknown kern',
      { scope: { kind: 'kernen', kernCodes: ['asch', 'nergens'] } },
      ['/scope/kernCodes/1', 'kern-unknown'],
    ],
    [
      'a comparison that does not wait for the window to close',
      { distribution: { kind: 'equal-split', atCeiling: 'remainder', moment: 'as-they-come' } },
      ['/distribution/moment', 'comparison-needs-close'],
    ],
    [
      'deciding after a window closes that never does',
      {
        window: { kind: 'rolling', opensOn: '2019-01-01' },
        terms: { ...example.terms, decisionStartsAt: 'receipt' },
      },
      ['/distribution/moment', 'term-impossible'],
    ],
    [
      'a threshold that nobody can reach',
      {
        distribution: {
          kind: 'tender',
          criteria: [{ code: 'a', label: 'Bereik', maximumPoints: 10 }],
          thresholdPoints: 11,
          scoredBy: 'officials',
          tie: 'lot',
          atCeiling: 'stop',
          moment: 'after-window-closes',
        },
      },
      ['/distribution/thresholdPoints', 'limits-cannot-be-met'],
    ],
    [
      'a declaration of what was fixed already',
      { payment: { kind: 'afterwards', declarationWeeks: 4, evidence: ['bonnen'] } },
      ['/payment/kind', 'payment-contradicts-settlement'],
    ],
    [
      'a judged criterion with the name of a computed one',
      { criteria: [{ code: 'in-time', statement: 'Op tijd.', basis: 'artikel 1' }] },
      ['/criteria/0/code', 'code-taken'],
    ],
    [
      'steps that go down',
      {
        amount: {
          ...example.amount,
          calculation: {
            kind: 'steps-by-costs',
            steps: [
              { fromCents: 0, amountCents: 900 },
              { fromCents: 100, amountCents: 500 },
            ],
          },
        },
      },
      ['/amount/calculation/steps/1/amountCents', 'not-rising'],
    ],
    [
      'a ceiling for years before the regulation',
      { ceiling: { ...example.ceiling, period: { lastYear: 2018, amountsAre: 'per-year' } } },
      ['/ceiling/period/lastYear', 'period-ends-before-start'],
    ],
  ])('%s', (_what, change, expected) => {
    expect(faults(change)).toContainEqual(expected);
  });

  it('tells every fault at once, of form and of content, with a place and a suggestion', () => {
    const validation = validateDocument(
      {
        ...example,
        titel: 'x',
        year: 2019.5,
        terms: { ...example.terms, decisionWeeks: 0, generalTermsActApplies: 'ja' },
        decider: { kind: 'colege' },
        payment: { kind: 'instalments', parts: [{ percentage: 101, when: 'nu' }] },
        amount: { ...example.amount, minimumCents: 9_000, maximumCents: 100 },
        provenance: { ...example.provenance, terms: { kind: 'published', source: ' ' } },
      },
      { kernCodes },
    );
    if (validation.kind === 'sound') throw new Error('faulty');
    expect(validation.faults.map(({ pointer }) => pointer).sort()).toEqual([
      '/amount/minimumCents',
      '/decider/kind',
      '/payment/parts',
      '/payment/parts/0/percentage',
      '/provenance/terms/source',
      '/terms/decisionWeeks',
      '/terms/generalTermsActApplies',
      '/titel',
      '/year',
    ]);
    const suggestionOf = (place: string) =>
      validation.faults.find(({ pointer }) => pointer === place)?.suggestion;
    expect(suggestionOf('/titel')).toBe('Bedoelt u "title"?');
    expect(suggestionOf('/decider/kind')).toBe('Bedoelt u "college"?');
  });

  it.each([null, 'regeling', 7, [], {}])('anything else than a document: %j', (value) => {
    expect(validateDocument(value, { kernCodes: null }).kind).toBe('faulty');
  });

  it.each(Object.entries(regulationTemplates))('nothing of the template %s', (_code, { document }) => {
    expect(validateDocument(document(2030), { kernCodes }).kind).toBe('sound');
    expect(faults({})).toEqual([]);
  });
});
