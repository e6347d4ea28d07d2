import { describe, expect, it } from '@jest/globals';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import type { Applicant, Particulars } from './application.ts';
import { missingItems } from './completeness.ts';

const complete = {
  applicant: { kind: 'resident' } as Applicant,
  ibanLastFour: '4300',
  activityStartsOn: calendarDate('2019-09-14'),
  activityEndsOn: calendarDate('2019-09-14'),
  requestedCents: cents(85_000),
  costs: [{ description: 'Bank', amountCents: cents(85_000) }],
  support: 'De buren van de Dorpsstraat',
  attachmentCounts: {},
};
const asksSupport: RegulationDocument = {
  ...exampleRegulation,
  support: { kind: 'signatures', minimum: 3, from: 'street' },
};
const withCalculation = (calculation: RegulationDocument['amount']['calculation']): RegulationDocument => ({
  ...exampleRegulation,
  amount: { ...exampleRegulation.amount, calculation },
});
const perHousehold = withCalculation({
  kind: 'per-unit',
  unit: 'huishoudens',
  amountCents: cents(2_500),
});
const { publishedOn, publicationReference } = exampleRegulation.ceiling;
const one = { code: 'green', label: 'groen', amountCents: cents(500_000) };
const perTheme: RegulationDocument = {
  ...exampleRegulation,
  ceiling: { kind: 'per-theme', themes: [one], publishedOn, publicationReference },
};
const perBody: RegulationDocument = {
  ...exampleRegulation,
  ceiling: { kind: 'per-body-kind', bodies: [one], publishedOn, publicationReference },
};

describe('What an application lacks', () => {
  it('is nothing when all is there', () => {
    expect(missingItems(complete, asksSupport)).toEqual([]);
  });

  it.each([
    ['iban', { ibanLastFour: null }],
    ['activity-dates', { activityEndsOn: null }],
    ['costs', { costs: [{ description: 'Bank', amountCents: cents(84_999) }] }],
    ['support', { support: null }],
  ])('is named: %s', (item, change) => {
    expect(missingItems({ ...complete, ...change }, asksSupport)).toEqual([item]);
  });

  it('support is asked for only where the regulation asks for it, and a number tells as much as words', () => {
    expect(missingItems({ ...complete, support: null }, exampleRegulation)).toEqual([]);
    const particulars: Particulars = { supporters: 4 };
    expect(missingItems({ ...complete, support: null, particulars }, asksSupport)).toEqual([]);
  });

  it('an estimate is asked for only where costs matter', () => {
    const flat = withCalculation({ kind: 'flat', amountCents: cents(10_000) });
    expect(missingItems({ ...complete, costs: [] }, flat)).toEqual([]);
    expect(missingItems({ ...complete, costs: [] }, { ...flat, ownShare: halfOwn })).toEqual(['costs']);
  });

  it('quotes and lists are asked for as attachments where the regulation counts them, and from that sum on', () => {
    expect(missingItems(complete, asksAttachments)).toEqual(['quotes', 'support-list']);
    const one = { ...complete, attachmentCounts: { quote: 1, 'support-list': 1 } };
    expect(missingItems(one, asksAttachments)).toEqual(['quotes']);
    const all = { ...complete, attachmentCounts: { quote: 2, 'support-list': 1 } };
    expect(missingItems(all, asksAttachments)).toEqual([]);
    expect(missingItems({ ...one, requestedCents: cents(49_999) }, asksAttachments)).toEqual([]);
  });

  it('a number, a theme and a kind of body are asked for where the regulation counts by them', () => {
    expect(missingItems({ ...complete, costs: [] }, perHousehold)).toEqual(['units']);
    expect(missingItems({ ...complete, particulars: { units: 9 } }, perHousehold)).toEqual([]);
    expect(missingItems(complete, perTheme)).toEqual(['theme']);
    expect(missingItems({ ...complete, particulars: { themeCode: 'green' } }, perTheme)).toEqual([]);
    expect(missingItems(complete, perBody)).toEqual(['body-kind']);
  });
});

const asksAttachments: RegulationDocument = {
  ...exampleRegulation,
  costs: { ...exampleRegulation.costs, quotes: { minimum: 2, fromCents: cents(50_000) } },
  support: { kind: 'signatures', minimum: 3, from: 'street', listAttached: true },
};

const halfOwn = { kind: 'percentage', percentage: 50, inKind: false, whenShort: 'refuse' } as const;
