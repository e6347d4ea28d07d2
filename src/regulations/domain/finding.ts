import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/money.ts';
import type { ApplicantKind } from './applicant-kind.ts';

export const findingOutcomes = ['met', 'not-met', 'needs-judgement'] as const;

export type FindingOutcome = (typeof findingOutcomes)[number];

export const legalForms = ['association', 'foundation', 'cooperation', 'church', 'other'] as const;

export type LegalForm = (typeof legalForms)[number];

/** One line of an estimate. Without a category it falls under what the regulation says of uncategorised costs. */
export interface CostFact {
  readonly description: string;
  readonly amountCents: Cents;
  readonly category?: string | undefined;
  /** The VAT within the amount; left out where nobody told it. */
  readonly vatCents?: Cents | undefined;
  /** Whether the costs were made before the application. */
  readonly madeBefore?: boolean | undefined;
}

/** What the applicants bring in themselves. */
export interface OwnContribution {
  readonly moneyCents: Cents;
  readonly hours: number;
  readonly inKindCents: Cents;
}

/** An earlier grant or application that may bear on frequency. */
export interface EarlierRequest {
  readonly reference: string;
  readonly receivedOn: CalendarDate;
  readonly granted: boolean;
  /** What was granted; zero where nothing was. */
  readonly grantedCents: Cents;
  /** In which ways it is the same as this one. */
  readonly same: readonly ('applicant' | 'address' | 'account' | 'activity' | 'area')[];
}

/** The part of one kern of a plan for several. */
export interface SpannedFacts {
  readonly kernCode: string;
  /** What is asked of this kern. */
  readonly requestedCents: Cents;
  /** All kernen with how much they count for. */
  readonly kernen: readonly { readonly kernCode: string; readonly weight: number }[];
}

/**
 * What the rules need to know of an application. What is left out is not known: a rule that needs it then
 * asks for judgement and does not hold it against the applicant.
 */
export interface ApplicationFacts {
  readonly receivedOn: CalendarDate;
  readonly applicantKind: ApplicantKind;
  readonly activityStartsOn: CalendarDate | null;
  readonly activityEndsOn: CalendarDate | null;
  readonly requestedCents: Cents;
  readonly costs?: readonly CostFact[] | undefined;
  readonly kernCodes?: readonly string[] | undefined;
  /** For the part of one kern of a plan for several: which part it is. All other facts are those of the whole plan. */
  readonly spanned?: SpannedFacts | undefined;
  /** People who apply together with the applicant, the applicant not counted. */
  readonly coApplicants?: number | undefined;
  /** Members of a collective, the applicant counted. */
  readonly members?: number | undefined;
  readonly legalForm?: LegalForm | undefined;
  readonly hasKvkNumber?: boolean | undefined;
  readonly nonProfit?: boolean | undefined;
  /** Whether the applicant has the age that the regulation asks. */
  readonly oldEnough?: boolean | undefined;
  /** Whether the applicant gets VAT back. */
  readonly vatRecoverable?: boolean | undefined;
  readonly represented?: boolean | undefined;
  readonly authorised?: boolean | undefined;
  readonly supporters?: number | undefined;
  readonly supportLetters?: number | undefined;
  readonly likes?: number | undefined;
  readonly meetingHeld?: boolean | undefined;
  readonly own?: OwnContribution | undefined;
  readonly otherFundingCents?: Cents | undefined;
  /** Code of a kind of activity of the regulation. */
  readonly activityCode?: string | undefined;
  /** Participants, households or whatever an amount per unit counts. */
  readonly units?: number | undefined;
  readonly deMinimisDeclared?: boolean | undefined;
  /** Code of a theme with a ceiling of its own. */
  readonly themeCode?: string | undefined;
  /** Code of a kind of body with an amount of its own. */
  readonly bodyKindCode?: string | undefined;
  readonly executionEndsOn?: CalendarDate | undefined;
  /** Whether the applicant says that there was a grant for the same before. */
  readonly repeated?: boolean | undefined;
  /** Earlier applications that are alike, found by the service. */
  readonly earlier?: readonly EarlierRequest[] | undefined;
}

/** A fact on which a finding rests, as people read it. */
export interface UsedFact {
  readonly name: string;
  readonly value: string;
}

/** What follows from the facts alone, without anybody's judgement. */
export interface ComputedFinding {
  readonly criterionCode: string;
  /** What must be so, as a short Dutch statement. */
  readonly statement: string;
  /** The article of law or the part of the regulation that asks for it. */
  readonly basis: string;
  readonly outcome: FindingOutcome;
  /** A Dutch sentence that names the fact. */
  readonly sentence: string;
  readonly facts: readonly UsedFact[];
  /** How an outcome was computed, where it was; empty otherwise. */
  readonly computation: string;
}

/** What a criterion is, apart from what is found of it. */
export interface ComputedCriterion {
  readonly code: string;
  readonly statement: string;
  readonly basis: string;
}

export function found(
  { code, statement, basis }: ComputedCriterion,
  outcome: FindingOutcome,
  sentence: string,
  facts: readonly UsedFact[] = [],
  computation = '',
): ComputedFinding {
  return { criterionCode: code, statement, basis, outcome, sentence, facts, computation };
}

export function fact(name: string, value: string | number): UsedFact {
  return { name, value: String(value) };
}

/** The finding about a number that must be reached; an unknown number is for people to judge. */
export function foundAtLeast(
  criterion: ComputedCriterion,
  what: string,
  actual: number | undefined,
  minimum: number,
): ComputedFinding {
  if (actual === undefined) {
    return found(criterion, 'needs-judgement', `Nog niet bekend: ${what}. Nodig: minstens ${minimum}.`);
  }
  const outcome = actual >= minimum ? 'met' : 'not-met';
  const sentence =
    outcome === 'met'
      ? `Opgegeven ${what}: ${actual}. Dat is genoeg.`
      : `Opgegeven ${what}: ${actual}. Dat zijn er minder dan ${minimum}.`;
  return found(
    criterion,
    outcome,
    sentence,
    [fact(what, actual)],
    `${actual} ${outcome === 'met' ? '≥' : '<'} ${minimum}`,
  );
}

/** The finding about something that is so or not so; unknown is for people to judge. */
export function foundTrue(
  criterion: ComputedCriterion,
  what: string,
  actual: boolean | undefined,
): ComputedFinding {
  if (actual === undefined) return found(criterion, 'needs-judgement', `Nog niet bekend: ${what}.`);
  const sentence = actual ? `Opgegeven: ${what}.` : `Niet zo volgens de opgave: ${what}.`;
  return found(criterion, actual ? 'met' : 'not-met', sentence, [fact(what, actual ? 'ja' : 'nee')]);
}
