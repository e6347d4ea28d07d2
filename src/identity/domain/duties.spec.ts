import { describe, expect, it } from '@jest/globals';
import {
  choosablePairs,
  clashOf,
  duties,
  dutiesApart,
  type DutyDone,
  type DutyPair,
  requireAnother,
} from './duties.ts';

const done = (duty: DutyDone['duty'], subject = 'anna'): DutyDone => ({ duty, subject });
const pairs: readonly DutyPair[] = Object.values(dutiesApart);

describe('Two duties that are kept apart', () => {
  it.each(pairs)(
    '$first, then $then by the same person is refused when it is kept apart',
    ({ first, then }) => {
      expect(clashOf('anna', then, [done(first)], choosablePairs)).toMatchObject({ first, then });
      expect(clashOf('bea', then, [done(first)], choosablePairs)).toBeNull();
    },
  );

  it.each(pairs.filter(({ demanded }) => demanded === 'by-choice'))(
    '$first, then $then may be one person where the municipality did not choose otherwise',
    ({ first, then }) => {
      expect(clashOf('anna', then, [done(first)])).toBeNull();
    },
  );

  it('never let one person both assess and decide, whatever a municipality chooses', () => {
    for (const chosen of [[], choosablePairs]) {
      expect(() => requireAnother('anna', 'decide', [done('assess')], chosen)).toThrow(
        'Wie een aanvraag heeft beoordeeld, registreert niet het besluit erover.',
      );
    }
  });

  it('leave a municipality with two officers able to do everything', () => {
    const history: DutyDone[] = [];
    for (const duty of duties) {
      const free = ['anna', 'bea'].find((subject) => clashOf(subject, duty, history) === null);
      expect([duty, free]).toEqual([duty, expect.any(String)]);
      history.push({ duty, subject: free ?? 'nobody' });
    }
    expect(history.find(({ duty }) => duty === 'assess')?.subject).toBe('anna');
    expect(history.find(({ duty }) => duty === 'decide')?.subject).toBe('bea');
  });

  it('name only duties that there are, each pair by its two', () => {
    for (const [name, { first, then }] of Object.entries(dutiesApart)) expect(name).toBe(`${first}+${then}`);
    expect(choosablePairs).toEqual(
      Object.entries(dutiesApart)
        .filter(([, { demanded }]) => demanded === 'by-choice')
        .map(([name]) => name),
    );
  });
});
