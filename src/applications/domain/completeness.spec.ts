import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import { missingItems } from './completeness.ts';

const complete = {
  ibanLastFour: '4300',
  activityStartsOn: calendarDate('2019-09-14'),
  activityEndsOn: calendarDate('2019-09-14'),
  requestedCents: cents(85_000),
  costs: [{ description: 'Bank', amountCents: cents(85_000) }],
  support: 'De buren van de Dorpsstraat',
};

describe('What an application lacks', () => {
  it('is nothing when all is there', () => {
    expect(missingItems(complete)).toEqual([]);
  });

  it.each([
    ['iban', { ibanLastFour: null }],
    ['activity-dates', { activityEndsOn: null }],
    ['costs', { costs: [{ description: 'Bank', amountCents: cents(84_999) }] }],
    ['support', { support: null }],
  ])('is named: %s', (item, change) => {
    expect(missingItems({ ...complete, ...change })).toEqual([item]);
  });
});
