import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { Applicant } from './application.ts';
import { agreedReduction, type OpenChange, reductionRemark } from './application-change.ts';
import { changeRows, type Correctable, isOfPlan, locationOf } from './change-rows.ts';
import { correctionRefusal } from './correction.ts';
import { mergedDays, mergerRefusal, type Twin } from './merger.ts';
import { reductionRefusal } from './reduction.ts';

const applicant: Applicant = {
  ...{ kind: 'resident', name: 'Fenna Fictief', street: 'Dorpsstraat', houseNumber: '12' },
  ...{ postcode: '4031 AB', place: 'Ingen', email: null, phone: null, kvkNumber: null },
};
const plan: Correctable = {
  ...{ applicant, title: 'Bank', description: 'Een bank.', requestedCents: cents(85_000) },
  ...{ activityStartsOn: calendarDate('2019-09-14'), activityEndsOn: calendarDate('2019-09-14') },
  costs: [{ description: 'Bank', amountCents: cents(85_000) }],
  ...{ support: null, kernName: 'Vogelhoek', iban: 'NL91ABNA0417164300' },
};
const receivedOn = calendarDate('2019-03-04');
const twin = (change: Partial<Twin> = {}): Twin => ({
  ...plan,
  ...{ id: 'een', number: 'LB-2019-000001', regulationVersionId: 'v1', regulationId: 'r', kernId: 'k' },
  ...{ status: 'complete', version: 1, channel: 'digital', ibanLastFour: '4300', electronicMessages: true },
  ...{ ownerSubject: 'fenna', receivedAt: null, receivedOn, completedOn: receivedOn },
  attachmentCounts: {},
  consentedCoApplicants: null,
  ...change,
});
const paper = (change: Partial<Twin> = {}) =>
  twin({ id: 'twee', number: 'LB-2019-000002', ownerSubject: null, channel: 'paper', ...change });

describe('What differs between before and after', () => {
  it('is told field by field, in words, and the account number by its end alone', () => {
    const rows = changeRows(plan, {
      ...plan,
      ...{ applicant: { ...applicant, kind: 'collective', email: 'f@voorbeeld.nl' }, kernName: 'Bosrand' },
      ...{ costs: [], activityEndsOn: null, iban: 'NL20INGB0001234567' },
      particulars: {
        own: { moneyCents: cents(100), hours: 2, inKindCents: cents(0) },
        meetingHeld: true,
        units: 3,
      },
    });
    const told = Object.fromEntries(rows.map(({ field, before, after }) => [field, `${before} > ${after}`]));
    expect(told).toEqual({
      'applicant.kind': 'inwoner > collectief',
      'applicant.email': 'niet ingevuld > f@voorbeeld.nl',
      kernName: 'Vogelhoek > Bosrand',
      activityEndsOn: '14 september 2019 > niet ingevuld',
      costs: 'Bank: €\u00a0850,00 > niet ingevuld',
      iban: 'eindigt op 4300 > eindigt op 4567',
      'particulars.meetingHeld': 'niet ingevuld > ja',
      'particulars.own': 'niet ingevuld > €\u00a01,00 eigen geld, 2 uur, €\u00a00,00 aan spullen',
      'particulars.units': 'niet ingevuld > 3',
    });
    expect(rows.filter(isOfPlan).map(locationOf)).not.toContain('/iban');
    expect(rows.map(locationOf)).toContain('/kernCode');
    expect(changeRows(plan, { ...plan, particulars: {} })).toEqual([]);
  });
});

describe('A correction', () => {
  const row = (field: string) => [{ field, label: '', before: '1', after: '2' }];

  it.each([
    ['entry', 'requestedCents', true, null],
    ['clerical', 'kernName', true, null],
    ['applicant', 'kernName', true, 'content-frozen'],
    ['applicant', 'kernName', false, null],
    ['applicant', 'applicant.name', true, null],
    ['applicant', 'iban', true, null],
    ['applicant', 'requestedCents', false, 'request-not-corrected'],
  ] as const)(
    'by %s of %s, when compared and closed: %s, is refused as %s',
    (origin, field, frozen, code) => {
      expect(correctionRefusal(row(field), origin, frozen)?.code ?? null).toBe(code);
    },
  );
});

describe('Less that is agreed', () => {
  const before = { requestedCents: cents(85_000), costs: plan.costs, receivedOn };
  const context = { today: addDays(receivedOn, 9), isFrozen: false };

  it('is allowed exactly when neither amount nor costs rise, something is left, and the day can be', () => {
    const amount = fc.integer({ min: -10, max: 200_000 });
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: 1, max: 200_000 }),
        fc.integer({ min: -20, max: 20 }),
        (asked, cost, days) => {
          const after = {
            requestedCents: cents(asked),
            costs: [{ description: 'Bank', amountCents: cents(cost) }],
          };
          const refusal = reductionRefusal(before, after, addDays(receivedOn, days), context);
          const allowed = asked > 0 && asked <= 85_000 && cost <= 85_000 && days >= 0 && days <= 9;
          expect(refusal === null).toBe(allowed);
        },
      ),
    );
  });

  it('is not, where plans are compared and the round is over', () => {
    const after = { ...before, requestedCents: cents(1) };
    const refusal = reductionRefusal(before, after, receivedOn, { ...context, isFrozen: true });
    expect(refusal?.code).toBe('content-frozen');
  });

  it('is remembered against what was asked at first, however often it was done', () => {
    const change = (id: string, fromCents: number, toCents: number): OpenChange => ({
      ...{ id, kind: 'reduction', fromCents: cents(fromCents), toCents: cents(toCents) },
      agreedOn: receivedOn,
    });
    const twice = [change('1', 85_000, 60_000), change('2', 60_000, 50_000)];
    expect(agreedReduction(twice)).toEqual({ firstCents: 85_000, agreedOn: receivedOn });
    expect(reductionRemark(twice)).toContain('€\u00a0850,00');
    expect(reductionRemark([{ ...change('1', 85_000, 60_000), kind: 'correction', agreedOn: null }])).toBe(
      '',
    );
    expect(reductionRemark([change('1', 85_000, 85_000)])).toBe('');
  });
});

describe('Two applications that are one', () => {
  it.each([
    ['merger-with-itself', twin(), twin()],
    ['merger-of-another-applicant', twin(), paper({ applicant: { ...applicant, name: 'Een Ander' } })],
    ['already-merged', twin(), paper({ status: 'merged' })],
    ['merger-of-decided', twin({ status: 'decided' }), paper()],
    ['merger-of-decided', twin(), paper({ status: 'withdrawn' })],
    ['merger-of-another-regulation', twin(), paper({ regulationId: 'ander' })],
    ['merger-other-way-round', paper(), twin()],
    ['merger-other-way-round', twin({ completedOn: null, status: 'received' }), paper()],
    [
      'merger-other-way-round',
      twin(),
      paper({ regulationVersionId: 'v0', receivedOn: addDays(receivedOn, -1) }),
    ],
    ['merger-needs-reason', twin(), paper({ kernId: 'ander' })],
  ])('are refused as %s', (code, continuing, ending) => {
    expect(mergerRefusal({ continuing, ending }, null)?.code).toBe(code);
  });

  it('become one, with a reason where they differ', () => {
    expect(mergerRefusal({ continuing: twin(), ending: paper() }, null)).toBeNull();
    const other = paper({ requestedCents: cents(1) });
    expect(mergerRefusal({ continuing: twin(), ending: other }, 'Een tikfout.')).toBeNull();
  });

  it('count from the first day of receipt, and are never complete before they were received', () => {
    const offset = fc.integer({ min: 0, max: 60 });
    const complete = fc.option(offset);
    fc.assert(
      fc.property(
        offset,
        offset,
        complete,
        complete,
        fc.boolean(),
        (one, other, doneOne, doneOther, same) => {
          const days = (received: number, done: number | null) => ({
            receivedOn: addDays(receivedOn, received),
            completedOn: done === null ? null : addDays(receivedOn, received + done),
          });
          const continuing = twin(days(one, doneOne));
          const ending = paper({ ...days(other, doneOther), ...(same ? {} : { requestedCents: cents(1) }) });
          const merged = mergedDays({ continuing, ending });
          expect(merged.receivedOn <= continuing.receivedOn! && merged.receivedOn <= ending.receivedOn!).toBe(
            true,
          );
          if (merged.completedOn === null) expect(continuing.completedOn).toBeNull();
          else {
            expect(
              merged.completedOn >= merged.receivedOn && merged.completedOn <= continuing.completedOn!,
            ).toBe(true);
            if (!same) expect(merged.completedOn).toBe(continuing.completedOn);
          }
        },
      ),
    );
  });
});
