import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type DeskCase,
  dividedDesk,
  fingerprintOf,
  requireHandover,
  requireReceivers,
} from './desk-handover.ts';

const people = ['noor', 'bram', 'mees'];
const kernen = ['dorp', 'elders'];
const cases = fc
  .array(
    fc.record({
      version: fc.nat({ max: 5 }),
      kernCode: fc.constantFrom(...kernen),
      barred: fc.subarray(people).map((subjects) => new Set(subjects)),
    }),
    { maxLength: 30 },
  )
  .map((all) =>
    all.map((each, index): DeskCase => ({ ...each, id: `zaak-${index}`, number: `LB-${index}` })),
  );
const receivers = fc
  .subarray(people, { minLength: 1 })
  .chain((subjects) =>
    fc.tuple(
      ...subjects.map((subject) =>
        fc.subarray(kernen).map((kernCodes) => ({ subject, name: subject.toUpperCase(), kernCodes })),
      ),
    ),
  );

describe('A desk that is divided', () => {
  it('has every case once, for somebody who may have it, or for nobody when nobody may', () => {
    fc.assert(
      fc.property(cases, receivers, (desk, named) => {
        const lines = dividedDesk(desk, named);
        expect(lines.map(({ deskCase }) => deskCase.id)).toEqual(desk.map(({ id }) => id));
        for (const { deskCase, receiver } of lines) {
          const able = named.filter(
            ({ subject, kernCodes }) =>
              !deskCase.barred.has(subject) &&
              (kernCodes.length === 0 || kernCodes.includes(deskCase.kernCode)),
          );
          if (receiver === null) expect(able).toEqual([]);
          else expect(able).toContain(receiver);
        }
      }),
    );
  });

  it('is divided evenly where everybody may have everything', () => {
    const free = cases.map((desk) => desk.map((each) => ({ ...each, barred: new Set<string>() })));
    fc.assert(
      fc.property(free, (desk) => {
        const named = people.map((subject) => ({ subject, name: subject, kernCodes: [] }));
        const lines = dividedDesk(desk, named);
        const counts = people.map(
          (subject) => lines.filter(({ receiver }) => receiver?.subject === subject).length,
        );
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is handed over as it was looked at, or not at all', () => {
    const one = { id: 'a', number: 'LB-1', version: 1, kernCode: 'dorp', barred: new Set<string>() };
    const noor = [{ subject: 'noor', name: 'Noor', kernCodes: [] }];
    const lines = dividedDesk([one], noor);
    const fingerprint = fingerprintOf(lines);
    expect(() => requireHandover(lines, { fingerprint, leaveOthers: false })).not.toThrow();
    const changed = dividedDesk([{ ...one, version: 2 }], noor);
    expect(() => requireHandover(changed, { fingerprint, leaveOthers: false })).toThrow(/desk-changed/);
    const barred = dividedDesk([{ ...one, barred: new Set(['noor']) }], noor);
    const seen = { fingerprint: fingerprintOf(barred), leaveOthers: false };
    expect(() => requireHandover(barred, seen)).toThrow(/desk-not-whole: .*LB-1/);
    expect(() => requireHandover(barred, { ...seen, leaveOthers: true })).not.toThrow();
    expect(() => requireHandover([], seen)).toThrow(/desk-empty/);
  });

  it('goes to nobody who is unknown, has no such role, gives it away, or stands there twice', () => {
    const official = (roles: readonly ('assessor' | 'finance')[]) => ({
      subject: '',
      name: '',
      roles,
      kernCodes: [],
    });
    const found = [
      official(['finance']),
      null,
      official(['assessor']),
      official(['assessor']),
      official(['assessor']),
    ];
    try {
      requireReceivers('kees', ['farid', 'wie', 'bram', 'kees', 'bram'], found);
      expect('nothing').toBe('refused');
    } catch (error) {
      const { faults } = error as { faults: { location: string }[] };
      expect(faults.map(({ location }) => location)).toEqual(
        [0, 1, 3, 4].map((place) => `/receivers/${place}/subject`),
      );
    }
  });
});
