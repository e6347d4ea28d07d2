import { composeLetter } from './compose-letter.ts';
import type { LetterFacts } from './facts-by-kind.ts';
import type { CaseFacts } from './facts.ts';
import type { LetterKind } from './letter-kind.ts';
import type { LetterModel } from './letter-model.ts';

/** A letter with the facts that it was composed from, by which it can be composed again. */
export interface ComposedLetter {
  readonly kind: LetterKind;
  readonly facts: CaseFacts;
  readonly model: LetterModel;
}

/** @throws as composeLetter */
export function composed<Kind extends LetterKind>(kind: Kind, facts: LetterFacts[Kind]): ComposedLetter {
  return { kind, facts, model: composeLetter(kind, facts) };
}

/** What may be different when a letter is composed again: who writes to whom, in which words, and what is added. */
export type RenewedFacts = Partial<
  Pick<CaseFacts, 'sender' | 'applicant' | 'templates' | 'corrects' | 'explanation'>
>;

/**
 * Composes a letter again from facts that were kept as JSON. Findings, amounts and dates stay as they were: reasons
 * follow from the case, so nobody can leave them out or type others.
 * @throws as composeLetter
 */
export function composedAgain(kind: LetterKind, kept: CaseFacts, renewed: RenewedFacts): ComposedLetter {
  const { receivedAt } = kept as { readonly receivedAt?: string };
  const moment = receivedAt === undefined ? {} : { receivedAt: new Date(receivedAt) };
  return composed(kind, { ...kept, ...moment, ...renewed } as LetterFacts[LetterKind]);
}
