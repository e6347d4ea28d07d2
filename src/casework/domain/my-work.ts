import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { workRanks } from '../../applications/domain/waiting-work.ts';
import type { DueDateKind } from '../../deadlines/domain/due-date-kind.ts';
import { daysAhead } from '../../deadlines/domain/due-work.ts';
import type { LetterKind } from '../../letters/domain/letter-kind.ts';

export const workSources = ['deadline', 'letter', 'step', 'supplement', 'assignment'] as const;

/** Why something is work of today. */
export type WorkSource = (typeof workSources)[number];

/** The place of an item in the list: its rank in law, its day, and what tells items of one day apart. */
export type WorkKey = readonly [rank: number, actsOn: string, id: string, kind: string];

/** A run through an index: one rank, between two days. */
export interface WorkRun {
  readonly rank: number;
  readonly from: string;
  readonly until: string;
}

/** What somebody has to handle that is not near its last day yet, after everything that is. */
export const assignedRank = 6;

const firstDay = '1900-01-01';
const lastDay = '9999-12-31';

/** The runs that together are the work of a day, whoever it is for. */
export function runsOf(today: CalendarDate): WorkRun[] {
  const near = addDays(today, daysAhead);
  const { costly, lawful, ready, promised, ...untilPast } = workRanks;
  return [
    ...[costly, lawful, promised].map((rank) => ({ rank, from: firstDay, until: near })),
    { rank: ready, from: firstDay, until: lastDay },
    ...[untilPast.costlyUntilPast, untilPast.lawfulUntilPast, untilPast.promisedUntilPast].map((rank) => ({
      ...{ rank, from: today, until: near },
    })),
  ];
}

/** As what rank a stored rank is shown. */
export function shownRank(rank: number): number {
  return rank % 10;
}

/** What follows in law, or does not, when a last day passes. */
export const consequencesOfDueDates = {
  completion: 'De aanvrager is aan zet.',
  'leaving-untreated':
    'Daarna kan de aanvraag niet meer buiten behandeling blijven en wordt op de inhoud beslist (Awb 4:5, vierde lid).',
  decision: 'Daarna kan de aanvrager ons in gebreke stellen; twee weken later kost elke dag geld (Awb 4:17).',
  expected: 'Deze dag staat in onze brief aan de aanvrager (Awb 4:14).',
  promise: 'Deze dag is beloofd; uit de wet volgt er niets.',
  'answer-target': 'Dit is ons eigen streven; uit de wet volgt er niets.',
  'contact-target': 'Dit is ons eigen streven; uit de wet volgt er niets.',
  'default-notice':
    'Is de brief dan niet weg, dan kost elke dag daarna geld, in drie stappen en ten hoogste 42 dagen (Awb 4:17).',
  penalty: 'De dwangsom loopt; op deze dag is zij op haar hoogst (Awb 4:17).',
  'penalty-decision': 'De hoogte van de dwangsom moet dan zijn vastgesteld (Awb 4:18).',
  'penalty-payment': 'Daarna is wettelijke rente verschuldigd (Awb 4:97 en 4:98).',
  objection: 'De aanvrager kan bezwaar maken.',
  payment: 'Daarna is wettelijke rente verschuldigd (Awb 4:97 en 4:98).',
  declaration: 'De aanvrager is aan zet.',
  account: 'De aanvrager is aan zet.',
  settlement: 'Daarna zijn wij te laat met vaststellen (Awb 4:47).',
  'execution-start': 'De aanvrager is aan zet.',
  execution: 'De aanvrager is aan zet.',
  recovery: 'Daarna kan niet meer worden teruggevorderd (Awb 4:57).',
} as const satisfies Record<DueDateKind, string>;

const untold = 'Zolang de brief niet weg is, weet de aanvrager hier niet van.';

/** What a letter that lies ready holds up. */
export function consequenceOfLetter(kind: LetterKind): string {
  if (kind === 'completion-request') {
    return 'Zolang de brief niet weg is, is er niets gevraagd en staat de beslistermijn niet stil (Awb 4:15).';
  }
  if (['grant', 'partial-grant', 'refusal', 'left-untreated'].includes(kind)) {
    return 'Zolang de brief niet weg is, werkt het besluit niet en loopt de beslistermijn door (Awb 3:40).';
  }
  return untold;
}

/** What holds for the other work. */
export const consequenceOfSupplement =
  'De beslistermijn loopt weer vanaf de dag waarop de aanvraag compleet is (Awb 4:15).';
export const consequenceOfAssignment = 'U behandelt deze aanvraag; er is nu geen haast.';
