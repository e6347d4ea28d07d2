import { calendarDate } from '../kernel/calendar-date.ts';
import type { LetterSender } from '../letters/domain/letter-sender.ts';

/** The municipality in its present form dates from 1 January 1999; its kernen count from that day. */
export const burenKernenFrom = calendarDate('1999-01-01');

/**
 * The kernen by code. Public sources name 14, 15 or 16; EUR 30,000 at EUR 2,000 each implies these 15, of which
 * Kapel-Avezaath is the least certain. Another view is another row, or an end date.
 */
export const burenKernen: Readonly<Record<string, string>> = {
  asch: 'Asch',
  beusichem: 'Beusichem',
  buren: 'Buren',
  'eck-en-wiel': 'Eck en Wiel',
  erichem: 'Erichem',
  ingen: 'Ingen',
  'kapel-avezaath': 'Kapel-Avezaath',
  'kerk-avezaath': 'Kerk-Avezaath',
  lienden: 'Lienden',
  maurik: 'Maurik',
  ommeren: 'Ommeren',
  ravenswaaij: 'Ravenswaaij',
  rijswijk: 'Rijswijk',
  zoelen: 'Zoelen',
  zoelmond: 'Zoelmond',
};

export const burenSenderFrom = calendarDate('2019-01-01');

const postalAddressLines = ['Postbus 23', '4020 BA  Maurik'];

/** Who writes for the municipality. The names under the letters are placeholders that say so themselves. */
export const burenSender: LetterSender = {
  facts: {
    municipalityName: 'Buren',
    collegeName: 'college van burgemeester en wethouders',
    visitingAddressLines: ['De Wetering 1', '4021 VZ  Maurik'],
    postalAddressLines,
    phone: '14 0344',
    website: 'www.buren.nl',
    email: null,
    objection: { postalAddressLines, digitalAddress: 'www.buren.nl/bezwaar' },
    court: { name: 'rechtbank Gelderland', addressLines: ['Postbus 9030', '6800 EM  Arnhem'] },
    mark: null,
    accentColor: null,
  },
  contact: { name: 'Team Leefbaarheid', phone: '14 0344' },
  digitalAddress: 'www.buren.nl/leefbaarheidsbudget',
  college: {
    mayorName: 'B. Voorbeeld',
    mayorTitle: 'burgemeester',
    secretaryName: 'S. Voorbeeld',
    secretaryTitle: 'secretaris',
  },
};
