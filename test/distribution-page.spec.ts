import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type CalendarDate, calendarDate } from '../src/kernel/calendar-date.ts';
import { cents } from '../src/kernel/money.ts';
import type { Compared } from '../src/decisions/domain/distribution/candidate.ts';
import { distribute } from '../src/decisions/domain/distribution/distribute.ts';
import type { Distribution } from '../src/regulations/domain/groups/distribution.ts';

interface Example {
  readonly rule: Distribution;
  readonly euros: number;
  readonly applications: readonly {
    readonly completedOn?: CalendarDate;
    readonly euros: number;
    readonly declinesPart?: boolean;
    readonly compared?: Compared;
  }[];
  readonly granted: readonly number[];
}

const page = readFileSync('docs/distribution.md', 'utf8');
const blocks = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) => JSON.parse(text) as Example);

function grantedBy({ rule, euros, applications }: Example): number[] {
  const candidates = applications.map((application, index) => ({
    applicationId: String(index),
    number: `LB-2019-${String(index + 1).padStart(6, '0')}`,
    ...{ period: 0, rolling: false, pool: 'kern', limitIds: ['kern'] },
    completedOn: application.completedOn ?? calendarDate('2019-05-20'),
    grantableCents: cents(Math.round(application.euros * 100)),
    declinesPart: application.declinesPart ?? false,
    compared: application.compared ?? {},
  }));
  const shares = distribute(rule, candidates, new Map([['kern', cents(euros * 100)]]), 'seed');
  const granted = new Map(shares.map((share) => [share.applicationId, share.grantedCents / 100]));
  return candidates.map(({ applicationId }) => granted.get(applicationId) ?? NaN);
}

describe('The examples of docs/distribution.md', () => {
  it.each(blocks.map((example, index) => [index + 1, example.rule.kind, example] as const))(
    'example %i (%s) comes out as the page says',
    (_number, _kind, example) => {
      expect(grantedBy(example)).toEqual(example.granted);
    },
  );

  it('show every method', () => {
    const kinds = new Set(blocks.map(({ rule }) => rule.kind));
    expect([...kinds].sort()).toEqual([
      'committee',
      'entitlement',
      'equal-split',
      'lottery',
      'order-of-completeness',
      'pro-rata',
      'tender',
      'vote',
      'vouchers',
    ]);
  });
});
