import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate } from '../../kernel/calendar-date.ts';
import { type CorrespondenceFacts, correspondenceOf } from './correspondence.ts';
import { noteKinds, requirePossibleNote } from './note.ts';

const today = calendarDate('2019-03-04');
const at = new Date('2019-03-04T09:00:00Z');

describe('A note', () => {
  const facts = { kind: 'call', heldOn: today, correctsId: null } as const;

  it('tells what has happened, and corrects one that is there and was not corrected', () => {
    const earlier = [
      { id: 'een', correctsId: null },
      { id: 'twee', correctsId: 'een' },
    ];
    expect(() => requirePossibleNote(facts, earlier, today)).not.toThrow();
    expect(() => requirePossibleNote({ ...facts, correctsId: 'twee' }, earlier, today)).not.toThrow();
    const refused = [
      [{ ...facts, heldOn: addDays(today, 1) }, /note-in-future/],
      [{ ...facts, correctsId: 'drie' }, /note-not-found/],
      [{ ...facts, correctsId: 'een' }, /note-already-corrected/],
    ] as const;
    for (const [wrong, code] of refused) {
      expect(() => requirePossibleNote(wrong, earlier, today)).toThrow(code);
    }
  });
});

describe('The correspondence of a case', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays(today, days));
  const id = fc.uuid();
  const events = fc.array(
    fc.record({
      ...{ id, countsOn: day, recordedAt: fc.constant(at), actorSubject: fc.constantFrom('fenna', 'kees') },
      kind: fc.constantFrom('submit', 'supplement', 'ask-completion', 'decide', 'withdraw'),
    }),
  );
  const notes = fc.array(
    fc.record({
      ...{ id, heldOn: day, recordedAt: fc.constant(at), withWhom: fc.constant('Fenna') },
      kind: fc.constantFrom(...noteKinds),
      direction: fc.constantFrom('received', 'sent', 'mutual'),
      correctsId: fc.option(fc.uuid()),
    }),
  );

  it('has every message once, by day, and nothing that was no message', () => {
    fc.assert(
      fc.property(events, notes, (someEvents, someNotes) => {
        const facts: CorrespondenceFacts = {
          ...{ channel: 'digital', applicantName: 'Fenna', ownerSubject: 'fenna' },
          ...{ events: someEvents, dispatches: [], defaultNotices: [], notes: someNotes },
        };
        const told = correspondenceOf(facts);
        const messages = someEvents.filter(({ kind }) => ['submit', 'supplement', 'withdraw'].includes(kind));
        expect(told.map((each) => each.id).toSorted()).toEqual(
          [...messages, ...someNotes].map((each) => each.id).toSorted(),
        );
        const days = told.map(({ on }) => on);
        expect(days).toEqual(days.toSorted());
      }),
    );
  });
});
