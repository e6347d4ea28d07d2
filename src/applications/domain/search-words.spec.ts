import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Applicant } from './application.ts';
import { searchWordsOf, wordsToFind } from './search-words.ts';

const applicant: Applicant = {
  kind: 'organisation',
  name: 'Vereniging Ons Genoegen',
  street: 'Dorpsstraat',
  houseNumber: '12a',
  postcode: '4031 AB',
  place: 'Ingen',
  email: null,
  phone: null,
  kvkNumber: '12345678',
  contactPerson: 'José van der Bérg',
};
const application = {
  number: 'LB-2019-000123',
  applicant,
  title: 'Burendag 2019',
  description: 'Een feest voor de straat.',
};

/** Whether a search finds the application: by all of its words. */
function finds(text: string): boolean {
  const words = searchWordsOf(application);
  const wanted = wordsToFind(text);
  return wanted.length > 0 && wanted.every((word) => words.includes(word));
}

describe('An application is found', () => {
  it.each([
    'LB-2019-000123',
    '000123',
    'ons genoegen',
    'jose van der berg',
    'BERG, José',
    'Dorpsstraat 12 A',
    '4031AB 12',
    'burendag ingen',
    'het feest in de straat',
    '12345678',
  ])('by %s', (text) => expect(finds(text)).toBe(true));

  it.each(['Burendagen', 'Dorpsstraat 14', 'jose jansen', '%', '*', '_', 'Dorps%', 'van de', "' OR 1=1 --"])(
    'not by %s',
    (text) => expect(finds(text)).toBe(false),
  );

  it('by any word of it, however that is written', () => {
    const word = fc.constantFrom(...'Vereniging Genoegen Dorpsstraat Ingen José Bérg Burendag'.split(' '));
    const written = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => ` ${text}, `,
      (text: string) => text.normalize('NFD'),
      (text: string) => `"${text}"`,
    );
    fc.assert(fc.property(word, written, (text, write) => expect(finds(write(text))).toBe(true)));
  });
});
