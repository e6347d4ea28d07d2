import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type CalendarDate, calendarDate } from '../src/kernel/calendar-date.ts';
import { cents } from '../src/kernel/money.ts';
import type { Candidate, Compared, Share } from '../src/decisions/domain/distribution/candidate.ts';
import { distribute, distributeAgain } from '../src/decisions/domain/distribution/distribute.ts';
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
  readonly 'euros freed'?: number;
  readonly 'granted then'?: readonly number[];
}

const page = readFileSync('docs/distribution.md', 'utf8');
const blocks = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) => JSON.parse(text) as Example);

function candidatesOf({ applications }: Example): Candidate[] {
  return applications.map((application, index) => ({
    applicationId: String(index),
    number: `LB-2019-${String(index + 1).padStart(6, '0')}`,
    ...{ period: 0, rolling: false, pool: 'kern', limitIds: ['kern'] },
    completedOn: application.completedOn ?? calendarDate('2019-05-20'),
    grantableCents: cents(Math.round(application.euros * 100)),
    declinesPart: application.declinesPart ?? false,
    compared: application.compared ?? {},
  }));
}

const within = (euros: number) => new Map([['kern', cents(euros * 100)]]);

function inOrder(shares: readonly Share[]): number[] {
  return [...shares]
    .sort((one, other) => Number(one.applicationId) - Number(other.applicationId))
    .map(({ grantedCents }) => grantedCents / 100);
}

function grantedBy(example: Example): number[] {
  return inOrder(distribute(example.rule, candidatesOf(example), within(example.euros), 'seed'));
}

/** What everybody has when money came free and was divided among who lacked it. */
function grantedThen(example: Example, freed: number): number[] {
  const first = distribute(example.rule, candidatesOf(example), within(example.euros), 'seed');
  const had = new Map(first.map((share) => [share.applicationId, share]));
  const waiting = candidatesOf(example).flatMap((candidate) => {
    const { grantableCents, grantedCents } = had.get(candidate.applicationId)!;
    const lacking = cents(grantableCents - grantedCents);
    return lacking === 0 ? [] : [{ ...candidate, grantableCents: lacking }];
  });
  const later = distributeAgain(example.rule, waiting, within(freed), 'seed');
  const added = new Map(later.map(({ applicationId, grantedCents }) => [applicationId, grantedCents]));
  return inOrder(
    first.map((share) => ({
      ...share,
      grantedCents: cents(share.grantedCents + (added.get(share.applicationId) ?? 0)),
    })),
  );
}

describe('The examples of docs/distribution.md', () => {
  it.each(blocks.map((example, index) => [index + 1, example.rule.kind, example] as const))(
    'example %i (%s) comes out as the page says',
    (_number, _kind, example) => {
      expect(grantedBy(example)).toEqual(example.granted);
      const freed = example['euros freed'];
      if (freed !== undefined) expect(grantedThen(example, freed)).toEqual(example['granted then']);
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
