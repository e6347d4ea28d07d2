import { describe, expect, it } from '@jest/globals';
import { composeSamples, sampleDates } from '../../../test/support/letter-samples.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { checkLetter } from './check-letter.ts';
import { previewDates, settleDates, tokensIn } from './settle-dates.ts';

const samples = composeSamples();
const grant = samples.grant!;

describe('the dates of a letter', () => {
  it('are named, so that announcing knows which to compute', () => {
    expect(tokensIn(grant)).toEqual(['sentOn', 'lastObjectionDay', 'lastPaymentDay']);
    expect(tokensIn(samples['completion-request']!)).toEqual(['lastCompletionDay', 'clockStopsOn']);
    expect(tokensIn(samples.acknowledgement!)).toEqual([]);
  });

  it('are filled in where the letter needs them, and the letter stays whole', () => {
    for (const model of Object.values(samples)) {
      const settled = settleDates(model, sampleDates);
      expect(tokensIn(settled)).toEqual([]);
      expect(settled.sentOn).toBe('2019-06-20');
      checkLetter(settled);
    }
    expect(JSON.stringify(settleDates(grant, sampleDates))).toContain('1 augustus 2019');
  });

  it('leave the stored model as it was', () => {
    const before = JSON.stringify(grant);
    settleDates(grant, sampleDates);
    expect(JSON.stringify(grant)).toBe(before);
  });

  it('must all be given', () => {
    expect(() => settleDates(grant, { sentOn: sampleDates.sentOn })).toThrow(
      'the letter needs lastPaymentDay',
    );
  });

  it('never lie before the day of sending', () => {
    const dates = { ...sampleDates, lastPaymentDay: calendarDate('2019-06-19') };
    expect(() => settleDates(grant, dates)).toThrow('lastPaymentDay');
  });

  it('are settled once', () => {
    expect(() => settleDates(settleDates(grant, sampleDates), sampleDates)).toThrow('once');
  });

  it('can be tried out beforehand, which marks the letter as a concept', () => {
    expect(previewDates(grant, sampleDates).preview).toBe(true);
    expect(settleDates(grant, sampleDates).preview).toBe(false);
  });
});
