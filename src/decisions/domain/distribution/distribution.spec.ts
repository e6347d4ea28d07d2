import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../../kernel/calendar-date.ts';
import { type Cents, cents, sumCents } from '../../../kernel/money.ts';
import type { Distribution } from '../../../regulations/domain/groups/distribution.ts';
import type { Candidate, Share } from './candidate.ts';
import { distribute, lacks } from './distribute.ts';

const everywhere = { atCeiling: 'remainder', moment: 'after-window-closes' } as const;
const order = { kind: 'order-of-completeness', tie: 'lot', ...everywhere } as const satisfies Distribution;

const candidate = (number: number, euros: number, change: Partial<Candidate> = {}): Candidate => ({
  applicationId: `application-${number}`,
  number: `LB-2019-${String(number).padStart(6, '0')}`,
  period: 0,
  rolling: false,
  completedOn: calendarDate('2019-05-20'),
  grantableCents: cents(Math.round(euros * 100)),
  pool: 'kern',
  limitIds: ['kern'],
  declinesPart: false,
  compared: {},
  ...change,
});
const on = (day: string) => ({ completedOn: calendarDate(day) });
const left = (amounts: Readonly<Record<string, number>>) =>
  new Map(Object.entries(amounts).map(([id, euros]) => [id, cents(Math.round(euros * 100))]));
const euros = (shares: readonly Share[]) =>
  Object.fromEntries(
    [...shares]
      .sort((one, other) => (one.applicationId < other.applicationId ? -1 : 1))
      .map(({ applicationId, grantedCents }) => [applicationId.slice(12), grantedCents / 100]),
  );
const divided = (rule: Distribution, candidates: readonly Candidate[], available: number) =>
  distribute(rule, candidates, left({ kern: available }), 'seed');

const three = [
  candidate(1, 900, on('2019-03-04')),
  candidate(2, 850, on('2019-04-10')),
  candidate(3, 700, on('2019-05-20')),
];

describe('The order of complete days', () => {
  it('gives the last of three the remainder of EUR 2,000', () => {
    const shares = divided(order, three, 2000);
    expect(
      shares.map(({ place, remainderCents, grantedCents }) => [place, remainderCents, grantedCents]),
    ).toEqual([
      [1, 200_000, 90_000],
      [2, 110_000, 85_000],
      [3, 25_000, 25_000],
    ]);
  });

  it('skips who does not fit and takes a later one that does, where the regulation says so', () => {
    const all = [...three, candidate(4, 200, on('2019-05-21'))];
    expect(euros(divided({ ...order, atCeiling: 'nothing' }, all, 2000))).toEqual({
      1: 900,
      2: 850,
      3: 0,
      4: 200,
    });
    expect(euros(divided({ ...order, atCeiling: 'stop' }, all, 2000))).toEqual({
      1: 900,
      2: 850,
      3: 0,
      4: 0,
    });
  });

  it('offers a remainder that is declined to the next, or lets it lapse', () => {
    const all = [
      ...three.slice(0, 2),
      candidate(3, 700, { ...on('2019-05-20'), declinesPart: true }),
      candidate(4, 400, on('2019-05-21')),
    ];
    expect(euros(divided(order, all, 2000))).toEqual({ 1: 900, 2: 850, 3: 0, 4: 250 });
    expect(divided(order, all, 2000).map(({ declined }) => declined)).toEqual([false, false, true, false]);
    expect(euros(divided({ ...order, declinedRemainder: 'lapses' }, all, 2000))).toMatchObject({
      3: 0,
      4: 0,
    });
  });

  it('lets three of one day share what is left in equal parts, with the odd cent to the first of the lot', () => {
    const sameDay = [candidate(1, 1000), candidate(2, 1000), candidate(3, 100)];
    const shares = divided({ ...order, tie: 'equal-split' }, sameDay, 1000.01);
    expect(euros(shares)['3']).toBe(100);
    expect(Object.values(euros(shares)).sort()).toEqual([100, 450, 450.01]);
  });

  it('serves a round before who comes after it, and later ones in the order of complete days', () => {
    const rule = { ...everywhere, kind: 'committee', body: 'De dorpsraad', tie: 'lot' } as const;
    const late = (number: number, day: string) =>
      candidate(number, 500, { ...on(day), period: 1, rolling: true });
    const all = [
      late(4, '2019-03-02'),
      late(3, '2019-03-01'),
      candidate(1, 500, { compared: { rank: 2 } }),
      candidate(2, 500, { compared: { rank: 1 } }),
    ];
    expect(divided(rule, all, 1600).map(({ applicationId }) => applicationId.slice(12))).toEqual([
      '2',
      '1',
      '3',
      '4',
    ]);
    expect(euros(divided(rule, all, 1600))).toEqual({ 1: 500, 2: 500, 3: 500, 4: 100 });
    expect(lacks(rule, late(4, '2019-03-02'))).toBeNull();
    expect(lacks(rule, candidate(1, 500))).toContain('Nog niet op volgorde gezet: De dorpsraad');
  });

  it('keeps to the limit of the scheme and of a theme beside that of the kern', () => {
    const all = [
      candidate(1, 800, { ...on('2019-03-01'), pool: 'a', limitIds: ['a', 'scheme'] }),
      candidate(2, 800, { ...on('2019-03-02'), pool: 'b', limitIds: ['b', 'scheme', 'green'] }),
      candidate(3, 800, { ...on('2019-03-03'), pool: 'a', limitIds: ['a', 'scheme', 'green'] }),
    ];
    const shares = distribute(order, all, left({ a: 2000, b: 2000, scheme: 2000, green: 1000 }), 'seed');
    expect(euros(shares)).toEqual({ 1: 800, 2: 800, 3: 200 });
    expect(shares.map(({ place }) => place)).toEqual([1, 1, 2]);
  });
});

describe('The lot', () => {
  it('is fair: over many seeds each of three comes first about as often', () => {
    const wins = new Map<string, number>();
    for (let seed = 0; seed < 3000; seed += 1) {
      const sameDay = [1, 2, 3].map((number) => candidate(number, 1));
      const first = distribute(order, sameDay, left({ kern: 1 }), `seed-${seed}`)[0]!;
      expect(first.byLot).toBe(true);
      wins.set(first.applicationId, (wins.get(first.applicationId) ?? 0) + 1);
    }
    for (const count of wins.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  it('alone decides in a lottery, whatever the day', () => {
    const rule = { ...everywhere, kind: 'lottery' } as const;
    const shares = divided(rule, three, 900);
    expect(shares.every(({ byLot }) => byLot)).toBe(true);
    expect(sumCents(shares.map(({ grantedCents }) => grantedCents))).toBe(90_000);
  });
});

describe('A tender', () => {
  const rule = {
    ...everywhere,
    kind: 'tender',
    criteria: [
      { code: 'new', label: 'Vernieuwend', maximumPoints: 10, weight: 60 },
      { code: 'reach', label: 'Bereik', maximumPoints: 10, weight: 40, thresholdPoints: 3 },
    ],
    thresholdPoints: 10,
    scoredBy: 'committee',
    assessors: 2,
    tie: 'lot',
  } as const satisfies Distribution;
  const scored = (number: number, ...sheets: readonly [number, number][]) =>
    candidate(number, 1000, {
      compared: { sheets: sheets.map(([first, second]) => ({ new: first, reach: second })) },
    });

  it('takes the mean of the assessors, weighs it and puts the highest first', () => {
    const shares = divided(rule, [scored(1, [5, 9], [6, 9]), scored(2, [9, 4], [10, 5])], 1500);
    expect(
      shares.map(({ applicationId, standing, grantedCents }) => [applicationId, standing, grantedCents]),
    ).toEqual([
      ['application-2', '7,5 punten.', 100_000],
      ['application-1', '6,9 punten.', 50_000],
    ]);
  });

  it('gives no place below a threshold, and says which one', () => {
    const shares = divided(
      rule,
      [scored(1, [10, 2], [10, 3]), scored(2, [4, 5], [4, 6]), scored(3, [9, 9], [9, 9])],
      9000,
    );
    expect(shares.map(({ place, standing }) => [place, standing])).toEqual([
      [1, '9 punten.'],
      [null, 'Voor "Bereik" zijn 2,5 punten gegeven; er zijn er minstens 3 nodig.'],
      [null, 'Samen zijn 9,5 punten gegeven; er zijn er minstens 10 nodig.'],
    ]);
  });

  it('waits until all assessors have given points', () => {
    expect(lacks(rule, scored(1, [5, 5]))).toBe('Nog niet alle beoordelaars hebben punten gegeven.');
    expect(lacks(rule, scored(1, [5, 5], [6, 6]))).toBeNull();
  });
});

describe('A vote of residents', () => {
  const rule = {
    ...everywhere,
    kind: 'vote',
    voters: 'Alle inwoners',
    place: 'meeting',
    votesPerVoter: 2,
    per: 'kern',
    tie: 'lot',
    atCeiling: 'nothing',
  } as const satisfies Distribution;
  const voted = (number: number, amount: number, votes: number, more: Candidate['compared'] = {}) =>
    candidate(number, amount, { compared: { votes, ...more } });

  it('takes the most votes first, and skips what does not fit or stops there', () => {
    const all = [voted(1, 900, 10), voted(2, 1500, 30), voted(3, 400, 8)];
    expect(euros(divided(rule, all, 2000))).toEqual({ 1: 0, 2: 1500, 3: 400 });
    expect(euros(divided({ ...rule, atCeiling: 'stop' }, all, 2000))).toEqual({ 1: 0, 2: 1500, 3: 0 });
  });

  it('needs a number of likes alone where there is money for all plans', () => {
    const all = [voted(1, 900, 1, { likes: 31 }), voted(2, 900, 40, { likes: 29 })];
    const shares = divided({ ...rule, likesSufficeAt: 30 }, all, 2000);
    expect(euros(shares)).toEqual({ 1: 900, 2: 0 });
    expect(shares.at(-1)?.standing).toContain('29 steunbetuigingen; er zijn er minstens 30 nodig');
    expect(euros(divided({ ...rule, likesSufficeAt: 30 }, all, 1000))).toEqual({ 1: 0, 2: 900 });
  });

  it('asks a number of votes', () => {
    expect(euros(divided({ ...rule, minimumVotes: 5 }, [voted(1, 100, 4), voted(2, 100, 5)], 2000))).toEqual({
      1: 0,
      2: 100,
    });
  });

  it('is about themes first and then about plans within them', () => {
    const all = [
      voted(1, 500, 50, { themeCode: 'sports', themeVotes: 20 }),
      voted(2, 500, 5, { themeCode: 'green', themeVotes: 80 }),
      voted(3, 500, 9, { themeCode: 'green', themeVotes: 80 }),
      voted(4, 500, 99, { themeCode: 'art', themeVotes: 3 }),
    ];
    const shares = divided({ ...rule, winningThemes: 2 }, all, 5000);
    expect(shares.map(({ applicationId, place }) => [applicationId.slice(12), place])).toEqual([
      ['3', 1],
      ['2', 2],
      ['1', 3],
      ['4', null],
    ]);
  });
});

describe('Dividing without an order', () => {
  it('splits equally, and what one does not need goes to the others', () => {
    const rule = { ...everywhere, kind: 'equal-split' } as const;
    expect(euros(divided(rule, [candidate(1, 100), candidate(2, 900), candidate(3, 900)], 1000))).toEqual({
      1: 100,
      2: 450,
      3: 450,
    });
  });

  it('gives everybody the same part, with the cents that rounding leaves to the largest fractions', () => {
    const rule = { ...everywhere, kind: 'pro-rata' } as const;
    const shares = divided(rule, [candidate(1, 100), candidate(2, 200), candidate(3, 400)], 100);
    expect(euros(shares)).toEqual({ 1: 14.29, 2: 28.57, 3: 57.14 });
  });

  it('gives a body no more than it is entitled to, and nothing to who is not named', () => {
    const rule = { ...everywhere, kind: 'entitlement' } as const;
    const entitled = (number: number, entitledCents: Cents | null) =>
      candidate(number, 9000, { compared: { entitledCents } });
    const shares = divided(rule, [entitled(1, cents(850_000)), entitled(2, null)], 20_000);
    expect(euros(shares)).toEqual({ 1: 8500, 2: 0 });
  });

  it('gives a plan what was handed in for it in vouchers', () => {
    const rule = {
      ...everywhere,
      kind: 'vouchers',
      holders: 'Elk huishouden',
      perHolder: 3,
      valueCents: cents(500),
      tie: 'lot',
    } as const;
    const backed = (number: number, amount: number, votes: number) =>
      candidate(number, amount, { compared: { votes } });
    expect(euros(divided(rule, [backed(1, 900, 40), backed(2, 100, 60), backed(3, 900, 0)], 1000))).toEqual({
      1: 200,
      2: 100,
      3: 0,
    });
  });
});
