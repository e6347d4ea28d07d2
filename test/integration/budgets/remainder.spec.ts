import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../../src/kernel/calendar-date.ts';
import { cents } from '../../../src/kernel/money.ts';
import { book, posting } from '../../support/test-budget.ts';
import { createLedger, type TestLedger } from '../../support/test-ledger.ts';

const from = calendarDate('2019-10-01');
const condition = 'er kernen zijn die tekortkomen';

describe('Money that is left goes only where the regulation lets it', () => {
  let ledger: TestLedger;

  beforeEach(async () => {
    ledger = await createLedger(['asch', 'ingen', 'zoelen']);
    await ledger.allocate({ asch: 100, ingen: 2000, zoelen: 400 });
  });
  afterEach(() => ledger.database.drop());

  const refused = (code: string, detail: RegExp) =>
    expect.objectContaining({ code, detail: expect.stringMatching(detail) as unknown }) as unknown;
  const available = async () =>
    Promise.all(
      ['asch', 'ingen', 'zoelen'].map(async (kern) => (await ledger.balances(kern))['available'] ?? 0),
    );

  const transfer = {
    ...{ kind: 'transfer' as const, reason: 'ruil', countsOn: '2019-10-02' },
    lines: [{ kernCode: 'ingen', toKernCode: 'zoelen', amountCents: cents(100) }],
  } as const;
  const redistribution = { kind: 'redistribution', reason: 'tekort', countsOn: '2019-10-02' } as const;
  const carryOver = {
    ...{ kind: 'carry-over' as const, toRegulationCode: 'voorbeeld-2020', countsOn: '2020-01-01' },
  } as const;
  const lapse = { kind: 'lapse', reason: 'jaareinde', countsOn: '2019-12-31' } as const;
  const resolved = <Run extends object>(run: Run) => ({ ...run, resolutionId: ledger.resolution.id });

  it('nothing moves between kernen or years where what is left lapses', async () => {
    await ledger.remainder({ kind: 'lapse' });
    const quoted = /^De regeling zegt: "Wat aan het einde van het jaar over is, vervalt\."/;
    const attempts = [
      { ...transfer, lines: [...transfer.lines] },
      { ...redistribution, rule: 'equal' as const },
      resolved(carryOver),
      resolved({ ...carryOver, kind: 'saving' as const }),
    ];
    for (const attempt of attempts) {
      await expect(ledger.propose(attempt)).rejects.toEqual(refused('transfer-forbidden', quoted));
    }
    await ledger.run(lapse);
    expect(await available()).toEqual([0, 0, 0]);
  });

  it('kernen are levelled from the day of the regulation on, and only those that it names', async () => {
    await ledger.remainder({
      kind: 'redistribute',
      from,
      condition,
      by: 'equal-split',
      kernCodes: ['asch', 'ingen'],
    });
    const early = { ...redistribution, countsOn: '2019-09-30' };
    await expect(ledger.propose(early)).rejects.toEqual(
      refused('redistribution-too-early', /vanaf 1 oktober 2019/),
    );
    await expect(ledger.propose({ ...transfer, lines: [...transfer.lines] })).rejects.toEqual(
      refused('transfer-forbidden', /alleen tussen asch, ingen, en niet met zoelen/),
    );
    await expect(ledger.propose({ ...redistribution, rule: 'by-shortage' })).rejects.toEqual(
      refused('transfer-forbidden', /in gelijke delen, en niet naar tekort/),
    );
    await ledger.run(redistribution);
    expect(await available()).toEqual([1050, 1050, 400]);
  });

  const short = (kernCode: string, euros: number) => ({ kernCode, shortageCents: cents(euros * 100) });

  it('the college divides by shortage where the regulation leaves it the choice', async () => {
    await ledger.remainder({ kind: 'redistribute', from, condition, by: 'college' });
    await expect(ledger.propose(redistribution)).rejects.toMatchObject({
      code: 'run-parts',
      faults: [{ location: '/rule', code: 'required' }],
    });
    const lines = [short('asch', 600), { kernCode: 'zoelen' }, short('ingen', 200)];
    await ledger.run({ ...redistribution, rule: 'by-shortage', lines });
    expect(await available()).toEqual([400, 2100, 0]);
  });

  it('who was complete first gets all that is lacking before the next, where the regulation says so', async () => {
    await ledger.remainder({ kind: 'redistribute', from, condition, by: 'order-of-completeness' });
    const lines = [short('ingen', 300), short('asch', 600), { kernCode: 'zoelen' }];
    await ledger.run({ ...redistribution, lines });
    expect(await available()).toEqual([200, 2300, 0]);
  });

  it('no more goes along to the next year than the regulation has, and no longer', async () => {
    await ledger.remainder({ kind: 'carry-over', years: 1, maximumCents: cents(50_000) });
    await ledger.remainder({ kind: 'carry-over', years: 1, maximumCents: cents(50_000) }, 'voorbeeld-2020');
    const all = { ...resolved(carryOver), lines: [{ kernCode: 'ingen', amountCents: cents(200_000) }] };
    await expect(ledger.propose(all)).rejects.toEqual(
      refused('carried-too-much', /^Uit Ingen kan hoogstens €\s500,00 mee/),
    );
    await ledger.run(resolved(carryOver));
    expect(await available()).toEqual([0, 1500, 0]);
    expect(await ledger.balances('ingen', 2020)).toEqual({ transferred: -500, available: 500 });
    await ledger.addRegulation('voorbeeld-2021', 2021);
    const again = {
      ...resolved(carryOver),
      ...{ regulationCode: 'voorbeeld-2020', toRegulationCode: 'voorbeeld-2021', countsOn: '2021-01-01' },
      lines: [{ kernCode: 'ingen' }],
    };
    await expect(ledger.propose(again)).rejects.toEqual(
      refused('saved-too-long', /^In Ingen staat geld uit 2019; dat blijft 1 jaar/),
    );
  });

  it('what was saved is spent first, so that what is left is younger', async () => {
    const save = { kind: 'save', years: 1 } as const;
    await ledger.remainder(save);
    await ledger.remainder(save, 'voorbeeld-2020');
    const saving = { ...resolved(carryOver), kind: 'saving' as const, lines: [{ kernCode: 'asch' }] };
    await ledger.run(saving);
    const budgetId = await ledger.budgetId('asch', 2020);
    const extra = {
      kind: 'supplementary',
      regulationCode: 'voorbeeld-2020',
      countsOn: '2020-02-01',
    } as const;
    await ledger.run(resolved({ ...extra, lines: [{ kernCode: 'asch', amountCents: cents(20_000) }] }));
    await book(
      ledger.database,
      posting(budgetId, { amountCents: cents(10_000), countsOn: calendarDate('2020-03-01') }),
    );
    await ledger.addRegulation('voorbeeld-2021', 2021);
    const next = { ...saving, regulationCode: 'voorbeeld-2020', toRegulationCode: 'voorbeeld-2021' };
    await ledger.run({ ...next, countsOn: '2021-01-01' });
    expect(await ledger.balances('asch', 2021)).toEqual({ transferred: -200, available: 200 });
  });

  it('money that stays available for good lapses only by a resolution', async () => {
    await ledger.remainder({ kind: 'carry-over' });
    await expect(ledger.propose(lapse)).rejects.toEqual(refused('remainder-stays', /Noem het besluit/));
    await ledger.run(resolved(lapse));
    expect(await available()).toEqual([0, 0, 0]);
  });
});
