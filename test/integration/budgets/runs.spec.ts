import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/ids.ts';
import { cents } from '../../../src/kernel/money.ts';
import { book, posting } from '../../support/test-budget.ts';
import { createLedger, proposer, type TestLedger } from '../../support/test-ledger.ts';

const lines = (...kernen: [string, number?, string?][]) =>
  kernen.map(([kernCode, amount, toKernCode]) => ({
    kernCode,
    ...(amount !== undefined && { amountCents: cents(amount * 100) }),
    ...(toKernCode !== undefined && { toKernCode }),
  }));

describe('What finance does with budgets', () => {
  let ledger: TestLedger;

  beforeEach(async () => {
    ledger = await createLedger(['asch', 'ingen', 'zoelen']);
  });
  afterEach(() => ledger.database.drop());

  const refused = (code: string) => expect.objectContaining({ code }) as unknown;

  it('gives kernen money by a resolution, which stands on the entries', async () => {
    const run = await ledger.allocate({ ingen: 2000, zoelen: 2000 });
    expect(run).toMatchObject({ status: 'confirmed', reference: 'RB 2018-112', totalCents: 400_000 });
    expect(await ledger.balances('ingen')).toEqual({ source: -2000, available: 2000 });
    const entries = await ledger.database.asOwner('SELECT reference, journal_id FROM ledger_entry');
    expect(entries).toEqual([
      { reference: 'RB 2018-112', journal_id: run.journalId },
      { reference: 'RB 2018-112', journal_id: run.journalId },
    ]);
  });

  it('nothing is booked by a proposal, nor by who proposed it', async () => {
    const request = {
      kind: 'allocation',
      resolutionId: ledger.resolution.id,
      lines: lines(['asch', 100]),
    } as const;
    const proposed = await ledger.propose({ ...request, lines: [...request.lines] });
    expect(await ledger.balances('asch')).toEqual({});
    await expect(ledger.confirm(proposed, proposer)).rejects.toEqual(refused('same-person'));
    await ledger.confirm(proposed);
    expect(await ledger.balances('asch')).toEqual({ source: -100, available: 100 });
    await expect(ledger.confirm({ ...proposed, version: 2 })).rejects.toEqual(refused('run-decided'));
  });

  it('a rejected proposal stays, and books nothing', async () => {
    const proposed = await ledger.propose({
      ...{ kind: 'allocation', resolutionId: ledger.resolution.id, lines: lines(['asch', 100]) },
    });
    expect(await ledger.reject(proposed)).toMatchObject({
      status: 'rejected',
      rejectionReason: 'Niet nodig',
    });
    expect(await ledger.balances('asch')).toEqual({});
  });

  it('moves money from one kern to another, and back by a counter-run, once', async () => {
    await ledger.allocate({ ingen: 2000, zoelen: 2000 });
    const run = await ledger.run({
      kind: 'transfer',
      reason: 'ruil',
      lines: lines(['ingen', 500, 'zoelen']),
    });
    expect(await ledger.balances('ingen')).toEqual({ source: -2000, transferred: 500, available: 1500 });
    expect(await ledger.balances('zoelen')).toEqual({ source: -2000, transferred: -500, available: 2500 });
    const counter = {
      kind: 'counter-run',
      runId: run.id,
      reason: 'toch niet',
      regulationCode: undefined,
    } as never;
    await ledger.run(counter);
    expect(await ledger.balances('ingen')).toEqual({ source: -2000, available: 2000 });
    expect(await ledger.balances('zoelen')).toEqual({ source: -2000, available: 2000 });
    await expect(ledger.run(counter)).rejects.toEqual(refused('already-corrected'));
  });

  it.each([
    ['ingen', 'ingen', 500, 'transfer-to-itself'],
    ['ingen', 'zoelen', 2001, 'more-than-available'],
    ['asch', 'zoelen', 1, 'budget-not-found'],
  ])('refuses a transfer from %s to %s of EUR %i: %s', async (from, to, amount, code) => {
    await ledger.allocate({ ingen: 2000, zoelen: 2000 });
    const attempt = ledger.propose({ kind: 'transfer', reason: 'ruil', lines: lines([from, amount, to]) });
    await expect(attempt).rejects.toEqual(refused(code));
  });

  it('divides what is left equally, in a preview that goes stale when money is granted meanwhile', async () => {
    await ledger.allocate({ asch: 100, ingen: 2000, zoelen: 400 });
    const stale = await ledger.propose({ kind: 'redistribution', rule: 'equal', reason: '1 oktober' });
    await book(ledger.database, posting(await ledger.budgetId('ingen'), { amountCents: cents(150_000) }));
    await expect(ledger.confirm(stale)).rejects.toEqual(refused('run-stale'));
    const run = await ledger.run({ kind: 'redistribution', rule: 'equal', reason: '1 oktober' });
    expect(run.steps.map(({ kernCode, movement, amountCents }) => [kernCode, movement, amountCents])).toEqual(
      [
        ['ingen', 'transfer-out', 16_667],
        ['zoelen', 'transfer-out', 6_667],
        ['asch', 'transfer-in', 23_334],
      ],
    );
    expect(await ledger.balances('asch')).toMatchObject({ available: 333.34 });
    expect(await ledger.balances('ingen')).toMatchObject({ available: 333.33, committed: 1500 });
  });

  it('carries over, lapses, closes the year and opens it again', async () => {
    await ledger.allocate({ ingen: 2000, zoelen: 2000 });
    const grantId = newId();
    await book(
      ledger.database,
      posting(await ledger.budgetId('ingen'), { grantId, amountCents: cents(50_000) }),
    );
    const close = {
      kind: 'close-year',
      year: 2019,
      reason: 'jaareinde',
      countsOn: '2020-01-15',
      regulationCode: undefined,
    } as never;
    await expect(ledger.run(close)).rejects.toEqual(refused('money-left'));
    await ledger.remainder({ kind: 'carry-over', years: 1 });
    await ledger.run({
      ...{ kind: 'carry-over', toRegulationCode: 'voorbeeld-2020', countsOn: '2020-01-01' },
      ...{ resolutionId: ledger.resolution.id, lines: lines(['ingen', 1000]) },
    });
    expect(await ledger.balances('ingen', 2020)).toEqual({ transferred: -1000, available: 1000 });
    await ledger.run({ kind: 'lapse', reason: 'jaareinde' });
    expect(await ledger.balances('zoelen')).toEqual({ source: -2000, lapsed: 2000 });
    await ledger.run(close);
    const in2019 = posting(await ledger.budgetId('ingen'), {
      movement: 'order-payment',
      grantId,
      amountCents: cents(50_000),
    });
    await expect(book(ledger.database, in2019)).rejects.toEqual(refused('counts-in-closed-year'));
    const in2020 = { ...in2019, countsOn: '2020-01-20' as never };
    await book(ledger.database, in2020);
    const commit = posting(await ledger.budgetId('ingen'), { countsOn: '2020-01-20' as never });
    await expect(book(ledger.database, commit)).rejects.toEqual(refused('budget-closed'));
    await book(ledger.database, { ...in2020, movement: 'pay' });
    const claim = { ...in2020, movement: 'claim-back' as const, amountCents: cents(10_000) };
    await expect(book(ledger.database, claim)).rejects.toEqual(refused('reason-missing'));
    await book(ledger.database, { ...claim, reason: 'goedkoper uitgevoerd' });
    await book(ledger.database, { ...claim, movement: 'receive-lapsed', reason: 'terugbetaald' });
    expect(await ledger.balances('ingen')).toMatchObject({ paid: 400, lapsed: 600 });
    await ledger.run({
      kind: 'reopen-year',
      year: 2019,
      reason: 'fout',
      countsOn: '2020-02-01',
      regulationCode: undefined,
    } as never);
    await book(ledger.database, { ...in2019, movement: 'payment-returned', amountCents: cents(40_000) });
    expect(await ledger.balances('ingen')).toMatchObject({ committed: 400 });
  });

  it('corrects by the mirror of one named entry, once and with a reason', async () => {
    await ledger.allocate({ ingen: 2000 });
    await ledger.run({
      kind: 'hold',
      reference: 'bezwaar 12',
      reason: 'bezwaar',
      lines: lines(['ingen', 300]),
    });
    expect(await ledger.balances('ingen')).toEqual({ source: -2000, available: 1700, held: 300 });
    const [entry] = await ledger.database.asOwner<{ id: string }>(
      "SELECT id FROM ledger_entry WHERE movement = 'hold'",
    );
    const request = {
      kind: 'correction',
      entryIds: [entry!.id],
      reason: 'dubbel',
      regulationCode: undefined,
    } as never;
    await ledger.run(request);
    expect(await ledger.balances('ingen')).toEqual({ source: -2000, available: 2000 });
    await expect(ledger.run(request)).rejects.toBeDefined();
  });

  it('tells all at once what a kind of run lacks and what does not belong to it', async () => {
    const attempt = ledger.propose({ kind: 'transfer', rule: 'equal', lines: lines(['ingen']) });
    await expect(attempt).rejects.toMatchObject({
      code: 'run-parts',
      faults: [
        { location: '/reason', code: 'required' },
        { location: '/rule', code: 'not-for-this-kind' },
        { location: '/lines/0/amountCents', code: 'required' },
        { location: '/lines/0/toKernCode', code: 'required' },
      ],
    });
  });
});
