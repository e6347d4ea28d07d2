import { describe, expect, it } from '@jest/globals';
import { olderThanChange } from './older-than-change.ts';

const at = (day: string, id: string) => ({ id, recordedAt: new Date(`${day}T10:00:00Z`) });
const change = (day: string, id: string, ...rows: readonly [field: string, label: string][]) => ({
  ...at(day, id),
  rows: rows.map(([field, label]) => ({ field, label })),
});
const kern = change('2019-03-08', '5', ['kernName', 'Kern']);
const amount = change('2019-03-12', '7', ['requestedCents', 'Gevraagd bedrag'], ['costs', 'Kosten']);

describe('A finding about an application that was changed', () => {
  it('is older than what was changed after it, with the last day and everything since', () => {
    expect(olderThanChange(at('2019-03-06', '3'), [kern, amount])).toEqual({
      correctedOn: '2019-03-12',
      what: ['Kern', 'Gevraagd bedrag', 'Kosten'],
    });
    expect(olderThanChange(at('2019-03-10', '6'), [kern, amount])?.what).toEqual([
      'Gevraagd bedrag',
      'Kosten',
    ]);
  });

  it('is about the application as it is when it came after every change', () => {
    expect(olderThanChange(at('2019-03-13', '8'), [kern, amount])).toBeNull();
    expect(olderThanChange(at('2019-03-13', '8'), [])).toBeNull();
  });

  it('of the same moment is told apart by the order in which they were made', () => {
    expect(olderThanChange(at('2019-03-08', '4'), [kern])).not.toBeNull();
    expect(olderThanChange(at('2019-03-08', '6'), [kern])).toBeNull();
  });

  it('names each thing once, and nothing of how somebody is reached or paid', () => {
    const again = change('2019-03-14', '9', ['kernName', 'Kern'], ['iban', 'Rekeningnummer']);
    const phone = change('2019-03-20', '10', ['applicant.phone', 'Telefoonnummer']);
    expect(olderThanChange(at('2019-03-06', '3'), [kern, again, phone])).toEqual({
      ...{ correctedOn: '2019-03-14', what: ['Kern'] },
    });
    expect(olderThanChange(at('2019-03-15', '91'), [kern, again, phone])).toBeNull();
    const name = change('2019-03-20', '92', ['applicant.name', 'Naam']);
    expect(olderThanChange(at('2019-03-15', '91'), [name])?.what).toEqual(['Naam']);
  });
});
