import { describe, expect, it } from '@jest/globals';
import type { Applicant } from './application.ts';
import { likenessOf } from './likeness.ts';

const applicant: Applicant = {
  kind: 'resident',
  name: 'José Voorbeeld',
  street: 'Dorpsstraat',
  houseNumber: '12 a',
  postcode: '4031 AB',
  place: 'Ingen',
  email: null,
  phone: null,
  kvkNumber: null,
};

describe('What makes two applications alike', () => {
  it('is the same however people write it', () => {
    const one = likenessOf({ applicant, title: 'Burendag 2019' });
    const written = { ...applicant, name: 'jose  VOORBEELD', houseNumber: '12A', postcode: '4031AB' };
    expect(likenessOf({ applicant: written, title: 'Burendag, 2020!' })).toEqual(one);
  });

  it('tells people of one name and houses of one street apart', () => {
    const one = likenessOf({ applicant, title: 'Burendag' });
    const namesake = likenessOf({ applicant: { ...applicant, postcode: '4032 CD' }, title: 'Burendag' });
    expect(namesake.applicant).not.toBe(one.applicant);
    const neighbour = likenessOf({ applicant: { ...applicant, houseNumber: '14' }, title: 'Tuindag' });
    expect(neighbour.area).toBe(one.area);
    expect(neighbour.address).not.toBe(one.address);
    expect(neighbour.activity).not.toBe(one.activity);
  });

  it('an organisation is its number, wherever it is; a title of a year alone is still a title', () => {
    const [here, there] = ['4031 AB', '4032 CD'].map((postcode) =>
      likenessOf({ applicant: { ...applicant, kvkNumber: '12345678', postcode }, title: '2019' }),
    );
    expect(there?.applicant).toBe(here?.applicant);
    expect(here?.activity).toBe('2019');
  });
});
