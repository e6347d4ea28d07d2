import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { MarkFacts } from './facts.ts';
import type { LetterKind } from './letter-kind.ts';
import type { SectionName } from './section-name.ts';

export const dateTokens = [
  'sentOn',
  'lastObjectionDay',
  'lastPaymentDay',
  'lastCompletionDay',
  'clockStopsOn',
  'lastResponseDay',
] as const;

/** A date that is known only when the letter is sent, because terms count from the day after sending. */
export type DateToken = (typeof dateTokens)[number];

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'date'; readonly token: DateToken; readonly strong: boolean };

export type RichText = readonly Inline[];

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly content: RichText;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly items: readonly RichText[];
}

export interface TableRow {
  readonly cells: readonly RichText[];
  /** A total stands below a line, in bold. */
  readonly total: boolean;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly { readonly header: string; readonly align: 'left' | 'right' }[];
  readonly rows: readonly TableRow[];
}

/** Lines that belong together as written, such as a postal address. */
export interface AddressBlock {
  readonly kind: 'address';
  readonly lines: readonly string[];
}

export type Block = ParagraphBlock | ListBlock | TableBlock | AddressBlock;

export interface LetterSection {
  readonly name: SectionName;
  /** Null for the opening, which stands under the salutation without a heading. */
  readonly heading: string | null;
  readonly blocks: readonly Block[];
}

export interface SenderBlock {
  readonly municipalityName: string;
  readonly visitingAddressLines: readonly string[];
  readonly postalAddressLines: readonly string[];
  readonly phone: string;
  readonly website: string;
  readonly email: string | null;
  readonly mark: MarkFacts | null;
  readonly accentColor: string | null;
}

export interface Signatory {
  readonly title: string;
  readonly name: string;
}

export interface SignatureBlock {
  readonly closing: string;
  /** On whose behalf, for instance "Namens het college van burgemeester en wethouders van …,". */
  readonly authority: string;
  readonly signatories: readonly Signatory[];
  /** Leaves room above the names to sign on paper; a decision is signed, a message is not. */
  readonly byHand: boolean;
}

/**
 * One letter as a plain document that can be stored as JSON. It knows nothing of paper; the same model
 * always gives the same letter. Texts of applicants are carried as they are and never interpreted.
 */
export interface LetterModel {
  readonly formatVersion: 1;
  readonly kind: LetterKind;
  readonly language: 'nl-NL';
  /** Title of the document: kind of letter and case number, without personal data. */
  readonly title: string;
  readonly sender: SenderBlock;
  readonly addresseeLines: readonly string[];
  readonly ourReference: string;
  readonly yourReference: string | null;
  readonly handledBy: { readonly name: string; readonly phone: string };
  readonly enclosures: readonly string[];
  readonly subject: string;
  readonly salutation: string;
  readonly sections: readonly LetterSection[];
  readonly signature: SignatureBlock;
  /** By which anyone can ask whether the letter is genuine; given when it is stored, absent in older letters. */
  readonly verificationCode?: string;
  /** Made under a rule that is only assumed: carries the mark "voorbeeld". */
  readonly sample: boolean;
  /** Shown before sending, with expected dates: carries the mark "concept". */
  readonly preview: boolean;
  /** Null until the dates are settled. */
  readonly sentOn: CalendarDate | null;
}
