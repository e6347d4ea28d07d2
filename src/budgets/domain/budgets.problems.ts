import { unreachable } from '../../kernel/assert.ts';
import { DomainError, type ProblemCatalogue } from '../../kernel/domain-error.ts';
import { type Cents, cents, formatEuros, highestAmountCents } from '../../kernel/money.ts';
import type { Account } from './position.ts';
import type { PostingOutcome, Remainder } from './posting.ts';

export const budgetsProblems = {
  'budget-not-found': { kind: 'not-found', title: 'Dit budget is er niet' },
  'ceiling-reached': { kind: 'conflict', title: 'Het plafond van de kern is bereikt' },
  'category-limit-reached': { kind: 'conflict', title: 'Het maximum voor deze categorie is bereikt' },
  'theme-limit-reached': { kind: 'conflict', title: 'Het maximum voor dit thema is bereikt' },
  'scheme-limit-reached': { kind: 'conflict', title: 'Het plafond van de regeling is bereikt' },
  'more-than-available': { kind: 'conflict', title: 'Er is minder beschikbaar dan u wilt boeken' },
  'more-than-held': { kind: 'conflict', title: 'Er is minder gereserveerd dan u wilt boeken' },
  'hold-too-small': { kind: 'conflict', title: 'In deze reservering is te weinig over' },
  'hold-not-found': { kind: 'conflict', title: 'Deze reservering is er niet' },
  'hold-of-another-budget': { kind: 'conflict', title: 'Deze reservering is van een ander budget' },
  'more-than-committed': { kind: 'conflict', title: 'Er is minder toegezegd dan u wilt boeken' },
  'more-than-in-payment': { kind: 'conflict', title: 'Er is minder in betaling dan u wilt boeken' },
  'more-than-paid': { kind: 'conflict', title: 'Er is minder betaald dan u wilt boeken' },
  'more-than-receivable': { kind: 'conflict', title: 'Er is minder terug te ontvangen dan u wilt boeken' },
  'more-than-lapsed': { kind: 'conflict', title: 'Er is minder vrijgevallen dan u wilt boeken' },
  'more-than-written-off': { kind: 'conflict', title: 'Er is minder afgeboekt dan u wilt boeken' },
  'amount-out-of-range': { kind: 'invalid', title: 'Dit bedrag kan niet worden geboekt' },
  'counts-before-budget': { kind: 'conflict', title: 'De dag ligt voor het begin van het budget' },
  'counts-in-closed-year': { kind: 'conflict', title: 'De dag ligt in een afgesloten jaar' },
  'budget-closed': { kind: 'conflict', title: 'Het jaar van dit budget is afgesloten' },
  'reason-missing': { kind: 'conflict', title: 'Een reden ontbreekt' },
  'version-unknown': { kind: 'not-found', title: 'Zo ver is dit budget niet gekomen' },
  'already-corrected': { kind: 'conflict', title: 'Deze boeking is al gecorrigeerd' },
} as const satisfies ProblemCatalogue;

export type BudgetsProblem = keyof typeof budgetsProblems;

export function budgetsProblem(code: BudgetsProblem, detail: string): DomainError {
  return DomainError.of(budgetsProblems, code, detail);
}

export function budgetNotFound(): DomainError {
  return budgetsProblem('budget-not-found', 'Er is geen budget met dit kenmerk.');
}

/** What the money on an account is called outside, and which problem it is when there is less than was asked. */
const shortages = {
  available: ['more-than-available', 'beschikbaar'],
  held: ['more-than-held', 'gereserveerd'],
  committed: ['more-than-committed', 'toegezegd'],
  inPayment: ['more-than-in-payment', 'in betaling'],
  paid: ['more-than-paid', 'betaald'],
  receivable: ['more-than-receivable', 'terug te ontvangen'],
  lapsed: ['more-than-lapsed', 'vrijgevallen'],
  writtenOff: ['more-than-written-off', 'afgeboekt'],
} as const satisfies Record<Exclude<Account, 'source' | 'transferred'>, readonly [BudgetsProblem, string]>;

type UnsignedAccount = keyof typeof shortages;

/** One grant is never released or paid from what was committed for another. */
export function shortageOn(account: UnsignedAccount, balance: string | null): DomainError {
  const [code, word] = shortages[account];
  const detail = balance === null ? `Er is minder ${word} dan u wilt boeken.` : `Er is ${balance} ${word}.`;
  return budgetsProblem(code, detail);
}

const ceilings = {
  kern: ['ceiling-reached', 'de kern'],
  category: ['category-limit-reached', 'de categorie'],
  theme: ['theme-limit-reached', 'het thema'],
  scheme: ['scheme-limit-reached', 'de hele regeling'],
} as const satisfies Record<Remainder['of'], readonly [BudgetsProblem, string]>;

function nameOf({ of, name }: Pick<Remainder, 'of' | 'name'>): string {
  return of === 'scheme' || name === null ? ceilings[of][1] : `${ceilings[of][1]} ${name}`;
}

/** Refusal is mandatory in so far as a ceiling would be exceeded (Awb 4:25); tells what is left in each. */
export function ceilingReached(
  stoppedBy: Pick<Remainder, 'of' | 'name'>,
  remainders: readonly Remainder[],
): DomainError {
  const left = remainders.map((remainder) => `${formatEuros(remainder.leftCents)} voor ${nameOf(remainder)}`);
  const sentence = left.length === 0 ? '' : ` Er is nog ${left.join(', ')} beschikbaar.`;
  return budgetsProblem(
    ceilings[stoppedBy.of][0],
    `Dit bedrag past niet meer binnen het plafond van ${nameOf(stoppedBy)} (Awb 4:25).${sentence}`,
  );
}

/** What is reserved for one purpose is not used for another, nor twice. */
export function holdTooSmall(leftCents: Cents): DomainError {
  const detail =
    leftCents > 0
      ? `In deze reservering is nog ${formatEuros(leftCents)}.`
      : 'Van deze reservering is niets over: zij is gebruikt of weer vrijgemaakt.';
  return budgetsProblem('hold-too-small', detail);
}

export function holdOfAnotherBudget(): DomainError {
  return budgetsProblem(
    'hold-of-another-budget',
    'Deze reservering is van een ander budget dan waaruit deze aanvraag wordt betaald.',
  );
}

/** The problem that a refused posting is for who asked for it. */
export function refusalOf(outcome: Exclude<PostingOutcome, { kind: 'booked' }>): DomainError {
  switch (outcome.kind) {
    case 'amount-out-of-range':
      return budgetsProblem(
        outcome.kind,
        `Geef een bedrag van meer dan nul en hoogstens ${formatEuros(cents(highestAmountCents))}.`,
      );
    case 'counts-before-budget':
      return budgetsProblem(outcome.kind, `Op dit budget telt niets voor 1 januari ${outcome.year}.`);
    case 'counts-in-closed-year':
      return budgetsProblem(
        outcome.kind,
        `Het jaar ${outcome.year} is afgesloten. Boek op een dag in een jaar dat open is.`,
      );
    case 'budget-closed':
      return budgetsProblem(
        outcome.kind,
        `Het jaar ${outcome.year} is afgesloten: er wordt niets meer toegekend, toegezegd of gereserveerd.`,
      );
    case 'reason-missing':
      return budgetsProblem(
        outcome.kind,
        `Het jaar ${outcome.year} is afgesloten: zeg waarom hierin nog iets wordt rechtgezet.`,
      );
    case 'ceiling-reached':
      return ceilingReached(outcome.stoppedBy, outcome.remainders);
    case 'hold-short':
      return holdTooSmall(outcome.leftCents);
    case 'short':
      return shortageOn(outcome.account as UnsignedAccount, formatEuros(outcome.balanceCents));
    default:
      return unreachable(outcome);
  }
}
