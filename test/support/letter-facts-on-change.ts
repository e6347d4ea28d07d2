import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { cents } from '../../src/kernel/money.ts';
import type { ChangeNoticeFacts, ForwardingNoticeFacts } from '../../src/letters/domain/facts-on-change.ts';
import { sampleCase } from './letter-facts.ts';

export const sampleCorrection: ChangeNoticeFacts = {
  ...sampleCase,
  legalDueOn: calendarDate('2019-06-27'),
  change: {
    kind: 'correction',
    rows: [{ label: 'Gevraagd bedrag', before: '€ 85,00', after: '€ 850,00' }],
    reason: 'Op het formulier staat 850 euro; wij hebben het verkeerd overgenomen',
  },
};

export const sampleReduction: ChangeNoticeFacts = {
  ...sampleCase,
  legalDueOn: null,
  change: {
    kind: 'reduction',
    rows: [{ label: 'Gevraagd bedrag', before: '€ 850,00', after: '€ 600,00' }],
    reason: 'De bank kan tweedehands',
    agreedOn: calendarDate('2019-05-14'),
    fromCents: cents(85_000),
    toCents: cents(60_000),
  },
};

export const sampleMerger: ChangeNoticeFacts = {
  ...sampleCase,
  legalDueOn: calendarDate('2019-06-27'),
  change: {
    kind: 'merger',
    continuesAs: 'LB-2019-000077',
    countsFrom: calendarDate('2019-04-29'),
    reason: 'Op papier stond een oud telefoonnummer',
  },
};

export const sampleForwarding: ForwardingNoticeFacts = {
  ...sampleCase,
  bodyName: 'Gedeputeerde staten van een provincie',
  bodyAddressLines: ['Postbus 1', '1000 AA  Voorbeeldstad'],
  forwardedOn: calendarDate('2019-05-06'),
  reason: 'De bank komt aan een weg van de provincie, en die geeft daar zelf subsidie voor',
};
