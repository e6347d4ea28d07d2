import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { cents } from '../../src/kernel/money.ts';
import type { DelayNoticeFacts, PenaltyDecisionFacts } from '../../src/letters/domain/facts-on-time.ts';
import { sampleCase, sampleCollege } from './letter-facts.ts';

export const sampleDelayNotice: DelayNoticeFacts = {
  ...sampleCase,
  reason: 'De dorpsraad adviseert over uw plan en vergadert pas op 10 juli. Wij willen dat advies meewegen',
  formerDueOn: calendarDate('2019-06-27'),
  newDueOn: calendarDate('2019-07-25'),
  ground: { kind: 'reasonable-term' },
};

export const samplePenaltyDecision: PenaltyDecisionFacts = {
  ...sampleCase,
  decidedBy: { ...sampleCollege, resolutionNumber: '2019-33-4', resolutionDate: calendarDate('2019-08-13') },
  dueOn: calendarDate('2019-06-27'),
  noticeReceivedOn: calendarDate('2019-07-01'),
  decisionAnnouncedOn: calendarDate('2019-08-05'),
  outcome: {
    kind: 'due',
    firstDay: calendarDate('2019-07-16'),
    steps: [
      { days: 14, perDayCents: cents(2_300) },
      { days: 6, perDayCents: cents(3_500) },
    ],
    amountCents: cents(53_200),
    ibanLastFour: '4300',
  },
};
