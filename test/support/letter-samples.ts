import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { cents } from '../../src/kernel/money.ts';
import { composeLetter } from '../../src/letters/domain/compose-letter.ts';
import type { LetterKind } from '../../src/letters/domain/letter-kind.ts';
import type { LetterModel } from '../../src/letters/domain/letter-model.ts';
import { type SettlingDates, settleDates } from '../../src/letters/domain/settle-dates.ts';
import {
  sampleAcknowledgement,
  sampleCeiling,
  sampleCompletionRequest,
  sampleGrant,
  sampleGrantWithAccount,
  sampleLeftUntreated,
  samplePartialGrant,
  sampleRefusal,
} from './letter-facts.ts';
import { sampleDelayNotice, samplePenaltyDecision } from './letter-facts-on-time.ts';

export const sampleDates: SettlingDates = {
  sentOn: calendarDate('2019-06-20'),
  clockStopsOn: calendarDate('2019-06-21'),
  lastObjectionDay: calendarDate('2019-08-01'),
  lastPaymentDay: calendarDate('2019-08-01'),
  lastCompletionDay: calendarDate('2019-07-04'),
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
  } satisfies Record<LetterKind, LetterModel>;
  return {
    ...byKind,
    'grant-with-account': composeLetter('grant', sampleGrantWithAccount),
    'refusal-on-ceiling': composeLetter('refusal', {
      ...sampleRefusal,
      reasons: [],
      ceiling: { ...sampleCeiling, leftCents: cents(0) },
    }),
  };
}

/** The samples as they would leave. */
export function settledSamples(): Record<string, LetterModel> {
  const entries = Object.entries(composeSamples());
  return Object.fromEntries(entries.map(([name, model]) => [name, settleDates(model, sampleDates)]));
}
