import { type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import { type Cents, formatEuros } from '../../kernel/money.ts';
import type { NoticeBasis } from './case-clock.ts';
import type { NoPenaltyGround } from './default-checks.ts';
import type { RecordedGround } from './record-checks.ts';

const noticeTexts = {
  scheme: 'De beslistermijn is verlengd zoals de regeling toelaat, met',
  'named-date':
    'De aanvrager hoorde dat de beslissing later komt; de termijn zelf verandert niet. Genoemd is',
  'reasonable-term': 'De regeling noemt geen termijn; de nieuwe redelijke termijn loopt tot en met',
} as const satisfies Record<NoticeBasis, string>;

/** A notice that the decision takes longer, in one sentence. */
export function noticeText(
  basis: NoticeBasis,
  weeks: number | null,
  expectedOn: CalendarDate | null,
): string {
  const what = weeks === null ? formatDutchDate(expectedOn as CalendarDate) : `${weeks} weken`;
  return `${noticeTexts[basis]} ${what}.`;
}

const groundTexts = {
  consent: 'De aanvrager stemde schriftelijk in met uitstel (Awb 4:15, tweede lid, onder a)',
  'applicant-delay': 'De vertraging lag aan de aanvrager (Awb 4:15, tweede lid, onder b)',
  'force-majeure': 'Er was overmacht (Awb 4:15, tweede lid, onder c)',
} as const satisfies Record<RecordedGround, string>;

/** A standstill in one sentence. */
export function suspensionText(ground: RecordedGround, until: CalendarDate | null): string {
  const end =
    until === null ? 'het einde is nog niet bekend' : `de termijn loopt weer op ${formatDutchDate(until)}`;
  return `${groundTexts[ground]}; ${end}.`;
}

const noPenaltyTexts = {
  'unreasonably-late-notice': 'de ingebrekestelling kwam onredelijk laat (Awb 4:17, zesde lid, onder a)',
  'not-interested-party': 'de aanvrager is geen belanghebbende (Awb 4:17, zesde lid, onder b)',
  'manifestly-unfounded':
    'de aanvraag is kennelijk niet-ontvankelijk of ongegrond (Awb 4:17, zesde lid, onder c)',
} as const satisfies Record<NoPenaltyGround, string>;

/** What was determined about a penalty, in one sentence. */
export function penaltyDecisionText(
  days: number,
  amountCents: Cents,
  ground: NoPenaltyGround | null,
): string {
  if (ground !== null) return `Er is geen dwangsom: ${noPenaltyTexts[ground]}.`;
  return `De dwangsom is ${formatEuros(amountCents)}, over ${days === 1 ? '1 dag' : `${days} dagen`}.`;
}
