import type { Case } from './case-table.ts';
import { activity, costs, facts } from './case-table.ts';

const inTime = { 'in-time': 'met', applicant: 'met', 'before-activity': 'met' } as const;

export const buren2019Cases: readonly Case[] = [
  {
    name: 'a bench of EUR 850, in time',
    facts: facts('2019-03-04', 850, activity('2019-09-14')),
    findings: { ...inTime, surroundings: 'needs-judgement' },
    grantableCents: 85_000,
    decideBy: '2019-07-26',
  },
  {
    name: 'on the last day',
    facts: facts('2019-05-31', 2_000),
    findings: inTime,
    grantableCents: 200_000,
    decideBy: '2019-07-26',
  },
  {
    name: 'a day too late',
    facts: facts('2019-06-03', 500),
    findings: { 'in-time': 'not-met' },
    grantableCents: 50_000,
  },
  {
    name: 'more asked than the plan costs',
    facts: facts('2019-03-04', 900, costs(['Bank', 650])),
    findings: inTime,
    grantableCents: 65_000,
  },
  {
    name: 'after the activity is over',
    facts: facts('2019-05-10', 500, activity('2019-05-04')),
    findings: { 'before-activity': 'not-met' },
    grantableCents: 50_000,
  },
];

export const buren2020Cases: readonly Case[] = [
  {
    name: 'on Tuesday 2 June, since 31 May is Whit Sunday',
    facts: facts('2020-06-02', 400),
    findings: inTime,
    grantableCents: 40_000,
    decideBy: '2020-07-28',
  },
  {
    name: 'on Wednesday 3 June',
    facts: facts('2020-06-03', 400),
    findings: { 'in-time': 'not-met' },
    grantableCents: 40_000,
  },
];

export const buren2021Cases: readonly Case[] = [
  {
    name: 'on 30 June, with an idea that must be new',
    facts: facts('2021-06-30', 1_200, { applicantKind: 'company' }),
    findings: { ...inTime, 'new-and-unique': 'needs-judgement' },
    grantableCents: 120_000,
    decideBy: '2021-08-25',
  },
  {
    name: 'a collective is no applicant of its own here',
    facts: facts('2021-05-01', 500, { applicantKind: 'collective' }),
    findings: { applicant: 'not-met' },
    grantableCents: 50_000,
  },
];

export const meetingCases: readonly Case[] = [
  {
    name: 'half of games and prizes',
    facts: facts('2021-06-01', 100, {
      ...activity('2021-06-15'),
      ...costs(['Springkussen', 120, 'games'], ['Bekers', 30, 'prizes']),
    }),
    findings: { 'lead-time': 'met', 'open-to-all': 'needs-judgement' },
    grantableCents: 7_500,
    decideBy: '2021-07-27',
  },
  {
    name: 'never more than EUR 100, and no food',
    facts: facts('2021-06-01', 300, {
      ...activity('2021-07-03'),
      ...costs(['Geluid', 400, 'sound'], ['Vlees', 200, 'food'], ['Vat', 100, 'drink']),
    }),
    findings: { 'lead-time': 'met' },
    grantableCents: 10_000,
  },
  {
    name: 'thirteen days beforehand is too late, also over a weekend',
    facts: facts('2021-06-07', 50, { ...activity('2021-06-20'), ...costs(['Geluid', 100, 'sound']) }),
    findings: { 'lead-time': 'not-met' },
    grantableCents: 5_000,
  },
  {
    name: 'only food gives nothing',
    facts: facts('2021-06-01', 50, { ...activity('2021-07-03'), ...costs(['Taart', 80, 'food']) }),
    findings: { amount: 'not-met' },
    grantableCents: 0,
  },
];
