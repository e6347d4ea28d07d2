import type { CaseKey } from '../secrets/case-key.ts';
import type { ClockRecords } from './case-clocks.service.ts';
import { type ClockRecordKind, ClockRecordResponse } from './deadlines.response.ts';
import { noticeText, penaltyDecisionText, suspensionText } from './domain/record-texts.ts';
import { reasonPlace, type TableWithReason } from './sealed-reasons.ts';

/** Reads the reason of a record, for who may know it. */
type Reasons = (table: TableWithReason, row: { id: string; reasonSealed: Buffer }) => { reason?: string };

function record(kind: ClockRecordKind, fields: Omit<ClockRecordResponse, 'kind'>): ClockRecordResponse {
  return Object.assign(new ClockRecordResponse(), { kind, ...fields });
}

/**
 * What was recorded about the clock of one case, in the order in which it was recorded.
 * @param key of the case, for who may read reasons; null for who may not
 */
export function clockRecordsOf(
  { notices, suspensions, defaultNotices, penaltyDecisions, promises }: ClockRecords,
  key: CaseKey | null,
): ClockRecordResponse[] {
  const reasons: Reasons = (table, { id, reasonSealed }) =>
    key === null ? {} : { reason: key.open<string>(reasonSealed, reasonPlace(table, id)) };
  const all = [
    ...notices.flatMap((row) => {
      const { id, basis, announcedOn: onDate, weeks, expectedOn: untilDate } = row;
      if (onDate === null) return [];
      const sentence = noticeText(basis, weeks, untilDate);
      const kind = basis === 'scheme' ? 'extension' : 'delay-notice';
      return record(kind, { id, onDate, untilDate, sentence, ...reasons('delay_notice', row) });
    }),
    ...suspensions.map((row) => {
      const { id, ground, startsAfter: onDate, until: untilDate } = row;
      const sentence = suspensionText(ground, untilDate);
      return record('suspension', { id, onDate, untilDate, sentence, ...reasons('term_suspension', row) });
    }),
    ...defaultNotices.map(({ id, receivedOn: onDate }) => {
      const sentence = 'De aanvrager heeft ons schriftelijk in gebreke gesteld (Awb 4:17, derde lid).';
      return record('default-notice', { id, onDate, untilDate: null, sentence });
    }),
    ...penaltyDecisions.map((row) => {
      const { id, decidedOn: onDate, days, amountCents, ground } = row;
      const sentence = penaltyDecisionText(days, amountCents, ground);
      const fields = { id, onDate, untilDate: null, sentence, ...reasons('penalty_decision', row) };
      return record('penalty-decision', fields);
    }),
    ...promises.map((row) => {
      const { id, promisedOn: onDate } = row;
      const sentence = 'Op deze dag is een antwoord beloofd; dat is geen wettelijke termijn.';
      return record('promise', { id, onDate, untilDate: null, sentence, ...reasons('promised_date', row) });
    }),
  ];
  return all.sort((one, other) => (one.id < other.id ? -1 : 1));
}
