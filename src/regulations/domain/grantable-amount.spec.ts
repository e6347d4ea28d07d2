import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryValue } from '../../../test/support/arbitrary-value.ts';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents, sumCents } from '../../kernel/money.ts';
import { applicantKinds } from './applicant-kind.ts';
import { evaluate } from './evaluation.ts';
import type { ApplicationFacts } from './finding.ts';
import { type AmountRules, grantableAmount } from './grantable-amount.ts';
import { amountContradictions } from './groups/amount-contradictions.ts';
import { type Amount, amountSchema } from './groups/amount.ts';
import { type Costs, costsContradictions, costsSchema } from './groups/costs.ts';
import { type Frequency, frequencySchema } from './groups/frequency.ts';
import { divideOverKernen } from './spanning.ts';
import { type OwnShare, ownShareSchema } from './groups/own-share.ts';
import type { SchemaNode } from './schema/schema-node.ts';

const of = <Value>(schema: unknown) => arbitraryValue(schema as SchemaNode) as fc.Arbitrary<Value>;

/** Sound rules of any kind. */
const someRules: fc.Arbitrary<AmountRules> = fc.record({
  costs: of<Costs>(costsSchema).filter((costs) => costsContradictions(costs).length === 0),
  amount: of<Amount>(amountSchema).filter((amount) => amountContradictions(amount).length === 0),
  ownShare: of<OwnShare>(ownShareSchema),
  frequency: of<Frequency>(frequencySchema),
});

const euros = fc.nat(500_000).map(cents);

const someFacts = (rules: AmountRules): fc.Arbitrary<ApplicationFacts> => {
  const categories = rules.costs.categories.map((category) => category.code);
  return fc.record({
    receivedOn: fc.constant(calendarDate('2019-03-04')),
    applicantKind: fc.constantFrom(...applicantKinds),
    activityStartsOn: fc.constant(null),
    activityEndsOn: fc.constant(null),
    requestedCents: euros,
    costs: fc.array(
      fc.record({
        description: fc.constant('x'),
        amountCents: euros,
        category: fc.constantFrom(undefined, ...categories),
        vatCents: fc.option(euros, { nil: undefined }),
        madeBefore: fc.constantFrom(undefined, true, false),
      }),
      { maxLength: 6 },
    ),
    own: fc.record({ moneyCents: euros, hours: fc.nat(500), inKindCents: euros }),
    otherFundingCents: euros,
    units: fc.nat(300),
    vatRecoverable: fc.constantFrom(undefined, true, false),
    repeated: fc.constantFrom(undefined, true),
  });
};

const cases = someRules.chain((rules) => fc.tuple(fc.constant(rules), someFacts(rules)));

describe('What the regulation lets somebody have', () => {
  it('adds up, is never negative and never more than was asked, than the maximum or than any limit', () => {
    fc.assert(
      fc.property(cases, fc.array(euros, { maxLength: 3 }), ([rules, facts], available) => {
        const limits = available.map((availableCents) => ({ label: 'het plafond', availableCents }));
        const { grantableCents, lines } = grantableAmount(rules, facts, limits);
        expect(sumCents(lines.map(({ amountCents }) => amountCents))).toBe(grantableCents);
        expect(grantableCents).toBeGreaterThanOrEqual(0);
        expect(grantableCents).toBeLessThanOrEqual(Math.min(facts.requestedCents, ...available));
        const track = rules.amount.tracks?.length ? undefined : rules.amount.maximumCents;
        expect(grantableCents).toBeLessThanOrEqual(track ?? Infinity);
      }),
      { numRuns: 500 },
    );
  });

  it('more costs never give less', () => {
    fc.assert(
      fc.property(cases, fc.nat(10), fc.nat(100_000), ([rules, facts], place, extra) => {
        const { costs = [] } = facts;
        const more = costs.map((line, index) =>
          index === place % costs.length ? { ...line, amountCents: cents(line.amountCents + extra) } : line,
        );
        const before = grantableAmount(rules, facts).grantableCents;
        expect(grantableAmount(rules, { ...facts, costs: more }).grantableCents).toBeGreaterThanOrEqual(
          before,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('another line of costs never gives less, and less under a limit never more', () => {
    fc.assert(
      fc.property(cases, euros, euros, euros, ([rules, facts], extra, available, fewer) => {
        const left = (availableCents: number) => [
          { label: 'het plafond', availableCents: cents(availableCents) },
        ];
        const before = grantableAmount(rules, facts, left(available)).grantableCents;
        const line = { description: 'meer', amountCents: extra };
        const more = { ...facts, costs: [...(facts.costs ?? []), line] };
        expect(grantableAmount(rules, more, left(available)).grantableCents).toBeGreaterThanOrEqual(before);
        const less = left(Math.max(0, available - fewer));
        expect(grantableAmount(rules, facts, less).grantableCents).toBeLessThanOrEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it('the kernen of one plan together never give more than the plan may have, and none more than it was asked', () => {
    const weights = fc
      .array(fc.nat(500), { minLength: 2, maxLength: 5 })
      .filter((all) => all.some((each) => each > 0));
    fc.assert(
      fc.property(cases, weights, ([rules, facts], all) => {
        const kernen = all.map((weight, index) => ({ kernCode: `kern-${index}`, weight }));
        const { requestedCents } = facts;
        const asked = divideOverKernen(
          requestedCents,
          kernen.map((kern) => ({ ...kern, availableCents: null })),
        );
        const parts = asked.map(({ kernCode, amountCents }) => {
          const spanned = { kernCode, kernen, requestedCents: amountCents };
          const part = grantableAmount(rules, { ...facts, spanned });
          expect(part.grantableCents).toBeLessThanOrEqual(amountCents);
          expect(sumCents(part.lines.map((line) => line.amountCents))).toBe(part.grantableCents);
          return part.grantableCents;
        });
        const whole = grantableAmount(rules, facts).grantableCents;
        expect(sumCents(parts)).toBeLessThanOrEqual(whole);
        expect(sumCents(parts)).toBeGreaterThan(whole - kernen.length);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out VAT and costs of before the application where the regulation says so', () => {
    const rules: AmountRules = {
      ...exampleRegulation,
      costs: {
        categories: [],
        uncategorised: 'eligible',
        vat: 'excluded',
        madeBeforeApplication: 'excluded',
      },
      amount: {
        kind: 'fixed',
        calculation: { kind: 'share-of-costs', percentage: 50 },
        otherFunders: 'ignored',
      },
    };
    const facts: ApplicationFacts = {
      ...{ receivedOn: calendarDate('2019-03-04'), applicantKind: 'organisation' as const },
      ...{ activityStartsOn: null, activityEndsOn: null, requestedCents: cents(100_000) },
      costs: [
        { description: 'Bank', amountCents: cents(121_000), vatCents: cents(21_000) },
        { description: 'Ontwerp', amountCents: cents(30_000), madeBefore: true },
      ],
    };
    expect(grantableAmount(rules, facts).lines.map(({ label, amountCents }) => [label, amountCents])).toEqual(
      [
        ['Kosten van het plan', 151_000],
        ['Telt niet mee: kosten van voor de aanvraag', -30_000],
        ['Telt niet mee: btw', -21_000],
        ['Deel dat de aanvrager zelf betaalt', -50_000],
      ],
    );
    const unlessRecovered = {
      ...rules,
      costs: { ...rules.costs, vat: 'included-when-not-recoverable' as const },
    };
    const recovered = (vatRecoverable: boolean) =>
      grantableAmount(unlessRecovered, { ...facts, vatRecoverable }).grantableCents;
    expect([recovered(true), recovered(false)]).toEqual([50_000, 60_500]);
    const outcomes = (costs: AmountRules['costs']) =>
      evaluate({ ...exampleRegulation, costs }, facts).filter(({ criterionCode }) => criterionCode === 'vat');
    expect(outcomes(unlessRecovered.costs)).toMatchObject([{ outcome: 'needs-judgement' }]);
    expect(outcomes(rules.costs)).toMatchObject([{ sentence: expect.stringContaining('Ontwerp') }]);
  });

  it('the same facts and version always give the same findings', () => {
    fc.assert(
      fc.property(cases, ([rules, facts]) => {
        const document = { ...exampleRegulation, ...rules };
        expect(evaluate(document, structuredClone(facts))).toEqual(evaluate(document, facts));
      }),
      { numRuns: 100 },
    );
  });

  it('shows a table: costs, what does not count, hours, own share, others, maximum and what is left', () => {
    const rules: AmountRules = {
      costs: {
        categories: [
          { kind: 'eligible', code: 'play', label: 'spelen', limit: { maximumCents: cents(50_000) } },
          { kind: 'excluded', code: 'food', label: 'eten' },
        ],
        uncategorised: 'eligible',
        vat: 'included',
      },
      amount: {
        kind: 'actual-costs',
        calculation: { kind: 'share-of-costs', percentage: 75 },
        maximumCents: cents(60_000),
        otherFunders: 'deducted',
      },
      ownShare: {
        kind: 'percentage',
        percentage: 10,
        hours: { rateCents: cents(1_000) },
        inKind: false,
        whenShort: 'reduce',
      },
    };
    const facts: ApplicationFacts = {
      receivedOn: calendarDate('2019-03-04'),
      applicantKind: 'resident',
      activityStartsOn: null,
      activityEndsOn: null,
      requestedCents: cents(100_000),
      costs: [
        { description: 'Spelen', amountCents: cents(70_000), category: 'play' },
        { description: 'Taart', amountCents: cents(5_000), category: 'food' },
        { description: 'Bank', amountCents: cents(60_000) },
      ],
      own: { moneyCents: cents(0), hours: 5, inKindCents: cents(0) },
      otherFundingCents: cents(10_000),
    };
    const amount = grantableAmount(rules, facts, [
      { label: 'het plafond van de kern', availableCents: cents(55_000) },
    ]);
    expect(amount.lines.map(({ label, amountCents }) => [label, amountCents])).toEqual([
      ['Kosten van het plan', 135_000],
      ['Grens aan spelen', -20_000],
      ['Telt niet mee: eten', -5_000],
      ['Uren van vrijwilligers (5 uur)', 5_000],
      ['Eigen bijdrage', -11_500],
      ['Bijdragen van anderen', -10_000],
      ['Deel dat de aanvrager zelf betaalt', -23_375],
      ['Meer dan het maximum per aanvraag', -10_125],
      ['Past niet binnen het plafond van de kern', -5_000],
    ]);
    expect(amount.grantableCents).toBe(55_000);
  });

  it('what must be known first is told, and nothing is computed without it', () => {
    const rules: AmountRules = {
      ...exampleRegulation,
      amount: {
        kind: 'fixed',
        calculation: { kind: 'per-unit', unit: 'huishoudens', amountCents: cents(500) },
        otherFunders: 'ignored',
      },
    };
    const facts: ApplicationFacts = {
      receivedOn: calendarDate('2019-03-04'),
      applicantKind: 'resident',
      activityStartsOn: null,
      activityEndsOn: null,
      requestedCents: cents(10_000),
    };
    expect(grantableAmount(rules, facts)).toEqual({
      grantableCents: 0,
      lines: [],
      missing: ['het aantal huishoudens'],
    });
    expect(grantableAmount(rules, { ...facts, units: 12 }).grantableCents).toBe(6_000);
  });
});
