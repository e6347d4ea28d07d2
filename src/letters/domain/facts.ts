import type { TermLength } from '../../terms/general-terms-act.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/money.ts';
import type { LetterTemplates } from './templates/letter-template.ts';
import type { PaidAccount } from './bank-account.ts';

/** A drawing that stands for the municipality: one SVG path with the size of its drawing area. */
export interface MarkFacts {
  readonly svgPath: string;
  readonly width: number;
  readonly height: number;
}

/** Who writes. Dated configuration: the caller hands over what is in force on the day of the letter. */
export interface SenderFacts {
  /** The bare name, without "gemeente". */
  readonly municipalityName: string;
  /** For instance "college van burgemeester en wethouders". */
  readonly collegeName: string;
  readonly visitingAddressLines: readonly string[];
  readonly postalAddressLines: readonly string[];
  readonly phone: string;
  readonly website: string;
  readonly email: string | null;
  /** Where an objection goes by post and digitally. */
  readonly objection: { readonly postalAddressLines: readonly string[]; readonly digitalAddress: string };
  /** The court that can give provisional relief, for instance "rechtbank …, afdeling bestuursrecht". */
  readonly court: { readonly name: string; readonly addressLines: readonly string[] };
  /** Null gives a neutral mark. */
  readonly mark: MarkFacts | null;
  /** Colour of the letterhead and headings as #rrggbb; null gives a neutral one. */
  readonly accentColor: string | null;
}

/** To whom the letter goes. Never a BSN; a bank account only by its last four characters, elsewhere. */
export interface ApplicantFacts {
  readonly name: string;
  readonly organisation: string | null;
  /** What follows "Geachte", for instance "mevrouw Yıldız" or the full name. */
  readonly salutationName: string;
  readonly addressLines: readonly string[];
}

/** An earlier letter that a new one takes the place of. */
export interface CorrectedLetter {
  readonly sentOn: CalendarDate;
  /** What was wrong, as a whole sentence. */
  readonly because: string;
}

/** A decision that a new one changes; nothing was wrong with it. */
export interface ReplacedDecision {
  /** When the letter about it was sent. */
  readonly sentOn: CalendarDate;
  /** What is different now, as whole sentences. */
  readonly because: string;
}

/** What every letter about an application needs. */
export interface CaseFacts {
  readonly sender: SenderFacts;
  readonly applicant: ApplicantFacts;
  readonly caseNumber: string;
  readonly yourReference: string | null;
  readonly handledBy: { readonly name: string; readonly phone: string };
  /** Name of the regulation as people know it. */
  readonly schemeName: string;
  readonly applicationTitle: string;
  readonly kernName: string;
  readonly receivedOn: CalendarDate;
  readonly enclosures: readonly string[];
  /** Rules that were applied but not confirmed, each as a sentence or part of one. Not empty: a "voorbeeld". */
  readonly assumedRules: readonly string[];
  /** The letter that this one puts right; a sent letter itself never changes. */
  readonly corrects?: CorrectedLetter;
  /** The decision that this letter changes. */
  readonly replaces?: ReplacedDecision;
  /** What an official adds to what follows from the case, in paragraphs. */
  readonly explanation?: readonly string[];
  /** How the municipality words letters on the day on which this one is made. */
  readonly templates?: LetterTemplates;
}

export interface AcknowledgementFacts extends CaseFacts {
  readonly receivedAt: Date;
  readonly channel: 'digital' | 'post' | 'counter';
  readonly documents: readonly string[];
  /** A copy of what was sent: the main fields of the request (Awb 2:15 and further, Wmebv). */
  readonly request: readonly { readonly label: string; readonly value: string }[];
  readonly legalDueOn: CalendarDate;
  /** What the municipality promised, kept apart from the legal term. */
  readonly promisedOn: CalendarDate | null;
}

export interface MissingPart {
  readonly what: string;
  readonly why: string;
}

export interface CompletionRequestFacts extends CaseFacts {
  readonly missing: readonly MissingPart[];
  /** The term that is given; its last day is filled in at announcement. */
  readonly term: TermLength;
  /** Where to send what is missing digitally. */
  readonly digitalAddress: string;
  /** The day after which the term to decide starts, when it has not started yet. */
  readonly termStartsAfter: CalendarDate | null;
}

export type DecidedBy =
  | {
      readonly kind: 'college';
      readonly resolutionNumber: string;
      readonly resolutionDate: CalendarDate;
      readonly mayorName: string;
      readonly mayorTitle: string;
      readonly secretaryName: string;
      readonly secretaryTitle: string;
    }
  | {
      readonly kind: 'mandate';
      readonly name: string;
      readonly function: string;
      readonly mandateReference: string;
    };

/** The regulation that the decision rests on, with where it was published. */
export interface LegalBasisFacts {
  readonly name: string;
  readonly article: string;
  readonly publicationReference: string;
}

/** One criterion, what was found, and where the criterion stands (Awb 3:46). */
export interface ReasonFacts {
  readonly criterionText: string;
  readonly outcome: 'met' | 'not-met';
  /** A whole sentence: what was found. */
  readonly fact: string;
  readonly article: string;
}

/** That less was agreed than was asked for at first. */
export interface ReductionFacts {
  readonly firstCents: Cents;
  readonly agreedOn: CalendarDate;
}

export interface DecisionFacts extends CaseFacts {
  readonly decidedBy: DecidedBy;
  readonly legalBasis: LegalBasisFacts;
  /** What is asked for now. */
  readonly requestedCents: Cents;
  /** Left out or null when that is what was asked for at first. */
  readonly reduction?: ReductionFacts | null;
  readonly reasons: readonly ReasonFacts[];
  /** What advisers said, each as a whole sentence that names the adviser (Awb 3:8). */
  readonly advice: readonly string[];
}

/** One row of the computation. Rows add up to the amount granted; a row below zero says why, and where that stands. */
export interface ComputationRow {
  readonly label: string;
  readonly amountCents: Cents;
  readonly because: { readonly text: string; readonly article: string } | null;
}

export type FixingFacts =
  | { readonly kind: 'fixed-directly'; readonly keepProofYears: number }
  | {
      readonly kind: 'account-afterwards';
      readonly accountDueOn: CalendarDate;
      readonly evidence: readonly string[];
      /** A fixed amount is not lowered because the work was cheaper; one by actual costs follows them. */
      readonly amountRule: 'fixed' | 'actual-costs';
    };

/** To whom money goes: on an invoice it can go to who delivers. */
export type PaymentReceiver =
  'applicant' | 'third-party-on-invoice' | 'village-body' | 'applicant-or-third-party';

interface PaidTo extends PaidAccount {
  /** Left out: to the applicant. */
  readonly receiver?: PaymentReceiver;
}

export type PaymentFacts = PaidTo &
  (
    | { readonly kind: 'at-once' }
    | { readonly kind: 'advance' | 'advance-when-asked'; readonly advanceCents: Cents }
    | {
        readonly kind: 'instalments';
        readonly parts: readonly { readonly amountCents: Cents; readonly when: string }[];
      }
    | { readonly kind: 'after-account' }
  );

export interface ObligationFacts {
  readonly text: string;
  readonly basis: string;
}

export interface GrantFacts extends DecisionFacts {
  readonly grantedCents: Cents;
  readonly computation: readonly ComputationRow[];
  /** What is done, in the applicant's or the official's words. */
  readonly activity: string;
  readonly period: { readonly firstDay: CalendarDate; readonly lastDay: CalendarDate };
  readonly fixing: FixingFacts;
  readonly payment: PaymentFacts;
  readonly obligations: readonly ObligationFacts[];
}

/** Why the money does not reach (Awb 4:25, 4:26). */
export interface CeilingFacts {
  readonly ceilingCents: Cents;
  /** What was left when this application had its turn. */
  readonly leftCents: Cents;
  /** For what the ceiling counts, for instance "de kern … in 2019". */
  readonly scope: string;
  readonly order: {
    readonly place: number;
    readonly completeOn: CalendarDate;
    /** How it got its place where applications were compared, as a sentence; null where the day counts. */
    readonly standing: string | null;
    readonly drawnByLot: boolean;
  } | null;
  /** Where ceiling and rule of distribution were published. */
  readonly publicationReference: string;
  readonly article: string;
}

export interface PartialGrantFacts extends GrantFacts {
  readonly ceiling: CeilingFacts;
}

export interface RefusalFacts extends DecisionFacts {
  /** Filled when the ceiling left nothing. */
  readonly ceiling: CeilingFacts | null;
  /** What the applicant can still do, each as a whole sentence. */
  readonly alternatives: readonly string[];
}

export interface LeftUntreatedFacts extends CaseFacts {
  readonly decidedBy: DecidedBy;
  readonly legalBasis: LegalBasisFacts;
  readonly missing: readonly MissingPart[];
  readonly askedOn: CalendarDate;
  /** The last day that was given for completing. */
  readonly termEndedOn: CalendarDate;
  readonly newApplication: string;
}
