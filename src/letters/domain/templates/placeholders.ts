import { type Cents, formatEuros } from '../../../kernel/money.ts';
import type { CaseFacts } from '../facts.ts';
import type { LetterKind } from '../letter-kind.ts';
import type { LetterFacts } from '../facts-by-kind.ts';
import { type DateToken, dateTokens, type Inline } from '../letter-model.ts';
import { dateOf, day } from '../rich-text.ts';

/** Facts that every letter knows, with what kind of value each is. */
const commonTypes = {
  caseNumber: 'text',
  applicantName: 'text',
  planTitle: 'text',
  schemeName: 'text',
  kernName: 'text',
  municipalityName: 'text',
  handlerName: 'text',
  handlerPhone: 'text',
  receivedOn: 'date',
} as const;

type CommonName = keyof typeof commonTypes;

const amountNames = ['requestedAmount', 'grantedAmount', 'finalAmount'] as const;

type AmountName = (typeof amountNames)[number];
type Amounts = Partial<Record<AmountName, Cents>>;

/** The amounts that a kind of letter knows, and the dates that follow from sending it. */
interface Knowledge<Kind extends LetterKind> {
  readonly amounts: readonly AmountName[];
  readonly dates: readonly DateToken[];
  readonly of: (facts: LetterFacts[Kind]) => Amounts;
}

const nothing = { amounts: [], dates: ['sentOn'], of: () => ({}) } as const;
const decision = ['sentOn', 'lastObjectionDay'] as const;
const paid = ['sentOn', 'lastObjectionDay', 'lastPaymentDay'] as const;
const granted = {
  amounts: ['requestedAmount', 'grantedAmount'],
  dates: paid,
  of: ({ requestedCents, grantedCents }: LetterFacts['grant']) => ({
    requestedAmount: requestedCents,
    grantedAmount: grantedCents,
  }),
} as const;

const known = {
  acknowledgement: { ...nothing, dates: [] },
  'completion-request': { ...nothing, dates: ['sentOn', 'lastCompletionDay', 'clockStopsOn'] },
  'left-untreated': { ...nothing, dates: decision },
  'delay-notice': nothing,
  'penalty-decision': {
    amounts: ['finalAmount'],
    dates: paid,
    of: ({ outcome }) => (outcome.kind === 'due' ? { finalAmount: outcome.amountCents } : {}),
  },
  grant: granted,
  'partial-grant': granted,
  refusal: {
    amounts: ['requestedAmount'],
    dates: decision,
    of: ({ requestedCents }) => ({ requestedAmount: requestedCents }),
  },
  'final-fixing': {
    amounts: ['grantedAmount', 'finalAmount'],
    dates: paid,
    of: ({ grant, fixedCents }) => ({ grantedAmount: grant.grantedCents, finalAmount: fixedCents }),
  },
  intention: { ...nothing, dates: ['sentOn', 'lastResponseDay'] },
  'grant-change': {
    amounts: ['grantedAmount'],
    dates: decision,
    of: ({ grant }) => ({ grantedAmount: grant.grantedCents }),
  },
  recovery: {
    amounts: ['finalAmount'],
    dates: paid,
    of: ({ amountCents }) => ({ finalAmount: amountCents }),
  },
  'change-notice': nothing,
  'forwarding-notice': nothing,
} as const satisfies { readonly [Kind in LetterKind]: Knowledge<Kind> };

/** `date-of-sending` is filled in when the letter is sent. */
export type PlaceholderType = 'text' | 'date' | 'amount' | 'date-of-sending';

/** Every placeholder that any letter knows. */
export const placeholderTypes: Readonly<Record<string, PlaceholderType>> = {
  ...commonTypes,
  ...Object.fromEntries(amountNames.map((name) => [name, 'amount'] as const)),
  ...Object.fromEntries(dateTokens.map((name) => [name, 'date-of-sending'] as const)),
};

/** The placeholders that may stand in a template for a kind of letter. */
export function placeholdersOf(kind: LetterKind): readonly string[] {
  const { amounts, dates } = known[kind];
  return [...Object.keys(commonTypes), ...amounts, ...dates];
}

function commonValues(facts: CaseFacts): Record<CommonName, string> {
  return {
    caseNumber: facts.caseNumber,
    applicantName: facts.applicant.organisation ?? facts.applicant.name,
    planTitle: facts.applicationTitle,
    schemeName: facts.schemeName,
    kernName: facts.kernName,
    municipalityName: facts.sender.municipalityName,
    handlerName: facts.handledBy.name,
    handlerPhone: facts.handledBy.phone,
    receivedOn: day(facts.receivedOn),
  };
}

/** What each placeholder of a letter stands for. Nothing in a value is interpreted, whatever an applicant wrote. */
export function placeholderValues<Kind extends LetterKind>(
  kind: Kind,
  facts: LetterFacts[Kind],
): ReadonlyMap<string, Inline> {
  const { dates, of }: Knowledge<Kind> = known[kind] as unknown as Knowledge<Kind>;
  const values = new Map<string, Inline>();
  for (const [name, text] of Object.entries(commonValues(facts))) values.set(name, { kind: 'text', text });
  for (const [name, amountCents] of Object.entries(of(facts))) {
    values.set(name, { kind: 'text', text: formatEuros(amountCents) });
  }
  for (const token of dates) values.set(token, dateOf(token));
  return values;
}
