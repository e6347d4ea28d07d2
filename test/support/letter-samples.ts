import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { composeLetter } from '../../src/letters/domain/compose-letter.ts';
import type { LetterKind } from '../../src/letters/domain/letter-kind.ts';
import type { LetterModel } from '../../src/letters/domain/letter-model.ts';
import { datesFromSending } from '../../src/letters/domain/sending.ts';
import { type SettlingDates, settleDates } from '../../src/letters/domain/settle-dates.ts';
import {
  sampleAcknowledgement,
  sampleCompletionRequest,
  sampleGrant,
  sampleGrantToPayee,
  sampleGrantWithAccount,
  sampleLeftUntreated,
  samplePartialGrant,
  sampleRefusal,
  sampleRefusalOnCeiling,
} from './letter-facts.ts';
import {
  sampleChange,
  sampleFixing,
  sampleFixingExOfficio,
  sampleFixingLower,
  sampleFixingNil,
  sampleIntention,
  sampleRecovery,
  sampleWithdrawal,
} from './letter-facts-after-grant.ts';
import {
  sampleCorrection,
  sampleForwarding,
  sampleMerger,
  sampleReduction,
} from './letter-facts-on-change.ts';
import { sampleDelayNotice, samplePenaltyDecision } from './letter-facts-on-time.ts';

export const sampleDates: SettlingDates = {
  sentOn: calendarDate('2019-06-20'),
  clockStopsOn: calendarDate('2019-06-21'),
  lastObjectionDay: calendarDate('2019-08-01'),
  lastPaymentDay: calendarDate('2019-08-01'),
  lastCompletionDay: calendarDate('2019-07-04'),
  lastResponseDay: calendarDate('2019-07-04'),
};

/** One unsettled letter of each kind and variant, by the name under which it is kept. */
export function composeSamples(): Record<string, LetterModel> {
  const byKind = {
    acknowledgement: composeLetter('acknowledgement', sampleAcknowledgement),
    'completion-request': composeLetter('completion-request', sampleCompletionRequest),
    grant: composeLetter('grant', sampleGrant),
    'partial-grant': composeLetter('partial-grant', samplePartialGrant),
    refusal: composeLetter('refusal', sampleRefusal),
    'left-untreated': composeLetter('left-untreated', sampleLeftUntreated),
    'delay-notice': composeLetter('delay-notice', sampleDelayNotice),
    'penalty-decision': composeLetter('penalty-decision', samplePenaltyDecision),
    'final-fixing': composeLetter('final-fixing', sampleFixing),
    intention: composeLetter('intention', sampleIntention),
    'grant-change': composeLetter('grant-change', sampleWithdrawal),
    recovery: composeLetter('recovery', sampleRecovery),
    'change-notice': composeLetter('change-notice', sampleCorrection),
    'forwarding-notice': composeLetter('forwarding-notice', sampleForwarding),
  } satisfies Record<LetterKind, LetterModel>;
  return {
    ...byKind,
    'change-notice-reduction': composeLetter('change-notice', sampleReduction),
    'change-notice-merger': composeLetter('change-notice', sampleMerger),
    'final-fixing-lower': composeLetter('final-fixing', sampleFixingLower),
    'final-fixing-nil': composeLetter('final-fixing', sampleFixingNil),
    'final-fixing-ex-officio': composeLetter('final-fixing', sampleFixingExOfficio),
    'grant-change-amount': composeLetter('grant-change', sampleChange),
    'grant-to-payee': composeLetter('grant', sampleGrantToPayee),
    'grant-with-account': composeLetter('grant', sampleGrantWithAccount),
    'refusal-on-ceiling': composeLetter('refusal', sampleRefusalOnCeiling),
  };
}

/** When the sample of each kind or variant leaves; a variant without a day of its own leaves with its kind. */
const sentOn: Readonly<Record<string, string>> = {
  acknowledgement: '2019-05-02',
  'completion-request': '2019-05-10',
  'left-untreated': '2019-05-27',
  'penalty-decision': '2019-08-14',
  'final-fixing': '2019-10-14',
  'final-fixing-nil': '2020-01-20',
  intention: '2019-08-12',
  'grant-change': '2019-08-27',
  recovery: '2019-10-28',
  'change-notice': '2019-05-14',
  'forwarding-notice': '2019-05-06',
};

/** The samples as they would leave. */
export function settledSamples(): Record<string, LetterModel> {
  const entries = Object.entries(composeSamples()).map(([name, model]): [string, LetterModel] => {
    const day = calendarDate(sentOn[name] ?? sentOn[model.kind] ?? '2019-06-20');
    const coded = { ...model, verificationCode: '7K3M-QX9A-2TBV' };
    return [
      name,
      settleDates(coded, datesFromSending(model.kind, day, { completion: { unit: 'weeks', count: 2 } })),
    ];
  });
  return Object.fromEntries(entries);
}
