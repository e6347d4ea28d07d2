import { describe, expect, it } from '@jest/globals';
import { exampleRegulation } from '../../../../test/support/example-regulation.ts';
import {
  exampleAdvice,
  exampleCheck,
  exampleContext,
  exampleProposal,
  exampleVote,
  exampleWay,
} from '../../../../test/support/example-ways.ts';
import { lintWay } from './lint-way.ts';

/** Pointer, code and article of everything that is wrong. */
function faultsOf(change: object, context = exampleContext): string[] {
  const validation = lintWay({ ...exampleWay, ...change }, context);
  if (validation.kind === 'sound') return [];
  for (const { detail, suggestion } of validation.faults) {
    expect(detail).toMatch(/\p{L}.*\.$/u);
    expect(suggestion).toMatch(/\p{L}.*[.?]$/u);
  }
  return validation.faults.map(({ pointer, code, article }) => `${pointer} ${code} ${article ?? '-'}`);
}

const withRegulation = (change: object) => ({
  ...exampleContext,
  regulation: { ...exampleRegulation, ...change },
});

describe('A way of working is held against the law before it works', () => {
  it('is sound when it ends in a proposal within the term and every body exists', () => {
    expect(lintWay(exampleWay, exampleContext)).toEqual({ kind: 'sound', document: exampleWay });
  });

  it.each([
    [
      'late advice may not block',
      { ...exampleAdvice, whenLate: { kind: 'wait' } },
      '/steps/1/whenLate late-advice-blocks Awb 3:6, tweede lid',
    ],
    [
      'a late vote may not block',
      { ...exampleVote, whenLate: { kind: 'hand-over', to: 'assessor' } },
      '/steps/1/whenLate late-body-blocks Awb 4:13',
    ],
    [
      'binding advice needs the regulation',
      { ...exampleAdvice, binding: true },
      '/steps/1/binding binding-not-given Awb 3:5, 4:26',
    ],
    [
      'a binding vote needs the regulation',
      { ...exampleVote, binding: true },
      '/steps/1/binding binding-not-given Awb 3:5, 4:26',
    ],
    [
      'who registers the decision has no step',
      { ...exampleCheck, code: 'other', by: 'registrar' },
      '/steps/1/by assessor-decides Awb 2:4, 10:3',
    ],
    [
      'who registers the decision takes no step over',
      { ...exampleCheck, code: 'other', whenLate: { kind: 'hand-over', to: 'registrar' } },
      '/steps/1/whenLate/to assessor-decides Awb 2:4, 10:3',
    ],
    ['an unknown body advises nobody', { ...exampleAdvice, body: 'counsil' }, '/steps/1/body body-unknown -'],
    [
      'a body that is gone advises nobody',
      { ...exampleAdvice, body: 'former' },
      '/steps/1/body body-not-there -',
    ],
    [
      'a step cannot lead back',
      { ...exampleCheck, code: 'other', ifNegative: 'check' },
      '/steps/1/ifNegative step-goes-back Awb 4:13',
    ],
    [
      'a step cannot lead to itself',
      { ...exampleAdvice, ifNegative: 'advice' },
      '/steps/1/ifNegative step-goes-back Awb 4:13',
    ],
    [
      'a step cannot lead to nothing',
      { ...exampleAdvice, ifNegative: 'nowhere' },
      '/steps/1/ifNegative step-unknown -',
    ],
    [
      'a condition cannot look ahead',
      { ...exampleAdvice, when: [{ fact: 'step-outcome', step: 'proposal', outcome: 'negative' }] },
      '/steps/1/when/0/step condition-looks-ahead -',
    ],
    [
      'a condition must be able to hold',
      {
        ...exampleAdvice,
        when: [
          { fact: 'requested-at-least', amountCents: 500 },
          { fact: 'requested-below', amountCents: 500 },
        ],
      },
      '/steps/1/when condition-never-holds -',
    ],
    [
      'so many points can be had as are needed',
      {
        ...{ kind: 'scoring', code: 'other', title: 'Punten', by: 'assessor', binding: false },
        ...{ criteria: [{ code: 'one', label: 'iets', maximumPoints: 10 }], thresholdPoints: 11 },
        ...{ termDays: 7, whenLate: { kind: 'wait' } },
      },
      '/steps/1/thresholdPoints threshold-unreachable -',
    ],
    [
      'points are for something of its own',
      {
        ...{ kind: 'scoring', code: 'other', title: 'Punten', by: 'assessor', binding: false },
        criteria: [
          { code: 'one', label: 'iets', maximumPoints: 10 },
          { code: 'one', label: 'iets anders', maximumPoints: 10 },
        ],
        ...{ termDays: 7, whenLate: { kind: 'wait' } },
      },
      '/steps/1/criteria/1/code code-repeated -',
    ],
    [
      'steps fit in the decision term',
      { ...exampleAdvice, termDays: 29 },
      '/steps/1/termDays outlasts-decision-term Awb 4:13',
    ],
  ])('%s', (_name, step, fault) => {
    expect(faultsOf({ steps: [exampleCheck, step, exampleProposal] })).toEqual([fault]);
  });

  it.each([
    ['a way without a proposal has no end', [exampleCheck, exampleAdvice], ['/steps/1 no-way-out Awb 4:13']],
    [
      'a step that nothing leads to is told apart',
      [{ ...exampleCheck, then: 'proposal' }, exampleAdvice, exampleProposal],
      ['/steps/1 step-unreachable -'],
    ],
    [
      'nothing comes after a proposal',
      [exampleCheck, exampleProposal, exampleAdvice],
      ['/steps/2 step-unreachable -', '/steps/2 no-way-out Awb 4:13'],
    ],
    [
      'a proposal cannot lapse',
      [{ ...exampleProposal, whenLate: { kind: 'continue' } }],
      ['/steps/0/whenLate proposal-lapses Awb 4:13'],
    ],
    [
      'two steps of one code cannot be told apart',
      [exampleCheck, exampleCheck, exampleProposal],
      ['/steps/1/code code-repeated -'],
    ],
  ])('%s', (_name, steps, faults) => {
    expect(faultsOf({ steps })).toEqual(faults);
  });

  it('knows kernen and regulations', () => {
    expect(faultsOf({ kernCodes: ['here', 'ther'] })).toEqual(['/kernCodes/1 kern-unknown -']);
    expect(faultsOf({ kernCodes: ['here', 'there'] })).toEqual(['/steps/1/body body-unknown -']);
    expect(faultsOf({}, { ...exampleContext, regulation: null })).toEqual([
      '/regulationCode regulation-unknown -',
    ]);
    const elsewhere = withRegulation({ scope: { kind: 'kernen', kernCodes: ['there'] } });
    expect(faultsOf({}, elsewhere)).toEqual(['/kernCodes/0 kern-outside-regulation -']);
  });

  it('lets advice bind where the regulation says so', () => {
    const adviser = { role: 'village-body', name: 'Dorpsraad', perKern: true, binding: true };
    const regulation = withRegulation({ advice: { advisers: [adviser], conflictOfInterest: 'law' } });
    const steps = [{ ...exampleAdvice, binding: true }, exampleProposal];
    expect(faultsOf({ steps }, regulation)).toEqual([]);
  });

  it('keeps an officer with a mandate out of what leads to the decision', () => {
    const regulation = withRegulation({ decider: { kind: 'mandate', mandatedTo: 'De beoordelaar' } });
    expect(faultsOf({}, regulation)).toEqual(['/steps/0/by assessor-decides Awb 2:4, 10:3']);
  });

  it('counts the whole window where the term runs from receipt and the steps from its close', () => {
    const regulation = withRegulation({
      terms: { ...exampleRegulation.terms, decisionStartsAt: 'receipt' },
    });
    expect(faultsOf({}, regulation)).toEqual(['/steps/1/termDays outlasts-decision-term Awb 4:13']);
    expect(faultsOf({ startsAt: 'receipt' }, regulation)).toEqual([]);
  });

  it('tells all faults at once, of form, of order and of law', () => {
    const steps = [
      { ...exampleCheck, by: 'registrar' },
      { ...exampleAdvice, whenLate: { kind: 'wait' }, binding: true, body: 'nobody' },
    ];
    expect(faultsOf({ decisionDays: 0, kernCodes: ['here', 'nowhere'], steps })).toEqual([
      '/decisionDays too-low -',
      '/kernCodes/1 kern-unknown -',
      '/steps/1 no-way-out Awb 4:13',
      '/steps/0/by assessor-decides Awb 2:4, 10:3',
      '/steps/1/whenLate late-advice-blocks Awb 3:6, tweede lid',
      '/steps/1/body body-unknown -',
      '/steps/1/binding binding-not-given Awb 3:5, 4:26',
    ]);
  });
});
