import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate } from '../../kernel/calendar-date.ts';
import { progressOf, type WayOfCase } from '../../ways/domain/progress.ts';
import type { Step } from '../../ways/domain/step-kinds.ts';
import { stepWorkOf } from './step-work.ts';

const today = calendarDate('2019-03-04');
const role = fc.constantFrom('kernregisseur', 'assessor', 'registrar');
const late = fc.oneof(
  fc.constant({ kind: 'continue' as const }),
  fc.constant({ kind: 'wait' as const }),
  role.map((to) => ({ kind: 'hand-over' as const, to })),
);
const steps = fc
  .array(fc.record({ by: role, termDays: fc.integer({ min: 1, max: 20 }), whenLate: late }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((all) =>
    all.map((parts, place): Step => {
      const named = { code: `stap-${place}`, title: `Stap ${place}`, ...parts };
      return place === all.length - 1 ? { kind: 'proposal', ...named } : { kind: 'check', ...named };
    }),
  );
const ways = fc
  .record({ steps, start: fc.integer({ min: -30, max: 30 }) })
  .map(({ steps: walked, start }): WayOfCase => ({
    ...{ steps: walked, startedOn: addDays(today, start), done: new Map(), suspensions: [], today },
    facts: { requestedCents: 0, applicantKind: 'resident' } as WayOfCase['facts'],
  }));

describe('The steps that wait', () => {
  it('are on any later day the one that is open then, for whom it waits, if nobody does anything', () => {
    fc.assert(
      fc.property(ways, fc.integer({ min: 0, max: 200 }), (way, days) => {
        const on = addDays(today, days);
        const { open } = progressOf({ ...way, today: on });
        const waiting = stepWorkOf(way).filter(
          ({ visibleOn, hiddenAfter }) => visibleOn <= on && (hiddenAfter === null || on <= hiddenAfter),
        );
        const told = waiting.map(({ kind, waitsFor, actsOn }) => [kind, waitsFor, actsOn]);
        expect(told).toEqual(open === null ? [] : [[open.step.code, open.by, open.dueOn]]);
      }),
    );
  });

  it('are only those of today while the clock stands still', () => {
    const suspensions = [{ ground: 'completion', startsAfter: today, until: null }] as const;
    fc.assert(
      fc.property(ways, (way) => {
        const items = stepWorkOf({ ...way, suspensions });
        expect(items.length).toBeLessThanOrEqual(1);
        for (const { hiddenAfter } of items) expect(hiddenAfter).toBeNull();
      }),
    );
  });
});
